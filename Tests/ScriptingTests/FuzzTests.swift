import Testing

@testable import Scripting

struct FuzzTests {
  private static let functions = [
    "assert", "error", "getmetatable", "ipairs", "next", "pairs", "pcall", "rawequal", "rawget",
    "rawlen", "rawset", "select", "setmetatable", "tonumber", "tostring", "type", "xpcall",
    "string.byte", "string.char", "string.find", "string.format", "string.gmatch", "string.gsub",
    "string.len", "string.lower", "string.match", "string.rep", "string.reverse", "string.sub",
    "string.upper", "table.concat", "table.insert", "table.move", "table.pack", "table.remove",
    "table.sort", "table.unpack", "math.abs", "math.floor", "math.fmod", "math.max", "math.random",
    "math.tointeger", "math.type", "math.ult", "utf8.char", "utf8.codepoint", "utf8.codes",
    "utf8.len", "utf8.offset", "coroutine.create", "coroutine.resume", "coroutine.running",
    "coroutine.status", "coroutine.wrap", "coroutine.yield", "coroutine.isyieldable", "echo",
    "fail", "ai.complete", "m.method", "require", "define",
  ]

  private static let arguments = [
    "nil", "true", "0", "1", "-1", "2", "3", "1 << 62", "math.mininteger", "math.maxinteger", "0/0",
    "1e308", "-0.0", "1e9", "''", "'a'", "'%s'", "'%q %s %d'", "'(a*)*b'", "'%b()'", "'.-'", "'*'",
    "long", "'\\xff\\xfe'", "{}", "{ 1, 2, 3 }", "{ 'a', nil, 'c' }", "big", "string", "ai", "_ENV",
    "m", "m.tags", "m.chat", "h", "m.method", "tostring", "pcall", "error", "string.gsub",
    "table.concat", "function(...) return ... end", "function() error(nil) end",
    "function() return function() return 1 end end", "function() while true do end end",
    "function() coroutine.yield(1) end", "co", "wrapped", "looping", "meta", "closing",
    "coroutine.running()", "select", "next", "setmetatable", "rawset", "coroutine.resume",
  ]

  private static let prelude = """
    local long, big = ("ab( "):rep(3000), {}
    for i = 1, 2000 do big[i] = i % 7 end
    local meta = setmetatable({ 1, 2 }, {
      __index = function(t, k) return k end, __newindex = function(t, k, v) rawset(t, k, v) end,
      __len = function() return 1 << 40 end, __call = function(self, ...) return ... end,
      __tostring = function() return "meta" end, __lt = function() return true end,
      __concat = function() return "c" end, __name = "named", __eq = function() return true end,
      __pairs = function(t) return next, {}, nil end, __unm = error, __close = error })
    local looping = setmetatable({}, { __index = table.concat, __tostring = tostring,
      __call = pcall, __lt = rawequal, __len = rawlen, __newindex = rawset })
    local closing = setmetatable({}, { __close = function() while true do end end,
      __index = function() local x <close> = nil error("index") end })
    local co = coroutine.create(function(...)
      while true do coroutine.yield(...) end end)
    local wrapped = coroutine.wrap(function(...) for i = 1, 5 do coroutine.yield(i) end end)
    """

  /// A program of a few calls within calls.
  private func program(_ generator: inout SplitMix) -> String {
    func argument(_ depth: Int) -> String {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<2 where depth < 3: return call(depth + 1)
      case 2 where depth < 2: return "function(...) return \(call(depth + 1)) end"
      case 3 where depth < 2: return "(\(call(depth + 1)))"
      default: return Self.arguments.randomElement(using: &generator) ?? "nil"
      }
    }
    func call(_ depth: Int) -> String {
      let name = Self.functions.randomElement(using: &generator) ?? "type"
      let count = Int.random(in: 0...4, using: &generator)
      return "\(name)(\((0..<count).map { _ in argument(depth) }.joined(separator: ", ")))"
    }
    var lines = ["local m, h = ..."]
    for _ in 0..<Int.random(in: 3...12, using: &generator) {
      let statement =
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: "return \(call(0))"
        case 1: "for a, b in \(call(0)) do if \(argument(2)) then break end end"
        case 2: "local x <close> = \(argument(1)); \(call(0))"
        case 3: "return coroutine.wrap(function(...) return \(call(0)) end)(\(argument(1)))"
        case 4: "local _ = \(argument(1)) .. \(argument(1)) == \(argument(1))"
        default: "return pcall(\(argument(0)), \(argument(0)), \(argument(1)))"
        }
      // So that the program goes on after most errors.
      let protects = Int.random(in: 0..<20, using: &generator) > 0
      lines.append(protects ? "pcall(function() \(statement) end)" : "do \(statement) end")
    }
    return lines.joined(separator: "\n")
  }

  @Test(
    "random calls of every function with hostile arguments end, and leave the state whole [C3]",
    arguments: 0..<6 as Range<UInt64>)
  func randomCalls(round: UInt64) throws {
    var generator = SplitMix(state: round)
    var limits = ScriptLimits()
    limits.memory = 4 << 20
    let message = ScriptValue.record(
      ScriptRecord(
        "message",
        fields: [
          .init(name: "text", value: "hi"), .init(name: "tags", value: ["a", 1, nil]),
          .init(name: "chat", value: ["id": 1]), .init(name: "none", value: nil),
        ]))
    let classes = [
      ScriptClass("message", methods: [HostFunction("method", phase: .any) { .value($0[0]) }]),
      ScriptClass("secret"),
    ]
    var ends: [Int: Int] = [:]
    for _ in 0..<150 {
      let body = program(&generator)
      let script = try Script(
        "if ... == 'well' then return 'well' end \(body)", prelude: Self.prelude, classes: classes,
        limits: limits)
      for _ in 0..<2 {
        var outcome = script.start(
          message, .handle(ScriptHandle("secret", id: 1)), budget: RunBudget(instructions: 300_000))
        while case .waiting(let request) = outcome {
          let answer: Result<[ScriptValue], HostFailure> =
            Bool.random(using: &generator) ? .success(["answer"]) : .failure(HostFailure("no"))
          guard let next = script.state.resume(request.token, with: answer) else { break }
          outcome = next
        }
        switch outcome {
        case .finished: ends[0, default: 0] += 1
        case .failed(let error): ends[error.kind == .runtime ? 1 : 2, default: 0] += 1
        case .waiting: throw Unexpected(what: "a run that cannot be resumed: \(body)")
        }
      }
      #expect(try script.start("well").values() == ["well"], "\(body)")
      #expect(script.state.waitingRuns == 0)
      #expect(script.state.memoryInUse <= limits.memory)
    }
    // The programs reach both ends, or they test nothing.
    #expect(ends[0, default: 0] > 10)
    #expect(ends[1, default: 0] > 10)
  }
}
