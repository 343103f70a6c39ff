import Testing

@testable import Scripting

/// Scripts that want out. Each gets the state to itself and says what it reached.
struct RedTeamTests {
  @Test(
    "no way leads to what is hidden [C3]",
    arguments: [
      // The tables behind the read-only ones.
      "return getmetatable(string)", "return getmetatable(_ENV)", "return getmetatable('')",
      "return rawget(string, 'format')", "return rawget(_ENV, 'string')", "return next(string)",
      "return next(_ENV)", "for k, v in pairs(_ENV) do return v end",
      "for k, v in pairs(string) do return v end", "return rawlen(_ENV) ~= 0",
      "return #string ~= 0", "return table.unpack(string)", "return string[1]",
      // Their metamethods.
      "return getmetatable(ai)", "return (getmetatable(coroutine.create(error)))",
      "return getmetatable(error)", "return getmetatable(1)", "return getmetatable(nil)",
      // Names in disguise.
      "local _ENV = {} ; return x", "return ({}).os", "return string[('dump')] and 1",
    ])
  func hidden(body: String) throws {
    let script = try Script(body)
    if case .finished(let values) = script.start() {
      #expect(values.allSatisfy { $0.isNil || $0 == false })
    }
  }

  @Test("an error object that fights back is only described")
  func errorObjects() throws {
    let bodies = [
      "error(setmetatable({}, { __index = function() while true do end end }))",
      "error(setmetatable({}, { __name = ('x'):rep(100000) }))",
      "error(setmetatable({}, { __tostring = error, __concat = error, __eq = error }))",
      "error(coroutine.create(error))", "error(error)", "error(string)",
      "local t = {} t.message = t error(t)", "error({ message = ('x'):rep(1000000) })",
      "error(('x'):rep(1000000))", "error('\\0\\0')", "error(0/0)",
    ]
    for body in bodies {
      let error = try Script.error(body)
      #expect(error.kind == .runtime)
      #expect(!error.message.isEmpty)
      #expect(error.message.utf8.count <= 4096)
    }
  }

  @Test("a verdict is not softened by handlers, closers or coroutines around it [point 16]")
  func verdictStands() throws {
    let budget = RunBudget(instructions: 100_000)
    let bodies = [
      // A handler runs where the hook raised, with hooks off: it must not run at all.
      "return xpcall(function() while true do end end, function() while true do end end)",
      "return xpcall(function() xpcall(function() while true do end end, function() "
        + "while true do end end) end, function() while true do end end)",
      // A closer of a coroutine whose hook raised.
      "local co = coroutine.create(function() local x <close> = setmetatable({}, { __close = "
        + "function() while true do end end }) while true do end end) "
        + "while true do pcall(coroutine.resume, co) end",
      // A generic for closes its fourth value.
      "for _ in function() return 1 end, nil, nil, setmetatable({}, { __close = function() "
        + "while true do end end }) do end",
      // Metamethods that never end, within protected calls within one another.
      "local m = {} m.__index = function(t, k) return t[k] end local t = setmetatable({}, m) "
        + "while true do pcall(pcall, pcall, function() return t.x end) end",
      "local m = {} m.__eq = function(a, b) return a == b end local a, b = setmetatable({}, m), "
        + "setmetatable({}, m) while true do pcall(function() return a == b end) end",
      "local m = {} m.__concat = function(a, b) return a .. b end local a = setmetatable({}, m) "
        + "while true do pcall(function() return a .. a end) end",
      "local m = {} m.__call = function(self) return self() end local a = setmetatable({}, m) "
        + "while true do pcall(a) end",
      // Protected calls within one another, without an instruction between them.
      "local t = setmetatable({}, { __call = pcall }) while true do t() end",
      "local t = setmetatable({}, { __call = pcall }) for _ in t do end",
    ]
    for body in bodies {
      let script = try Script("if ... then return 'well' end \(body)")
      let error = try script.start(budget: budget).error()
      #expect([.budget, .memory].contains(error.kind), "\(body): \(error)")
      #expect(try script.start(true).values() == ["well"])
    }
  }

  @Test(
    "what takes long within single instructions ends with the processor time [C3, point 15]",
    .timeLimit(.minutes(5)),
    arguments: [
      // Each element is looked for in two thousand tables.
      "local t = {} for i = 1, 1900 do t = setmetatable({}, { __index = t }) end "
        + "table.move(t, 1, 1 << 40, 1, {})",
      "local t = {} for i = 1, 1900 do t = setmetatable({}, { __index = t }) end "
        + "setmetatable(t, { __index = function() return '' end }) table.concat(t, '', 1, 1 << 40)",
      // Each comparison takes milliseconds.
      "local s = ('\\0'):rep(900000) local a, b, c = s .. 'a', s .. 'b' "
        + "while true do c = a < b c = a < b c = a < b c = a < b c = a < b end",
    ])
  func longInstructions(body: String) throws {
    let budget = RunBudget(instructions: .max, processorTime: 0.05)
    guard case .failed(let error) = try Script(body).start(budget: budget) else {
      Issue.record("it came to an end")
      return
    }
    #expect(error.kind == .budget, "\(error)")
  }

  @Test("a coroutine left behind by a stopped run does no harm in the next")
  func leftBehind() throws {
    let script = try Script(
      """
      if (...) == "again" then
        local ok, message = coroutine.resume(kept[1])
        return ok, message
      end
      kept[1] = coroutine.create(function()
        local x <close> = setmetatable({}, { __close = function() while true do end end })
        while true do end
      end)
      coroutine.resume(kept[1])
      """, prelude: "local kept = {}")
    #expect(try script.start(budget: RunBudget(instructions: 50_000)).error().kind == .budget)
    let again = try script.start("again").values()
    #expect(again.first == false)
    #expect(again.last == "cannot resume dead coroutine")
  }

