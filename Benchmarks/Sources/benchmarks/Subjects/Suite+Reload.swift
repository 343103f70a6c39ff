import CLuaReference
import Engine
import Rules

extension Suite {
  /// What a saved file costs, and what the files hold in memory.
  static let reload = Suite(
    name: "reload",
    contests: {
      let folder = try await RuleFolderOf200(hasTests: false)
      return [
        Contest(
          subject: Work("rule files reloaded", unit: .items, amount: RuleFolderOf200.files) {
            times in
            for _ in 0..<times { try await folder.reload() }
          },
          baseline: luasOwn())
      ]
    },
    figures: {
      [
        try await measure("200 rule files, one of them edited", hasTests: false),
        try await measure("the same with a test file of 10 cases", hasTests: true),
      ] + (try await memory())
    })

  /// The same texts compiled, each in a state of Lua's own with its libraries.
  private static func luasOwn() -> Work {
    let texts = RuleFolderOf200.sources.map { source in
      "return function() \(String(decoding: source.bytes, as: UTF8.self))\nend".utf8CString
        .dropLast()
    }
    return Work("the same compiled by Lua's own", unit: .items, amount: texts.count) { times in
      for _ in 0..<times {
        for text in texts {
          text.withUnsafeBufferPointer {
            reference_close(reference_open($0.baseAddress, $0.count))
          }
        }
      }
    }
  }

  private static func measure(_ name: String, hasTests: Bool) async throws -> Measurement {
    let folder = try await RuleFolderOf200(hasTests: hasTests)
    try await folder.reload()
    var times: [Duration] = []
    for _ in 0..<9 {
      times.append(try await ContinuousClock().measure { try await folder.reload() })
    }
    return .time(name, of: times, bound: .milliseconds(150))
  }

  /// By the allocator's count, once the file is loaded.
  private static func memory() async throws -> [Measurement] {
    let rules = try RuleSet.load(RuleFolderOf200.sources)
    let states = await rules.stateMemory()
    guard let largest = states.max() else { throw BenchmarkError("no file has a state") }
    let chunk = Array("return function() end".utf8CString.dropLast())
    let luas = reference_open(chunk, chunk.count)
    defer { reference_close(luas) }
    return [
      .memory("the state of a rule file at rest", largest, bound: 40 << 10),
      .memory(
        "the same", largest, bound: Int(reference_memory(luas)),
        name: "Lua's own state with its libraries"),
    ]
  }
}
