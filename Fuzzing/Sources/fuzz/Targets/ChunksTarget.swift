import Foundation

@testable import Scripting

/// Rule files: loaded, and run as the body of a rule's function, once with memory enough and once with
/// memory that fails somewhere. Whatever they do ends within its budget, and the state is whole.
struct ChunksTarget: FuzzTarget {
  static let name = "chunks"

  /// The hostile scripts of the tests, and the rules that ship.
  static func seeds() throws -> [[UInt8]] {
    let seeds = try ["Tests/ScriptingTests/RedTeam", "rules"].flatMap { folder in
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
      return names.sorted().filter { $0.hasSuffix(".lua") }.compactMap { name in
        FileManager.default.contents(atPath: "\(folder)/\(name)").map { Array($0) }
      }
    }
    if seeds.isEmpty {
      throw Trouble("There are no scripts here; run it from the project's folder.")
    }
    return seeds
  }

  private static let limits: ScriptLimits = {
    var limits = ScriptLimits()
    limits.memory = 2 << 20
    limits.block = 256 << 10
    limits.valueBytes = 64 << 10
    limits.patternSteps = 20_000
    return limits
  }()

  private static let budget = RunBudget(instructions: 100_000, processorTime: .infinity)

  private static func environment() -> ScriptEnvironment {
    ScriptEnvironment(
      functions: [
        HostFunction("echo", phase: .any) { .values($0.arguments) },
        HostFunction("fail", phase: .any) { .failure($0[0].string ?? "failed") },
        HostFunction("ai.complete", phase: .run, waits: true) { _ in .wait },
      ]
        + ["define", "monitor", "rule", "persona"].map { name in
          .declaration(name) { _ in .nothing }
        },
      classes: [
        ScriptClass("message", methods: [HostFunction("method", phase: .any) { .value($0[0]) }])
      ],
      limits: limits)
  }

  func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let source = ScriptSource(name: "a.lua", text: text)
    let body = ScriptSource(
      name: "a.lua", text: "local kept = {} return function(...) local m = ... \(text)\nend")
    // The same input fails at the same place.
    let few = bytes.reduce(Int64(0)) { ($0 &* 31 &+ Int64($1)) & 0x7ff }
    for allocations in [Int64.max, few] {
      load(source, allocations: allocations)
      start(body, allocations: allocations)
    }
  }

  private func load(_ source: ScriptSource, allocations: Int64) {
    guard let state = try? ScriptState(Self.environment()) else { return }
    state.allow(allocations: allocations)
    do throws(ScriptError) {
      try state.load(source, budget: Self.budget)
    } catch {
      demand(!error.message.isEmpty, "an error without a word")
    }
    check(state)
  }

  private func start(_ source: ScriptSource, allocations: Int64) {
    guard let state = try? ScriptState(Self.environment()),
      let function = try? state.load(source).first?.function
    else { return }
    state.allow(allocations: allocations)
    let message = ScriptValue.record(
      ScriptRecord("message", fields: [.init(name: "text", value: .string("hi there"))]))
    var outcome = state.start(function, arguments: [message], budget: Self.budget, seed: 1)
    var waits = 0
    while case .waiting(let request) = outcome {
      waits += 1
      demand(waits <= 32, "more waits than are allowed")
      guard let next = state.resume(request.token, with: .success([.string("answer")])) else {
        demand(false, "an answer in time is refused")
        return
      }
      outcome = next
    }
    demand(state.waitingRuns == 0, "a run that is over waits")
    check(state)
  }

  /// Loads and runs something harmless.
  private func check(_ state: ScriptState) {
    state.allow(allocations: .max)
    state.collectGarbage()
    demand(state.memoryInUse <= Self.limits.memory, "more memory than is allowed")
    let well = try? state.load(ScriptSource(name: "b.lua", text: "return ('w'):rep(3)"))
    demand(well == [.string("www")], "the state is no longer whole")
  }
}