  @Test("a coroutine suspended in one run is counted in the run that goes on with it")
  func handedOver() throws {
    let script = try Script(
      """
      if (...) == "again" then return coroutine.resume(kept[1]) end
      kept[1] = coroutine.create(function() coroutine.yield() while true do end end)
      coroutine.resume(kept[1])
      return "kept"
      """, prelude: "local kept = {}")
    #expect(try script.start().values() == ["kept"])
    #expect(
      try script.start("again", budget: RunBudget(instructions: 50_000)).error().kind == .budget)
  }

  @Test("a coroutine that waits in a run which was cancelled stays where it is")
  func orphan() throws {
    let script = try Script(
      """
      if (...) == "again" then return coroutine.resume(kept[1], true, "forged") end
      kept[1] = coroutine.create(function() return ai.complete() end)
      return coroutine.resume(kept[1])
      """, prelude: "local kept = {}")
    let request = try script.start().request()
    script.state.cancel(request.token.run)
    script.state.collectGarbage()
    #expect(try script.start("again").values().first == false)
  }

  @Test("a comparison that tears at the table it sorts does no harm")
  func sortAndChange() throws {
    let bodies = [
      "local t = { 3, 1, 2 } table.sort(t, function(a, b) t[1] = nil t[2] = nil return a < b end)",
      "local t = {} for i = 1, 100 do t[i] = i end table.sort(t, function(a, b) "
        + "for i = 1, 100 do t[i] = nil end return true end)",
      "local t = { 1, 'x', {} } table.sort(t)", "local t = { 0/0, 0/0, 1 } table.sort(t)",
      "local t = { 1, 2, 3 } table.sort(t, function(a, b) table.sort(t) return a < b end)",
    ]
    for body in bodies {
      let script = try Script("if ... then return 'well' end \(body)")
      if case .waiting = script.start() { throw Unexpected(what: body) }
      #expect(try script.start(true).values() == ["well"])
    }
  }

  @Test("a replacement function that replaces again, and iterators that are misused, do no harm")
  func reentrant() throws {
    let bodies = [
      "return (('abc'):gsub('.', function(c) return (c:gsub('.', function(d) "
        + "return d:rep(2) end)) end))",
      "local f = ('abc'):gmatch('.') local co = coroutine.wrap(function() return f() end) "
        + "return f() .. co() .. f(), f(), f()",
      "local next, t = pairs({ 1, 2 }) return next({}), next(t), pcall(next, 1)",
      "local it = utf8.codes('\\xff') return pcall(it, '\\xff', 0)",
      "return pcall(string.gsub, 'x', '(', '') , pcall(string.gsub, 'x', '%', '')",
      "return ('x'):gsub(('(x)'):rep(40), '')", "return ('x'):find(('('):rep(300))",
      "return ('x'):rep(1000):find(('x?'):rep(1000))", "return ('x'):find('%f')",
      "return ('('):rep(10000):find('%b()')",
      "return select(2, ('x'):find('()' .. ('()'):rep(31)))",
    ]
    for body in bodies {
      let script = try Script("if ... then return 'well' end \(body)")
      if case .waiting = script.start() { throw Unexpected(what: body) }
      #expect(try script.start(true).values() == ["well"])
    }
    #expect(
      try Script.value(bodies[0]) == "aabbcc")
  }

  @Test("a source that strains the compiler is refused or compiled, no more")
  func compiler() throws {
    let sources = [
      String(repeating: "(", count: 100_000), String(repeating: "{", count: 100_000),
      "return " + String(repeating: "-", count: 100_000) + "1",
      "return " + String(repeating: "not ", count: 50_000) + "1",
      "local x = " + String(repeating: "'a' .. ", count: 50_000) + "'a'",
      String(repeating: "do ", count: 10_000),
      String(repeating: "function(", count: 10_000),
      "local " + (0..<300).map { "a\($0)" }.joined(separator: ","),
      String(repeating: "local a <const> = 1 ", count: 300),
      "goto nowhere", "break", "return ... , ::a:: goto a", "--[==[", "'", "\\", "\u{0}",
      "local x <close> = 1", "return 0x" + String(repeating: "f", count: 100_000),
      "return '\\u{7FFFFFFF}'", "#!/bin/sh", "return 1e" + String(repeating: "9", count: 10_000),
    ]
    for source in sources {
      let state = try ScriptState(ScriptEnvironment())
      _ = try? state.load(ScriptSource(name: "a.lua", text: source))
      // A state that failed to load is still whole.
      #expect(try state.load(ScriptSource(name: "b.lua", text: "return 1")) == [1])
    }
  }

  @Test("what one run leaves in the tables of its file is bounded by the cap, not by the runs")
  func hoarding() throws {
    var limits = ScriptLimits()
    limits.memory = 2 << 20
    let script = try Script(
      "kept[#kept + 1] = ('x'):rep(10000) .. #kept return #kept", prelude: "local kept = {}",
      limits: limits)
    var failures = 0
    for _ in 0..<400 {
      if case .failed(let error) = script.start() {
        #expect(error.kind == .memory)
        failures += 1
      }
    }
    #expect(failures > 0)
    #expect(script.state.memoryInUse <= 2 << 20)
  }

  @Test("what a host function was given is its own: the script cannot change it later")
  func copies() throws {
    var seen: [ScriptValue] = []
    let keep = HostFunction("keep", phase: .run) { call in
      seen.append(call[0])
      return .value(call[0])
    }
    let script = try Script(
      "local t = { 1 } local u = keep(t) t[1] = 2 u[1] = 3 keep(t) return u ~= t",
      functions: [keep])
    #expect(try script.start().values() == [true])
    #expect(seen == [[1], [2]])
  }
}
