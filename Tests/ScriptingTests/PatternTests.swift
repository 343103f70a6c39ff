import Testing

@testable import Scripting

struct PatternTests {
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

  /// Makes cases at random and runs all four functions on each; tells results and error texts alike, a
  /// line a case. Both interpreters run it: the numbers come from a generator of its own.
  private static let runner = """
    local state = seed
    local function below(n)
      state = state * 6364136223846793005 + 1442695040888963407
      return (state >> 33) % n
    end
    local atoms = {
      "a", "b", "c", " ", ".", "%a", "%d", "%s", "%w", "%S", "%W", "%p", "%x", "%u", "%c", "%z", "%g",
      "%l", "%D", "%A", "%G", "[ab]", "[^a]", "[a-c]", "[%a-]", "[]]", "[^]]", "[a%]b]", "[%w_]",
      "[^%s]", "[b-]", "[-b]", "[a-%z]", "%b()", "%bab", "%b''", "%f[%w]", "%f[^a]", "%f[%z]", "(",
      ")", "()", "%1", "%2", "%0", "*", "+", "-", "?", "$", "^", "%%", "%.", "[", "]", "%", "\\0",
      "-", "%f", "%b", "[a-", "[%", "(a", "b)", "é", "(a*", "(.-)", "((%w)", "[^", "%]", "[[]", ".*",
    }
    local pieces = { "a", "b", "ab", "aa", "c", " ", "(", ")", "1", ".", "é", "-", "X", "\\0", "\\n", "_" }
    local replacements = {
      "x", "", "%0%0", "<%1>", "%2", "%%", "%", "%x", "é%1", "%1%2%3", "\\0", "%9", "a%%b%0",
    }
    local function some(list, most)
      local t = {}
      for i = 1, below(most + 1) do t[i] = list[below(#list) + 1] end
      return table.concat(t)
    end
    local out, line = {}, {}
    local function tell(...)
      local r = table.pack(...)
      for i = 1, r.n do r[i] = tostring(r[i]) end
      line[#line + 1] = table.concat(r, "\\1")
    end
    for i = 1, count do
      local s, p, r = some(pieces, 14), some(atoms, 7), replacements[below(#replacements) + 1]
      local init, most = below(41) - 20, below(3) == 0 and below(4) - 1 or nil
      line = { "" }
      tell(pcall(string.find, s, p, init))
      tell(pcall(string.find, s, p, init, true))
      tell(pcall(string.match, s, p, init))
      tell(pcall(string.gsub, s, p, r, most))
      tell(pcall(string.gsub, s, p, { a = "A", [1] = 1, b = false, [""] = "e", ab = 2.5 }, most))
      tell(pcall(string.gsub, s, p, function(...)
        local n = select("#", ...)
        if n == 2 then return false end
        if n == 3 then return {} end
        return n .. tostring((...))
      end))
      tell(pcall(function()
        local t = {}
        for a, b in string.gmatch(s, p, init) do t[#t + 1] = tostring(a) .. "/" .. tostring(b) end
        return table.concat(t, ",")
      end))
      line[1] = ("%q %q %q %d %s"):format(s, p, r, init, most)
      out[i] = table.concat(line, "\\2"):gsub("\\n", "~")
    end
    return table.concat(out, "\\n")
    """

  /// The first line that differs from Lua's own, nil when none does.
  private func difference(_ chunk: String) throws -> String? {
    let expected = Reference.run(chunk).split(separator: "\n", omittingEmptySubsequences: false)
    let found = try ours(chunk).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(expected.count == found.count)
    #expect(expected.count > 1)
    return zip(expected, found).first { $0 != $1 }.map { "Lua: \($0)\nours: \($1)" }
  }

  @Test(
    "the counting matcher agrees with Lua's own on random patterns [C3, rules 17]",
    arguments: 0..<12 as Range<UInt64>)
  func agreesWithLua(seed: UInt64) throws {
    // 12 times 2,000 cases of seven calls each.
    let difference = try difference("local seed, count = \(seed), 2000\n\(Self.runner)")
    #expect(difference == nil)
  }

  @Test("the counting matcher has the limits of Lua's own, to the item [rules 17]")
  func limits() throws {
    let difference = try difference(
      """
      local out = {}
      local function tell(...)
        local r = table.pack(pcall(...))
        for i = 1, r.n do r[i] = tostring(r[i]) end
        out[#out + 1] = table.concat(r, " ")
      end
      for n = 1, 40 do
        tell(string.find, "xx", ("()"):rep(n))
        tell(string.match, ("x"):rep(50), ("(x)"):rep(n))
        tell(string.match, "x", ("("):rep(n) .. "x" .. (")"):rep(n))
        tell(string.gsub, "abc", ("(%w?)"):rep(n), "%1%9")
      end
      for n = 190, 210 do
        tell(string.find, ("x"):rep(300), ("x?"):rep(n))
        tell(string.find, ("x"):rep(300), ("x*"):rep(n))
        tell(string.find, ("x"):rep(300), ("x-"):rep(n))
        tell(string.find, ("x"):rep(300), ("x"):rep(n))
        tell(string.find, ("x"):rep(300), ("%f[x]"):rep(n))
        tell(string.find, ("()"):rep(300), ("%b()"):rep(n))
      end
      for _, p in ipairs { "%1", "(%1)", "(x)%2", "(x%1", "[a", "[^", "[]", "[]a", "[^]", "[%]", "%", "a%",
        "%b", "%bx", "%f", "%fa", "%f[", "^*", "*", "$a", "a$b", "^^", "(()", "())", "%g", "%Z" } do
        for _, s in ipairs { "", "x", "^*", "a$b", "xx", "a]", "\\0" } do
          tell(string.find, s, p)
          tell(string.match, s, p)
          tell(string.gsub, s, p, "%1")
          tell(function() local n = 0 for a in s:gmatch(p) do n = n + 1 end return n end)
        end
      end
      return table.concat(out, "\\n")
      """)
    #expect(difference == nil)
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
