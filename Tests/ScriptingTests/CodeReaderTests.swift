import Testing

@testable import Scripting

@Suite(
  "The reader of compiled code answers anything with nil or a survey, and never reads out of bounds"
)
struct CodeReaderTests {
  private static let text = """
    local t, long = { 1, 2.5, "x" }, [[a text that is longer than forty characters, and so is kept apart]]
    local function run(m, x)
      do for i = 1, 10 do if m.sender.name == i then goto done end end
      for _, h in ipairs(x.history(5)) do echo { h.text, delay = "human", n = i } end
      ::done:: end
      local s <const> = m.sender
      return function(...) return s.first_name .. select("#", ...) .. t[1], echo(m), fail "x" end
    end
    return run
    """

  private func code(_ text: String) throws -> [UInt8] {
    let state = try ScriptState(ScriptEnvironment(functions: Script.functions))
    try state.load(ScriptSource(name: "a.lua", text: text), surveyed: true)
    return try #require(state.bridge.takeCode())
  }

  @Test("What is cut off anywhere is no code")
  func truncated() throws {
    let code = try code(Self.text)
    #expect(CodeSurvey(code: code) != nil)
    for count in 0..<code.count { #expect(CodeSurvey(code: Array(code[..<count])) == nil) }
    #expect(CodeSurvey(code: code + [0]) == nil)
  }

  @Test("Bytes changed at random do no harm")
  func changed() throws {
    let code = try code(Self.text)
    var generator = SplitMix(state: 7)
    for _ in 0..<4000 {
      var changed = code
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let index = Int.random(in: 15..<changed.count, using: &generator)
        changed[index] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = CodeSurvey(code: changed)
    }
  }

  @Test("Instructions at random do no harm")
  func random() throws {
    var generator = SplitMix(state: 9)
    for _ in 0..<400 {
      let count = Int.random(in: 1...200, using: &generator)
      let code = (0..<count).map { _ in
        CodeInstruction(
          word: UInt32.random(in: 0...UInt32.max, using: &generator) & ~0x7F
            | UInt32.random(in: 0...90, using: &generator))
      }
      let locals = (0..<5).map { _ in
        let start = Int.random(in: 0...count, using: &generator)
        return (start: start, end: Int.random(in: 0...(count * 2), using: &generator))
      }.sorted { $0.start < $1.start }
      let child = CodePrototype(
        line: 1, parameters: 3, registers: 4, code: code, constants: ["a", 1],
        upvalues: [.init(isRegister: true, index: 2), .init(isRegister: false, index: 9)],
        children: [], lines: [], locals: locals)
      let file = CodePrototype(
        line: 0, parameters: 200, registers: Int.random(in: 0...255, using: &generator), code: code,
        constants: ["x", "y", .nil, 2.5], upvalues: [.init(isRegister: true, index: 0)],
        children: [child], lines: [], locals: locals)
      var walk = CodeWalk()
      walk.walk(file, upvalues: [.globals])
      #expect(walk.survey.functions.count >= 1)
    }
  }
}
