import CLuaReference
import Testing

@testable import Scripting

struct PatternTests {
  /// What Lua itself makes of a chunk that returns a string.
  private func reference(_ chunk: String) -> String {
    let text = Array(chunk.utf8)
    let bytes = [UInt8](unsafeUninitializedCapacity: 4 << 20) { buffer, count in
      text.withUnsafeBufferPointer { source in
        source.withMemoryRebound(to: CChar.self) { source in
          buffer.withMemoryRebound(to: CChar.self) { out in
            count = reference_run(source.baseAddress, source.count, out.baseAddress, out.count)
          }
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func ours(_ chunk: String) throws -> String {
    var limits = ScriptLimits()
    limits.block = 8 << 20
    limits.memory = 64 << 20
    limits.valueBytes = 8 << 20
    limits.sourceBytes = 8 << 20
    let state = try ScriptState(ScriptEnvironment(limits: limits))
    let values = try state.load(
      ScriptSource(name: "chunk", text: chunk), budget: RunBudget(instructions: 500_000_000))
    switch values.first {
    case .string(let string): return string
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    default: throw Unexpected(what: "\(values)")
    }
  }

  /// Runs all four functions on every case, and tells results and error texts alike.
  private static let runner = """
    local out = {}
    local function tell(...)
      local r = table.pack(...)
      for i = 1, r.n do r[i] = tostring(r[i]) end
      out[#out + 1] = table.concat(r, "\\1")
    end
    for i = 1, #cases do
      local s, p, r, init = cases[i][1], cases[i][2], cases[i][3], cases[i][4]
      tell("find", pcall(string.find, s, p, init))
      tell("plain", pcall(string.find, s, p, init, true))
      tell("match", pcall(string.match, s, p, init))
      tell("gsub", pcall(string.gsub, s, p, r, i % 3 == 0 and 2 or nil))
      tell("table", pcall(string.gsub, s, p, { a = "A", [1] = 1, b = false, [""] = "e" }))
      tell("function", pcall(string.gsub, s, p, function(...)
        local n = select("#", ...)
        if n == 2 then return false end
        return n .. tostring((...))
      end))
      tell("gmatch", pcall(function()
        local t = {}
        for a, b in string.gmatch(s, p, init) do t[#t + 1] = tostring(a) .. "/" .. tostring(b) end
        return table.concat(t, ",")
      end))
    end
    return table.concat(out, "\\n")
    """

  private func literal(_ bytes: [UInt8]) -> String {
    var text = "\""
    for byte in bytes {
      let digits = String(byte)
      text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
    return text + "\""
  }

  @Test(
    "the counting matcher agrees with Lua's own on random patterns [point 17]",
    arguments: 0..<8 as Range<UInt64>)
  func agreesWithLua(round: UInt64) throws {
    var generator = SplitMix(state: round)
    let atoms = [
      "a", "b", "c", " ", ".", "%a", "%d", "%s", "%w", "%S", "%W", "%p", "%x", "%u", "%c", "%z",
      "[ab]", "[^a]", "[a-c]", "[%a-]", "[]]", "[^]]", "[a%]b]", "%b()", "%bab", "%f[%w]", "%f[^a]",
      "(", ")", "()", "%1", "%2", "%0", "*", "+", "-", "?", "$", "^", "%%", "%.", "[", "]", "%",
      "\0", "-", "%f", "%b", "[a-", "[%", "(a", "b)", "é",
    ]
    let letters = Array("aabbcc ()1.é-X\0".utf8)
    var cases = ""
    for _ in 0..<1200 {
      let subject = (0..<Int.random(in: 0...16, using: &generator)).map { _ in
        letters.randomElement(using: &generator) ?? 97
      }
      var pattern: [UInt8] = []
      for _ in 0..<Int.random(in: 0...7, using: &generator) {
        pattern += Array((atoms.randomElement(using: &generator) ?? "a").utf8)
      }
      let replacement =
        ["x", "", "%0%0", "<%1>", "%2", "%%", "%", "%x", "é%1"].randomElement(using: &generator)
        ?? "x"
      let start = Int.random(in: -20...20, using: &generator)
      cases +=
        "{\(literal(subject)),\(literal(pattern)),\(literal(Array(replacement.utf8))),\(start)},\n"
    }
    let chunk = "local cases = {\(cases)}\n\(Self.runner)"
    let expected = reference(chunk).split(separator: "\n", omittingEmptySubsequences: false)
    let found = try ours(chunk).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(expected.count > 1200 * 7 - 1)
    #expect(found.count == expected.count)
    let texts = cases.split(separator: "\n")
    let difference = zip(expected, found).enumerated().first { $1.0 != $1.1 }
    #expect(
      difference == nil,
      """
      case \(difference.map { texts[$0.offset / 7] } ?? ""): Lua \(difference?.element.0 ?? ""), \
      ours \(difference?.element.1 ?? "")
      """
    )
  }

  @Test("a pattern that would run for years is stopped [C3, point 17]")
  func catastrophic() throws {
    let error = try Script.error(#"return ("a"):rep(300):find(".-.-.-.-b")"#)
    #expect(error.message.hasPrefix("the pattern takes too long on a string of 300 bytes"))
    #expect(error.location == ScriptLocation(file: "test.lua", line: 1))
  }

  @Test(
    "every pattern function counts its steps [point 17]",
    arguments: ["find", "match", "gsub", "gmatch"])
  func everyFunction(name: String) throws {
    let call =
      name == "gsub"
      ? "s:gsub(p, '')" : name == "gmatch" ? "for x in s:gmatch(p) do end" : "s:\(name)(p)"
    let error = try Script.error(
      "local s, p = ('a'):rep(3000), ('a*'):rep(20) .. 'b'\nlocal _ = 1; \(call)".replacing(
        "; s:", with: "; return s:"))
    #expect(error.message.hasPrefix("the pattern takes too long"))
  }

  @Test("pattern steps are charged to the run: pcall in a loop does not get around them")
  func charged() throws {
    let error = try Script.error(
      "local s = ('a'):rep(300); while true do pcall(string.find, s, '.-.-.-.-b') end")
    #expect(error.kind == .budget)
  }

  @Test("long texts are searched within the limits")
  func honestWork() throws {
    let values = try Script.values(
      """
      local s = ("hello world, "):rep(20000)
      local n = 0
      for word in s:gmatch("%a+") do n = n + 1 end
      return n, select(2, s:gsub("world", "moon")), s:find("xyz", 1, true)
      """)
    #expect(values == [40000, 20000, .nil])
  }
}

/// The generator of the random patterns: the same patterns each time.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
