import Testing

@testable import Scripting

/// Each hostile script ends as it must, by count and not by time, and leaves the state whole.
struct RedTeamScriptTests {
  private static let budget = RunBudget(instructions: 2_000_000, processorTime: .infinity)

  private static let limits: ScriptLimits = {
    var limits = ScriptLimits()
    limits.memory = 4 << 20
    limits.block = 1 << 20
    return limits
  }()

  private static let message = ScriptValue.record(
    ScriptRecord("message", fields: [.init(name: "text", value: "hi")]))

  private static var classes: [ScriptClass] {
    [ScriptClass("message", methods: [HostFunction("method", phase: .any) { .value($0[0]) }])]
  }

  @Test("there are at least sixty hostile scripts, each with what must come of it [C3]")
  func all() {
    #expect(RedTeamScript.all.count >= 60)
    #expect(Set(RedTeamScript.all.map(\.text)).count == RedTeamScript.all.count)
  }

  @Test(
    "a hostile script ends as it must, and does no harm [C3, rules 15-26]",
    arguments: RedTeamScript.all)
  func hostile(script: RedTeamScript) throws {
    if script.isFile {
      try load(script)
    } else {
      try run(script)
    }
  }

  private func load(_ script: RedTeamScript) throws {
    let environment = ScriptEnvironment(functions: Script.functions, limits: Self.limits)
    let state = try ScriptState(environment)
    do throws(ScriptError) {
      let values = try state.load(
        ScriptSource(name: "hostile.lua", text: script.text), budget: Self.budget)
      check(script, .finished(values))
    } catch {
      check(script, .failed(error))
    }
    #expect(try state.load(ScriptSource(name: "b.lua", text: "return 'well'")) == ["well"])
  }

  private func run(_ script: RedTeamScript) throws {
    let hostile: Script
    do {
      hostile = try Script(
        "if ... == 'well' then return 'well' end\n\(script.text)", prelude: "local kept = {}",
        classes: Self.classes, limits: Self.limits)
    } catch let error as ScriptError {
      check(script, .failed(error))
      return
    }
    #expect(try hostile.start("well").values() == ["well"])
    hostile.state.collectGarbage()
    let baseline = hostile.state.memoryInUse
    // Twice: what one run leaves behind must not change what comes of the next.
    for _ in 0..<2 {
      var outcome = hostile.start(Self.message, budget: Self.budget)
      while case .waiting(let request) = outcome {
        outcome = try #require(hostile.state.resume(request.token, with: .success(["answer"])))
      }
      check(script, outcome)
      #expect(hostile.state.waitingRuns == 0)
      #expect(try hostile.start("well").values() == ["well"])
    }
    hostile.state.collectGarbage()
    #expect(hostile.state.memoryInUse < baseline + 8192)
  }

  private func check(_ script: RedTeamScript, _ outcome: RunOutcome) {
    let parts = script.expectation.split(separator: ": ", maxSplits: 1).map(String.init)
    let (kind, text) = (parts[0], parts.count > 1 ? parts[1] : "")
    switch (kind, outcome) {
    case ("any", _): return
    case ("returns", .finished(let values)):
      #expect(values.first.map(Self.shown) == text)
    case (_, .failed(let error)):
      #expect("\(error.kind)" == kind, "\(error)")
      #expect(text.isEmpty || error.message.contains(text), "\(error)")
      #expect(error.message.utf8.count <= 4096)
    default:
      Issue.record("\(script.expectation) was expected, not \(outcome)")
    }
  }

  private static func shown(_ value: ScriptValue) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .bool(let flag): "\(flag)"
    case .nil: "nil"
    default: "\(value)"
    }
  }
}
