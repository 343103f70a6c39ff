import Testing

@testable import Scripting

struct BudgetTests {
  // By count alone: how fast the machine is plays no part.
  private static let small = RunBudget(instructions: 200_000, processorTime: .infinity)

  @Test(
    "an endless loop is stopped, whatever it hides in [C3, points 15 and 16]",
    arguments: [
      "while true do end",
      "::again:: goto again",
      "repeat until false",
      "for i = 1, math.huge do end",
      "pcall(function() while true do end end) return 'caught'",
      "while true do pcall(function() while true do end end) end",
      "xpcall(function() while true do end end, function() while true do end end)",
      "xpcall(error, function() while true do end end)",
      "xpcall(function() while true do end end, function(e) return e end) return 'caught'",
      "coroutine.wrap(function() while true do end end)()",
      "coroutine.resume(coroutine.create(function() while true do end end)) return 'caught'",
      "while true do coroutine.wrap(function() for i = 1, 100 do end end)() end",
      "while true do coroutine.create(error) end",
      "local co = coroutine.wrap(function() while true do coroutine.yield() end end) "
        + "while true do co() end",
      "local x <close> = setmetatable({}, { __close = function() while true do end end })",
      "local x <close> = setmetatable({}, { __close = function() while true do end end }) "
        + "while true do end",
      "pcall(function() local x <close> = setmetatable({}, { __close = function() "
        + "while true do end end }) error('x') end) return 'caught'",
      "local t = setmetatable({}, { __index = function(t, k) return t[k + 1] end }) "
        + "while true do pcall(function() return t[1] end) end",
      "('x'):rep(100):gsub('.', function() while true do end end)",
      "table.sort({ 3, 2, 1 }, function() while true do end end)",
      "table.sort({ 3, 2, 1 }, function() pcall(function() while true do end end) return true end)",
      "tostring(setmetatable({}, { __tostring = function() while true do end end }))",
      "local s = 'x' while true do s = s:rep(1) end",
      "local t = {} for i = 1, 20000 do table.insert(t, 1, i) end",
      "local t = {} for i = 1, 50000 do t[i] = i end while true do table.concat(t) end",
      "while true do table.move({}, 1, 100000, 1) end",
      "while true do ('x'):rep(100000):byte(1, -1) end",
      "while true do local s = ('x'):rep(100000) .. 'y' end",
      "local s = ('x'):rep(100000) while true do s:upper() end",
      "local s = ('x'):rep(100000) while true do s:find('y', 1, true) end",
      "local s = ('x'):rep(100000) while true do utf8.len(s) end",
      "while true do echo(1, 2, 3) end",
      "while true do pcall(fail, 'x') end",
      "for _ in function() return 1 end do end",
      "for _ in pairs(setmetatable({}, { __pairs = function() return function() return 1 end end })) "
        + "do end",
    ])
  func endless(body: String) throws {
    let script = try Script("if ... then return 'well' end \(body)")
    let error = try script.start(budget: Self.small).error()
    #expect(error.kind == .budget)
    #expect(
      error.message == "stopped after its budget of 200000 instructions; is there an endless loop?")
    #expect(error.location?.file == "test.lua")
    // Others are not affected, in the same state and on the same thread pool.
    for _ in 0..<5 { #expect(try script.start(true).values() == ["well"]) }
  }

  @Test("a loop that C runs by itself is stopped or refused")
  func loopsInC() throws {
    let concat = try Script.error(
      "table.concat(setmetatable({}, { __index = table.concat }), '', 1, 1 << 60)",
      budget: Self.small)
    #expect(concat.kind == .budget)
    let move = try Script.error("table.move({}, 1, 1 << 60, 2)", budget: Self.small)
    #expect(move.kind == .budget)
    for call in ["insert(t, 1, 1)", "remove(t, 1)", "concat(t)", "unpack(t)", "sort(t)"] {
      let error = try Script.error(
        "local t = setmetatable({}, { __len = function() return 1 << 60 end }); table.\(call)")
      #expect(error.message.contains("no tables with __len"))
    }
  }

  @Test("an endless loop while a file loads is stopped, with its line [C3]")
  func loadLoop() throws {
    let state = try ScriptState(ScriptEnvironment())
    let error = #expect(throws: ScriptError.self) {
      try state.load(
        ScriptSource(name: "a.lua", text: "local x\n\nwhile true do x = 1 end"), budget: Self.small)
    }
    #expect(error?.kind == .budget)
    #expect(error?.location == ScriptLocation(file: "a.lua", line: 3))
  }

  @Test("the place of an endless loop is told also when pcall has caught it [point 16]")
  func place() throws {
    let error = try Script.error(
      "local function f()\nwhile true do end\nend\nlocal ok = pcall(f)\nreturn ok",
      budget: Self.small)
    #expect(error.location == ScriptLocation(file: "test.lua", line: 2))
  }

  @Test("what counting misses ends with the processor time [C3, point 15]")
  func processorTime() throws {
    let body = """
      local a = {}
      for i = 1, 1500 do a = setmetatable({}, { __index = a }) end
      while true do pcall(function() return a.x end) end
      """
    let error = try Script.error(
      body, budget: RunBudget(instructions: .max, processorTime: 0.05))
    #expect(error.kind == .budget)
    #expect(error.message == "stopped after 0.05 s of processor time")
  }

  @Test("the budget is for the whole run, waits included")
  func wholeRun() throws {
    let script = try Script("for i = 1, 20 do for j = 1, 20000 do end ai.complete() end")
    var outcome = script.start(budget: Self.small)
    var waits = 0
    while case .waiting(let request) = outcome {
      waits += 1
      outcome = try #require(script.state.resume(request.token, with: .success([])))
    }
    #expect(try outcome.error().kind == .budget)
    #expect(waits > 2)
    #expect(waits < 15)
  }

  @Test("one run's budget is not another's")
  func separate() throws {
    let script = try Script(
      "if ... then while true do end end for i = 1, 2 do ai.complete() end return 'done'")
    let waiting = try script.start(false, budget: Self.small).request()
    #expect(try script.start(true, budget: Self.small).error().kind == .budget)
    let next = try #require(script.state.resume(waiting.token, with: .success([]))).request()
    #expect(try script.state.resume(next.token, with: .success([]))?.values() == ["done"])
  }

  @Test("the same run takes the same budget each time")
  func repeatable() throws {
    let body = "local n = 0 while true do n = n + 1 if n % 100 == 0 then echo(n) end end"
    var counts: [Int] = []
    for _ in 0..<3 {
      var count = 0
      let probe = HostFunction("probe", phase: .run) { _ in
        count += 1
        return .nothing
      }
      let script = try Script(body.replacing("echo", with: "probe"), functions: [probe])
      _ = try script.start(budget: Self.small).error()
      counts.append(count)
    }
    #expect(counts[0] > 100)
    #expect(Set(counts).count == 1)
  }

  @Test("string.rep of a gigabyte is refused at once [point 18]")
  func rep() throws {
    for call in ["('x'):rep(1e9)", "('xy'):rep(1 << 62)", "(''):rep(1e9, 'x')"] {
      let error = try Script.error("return \(call)")
      #expect(error.kind == .runtime)
      #expect(error.message.contains("larger than the limit"))
    }
    #expect(
      try Script.value("return #('ab'):rep(3, '-') + #('x'):rep(-1) + #(''):rep(1 << 62)") == 8)
  }

  @Test("arguments of the like are capped")
  func capped() throws {
    for call in ["('%99999d'):format(1)", "('%.999f'):format(1)", "('%'):format(1)"] {
      #expect(try Script.error("return \(call)").kind == .runtime)
    }
    #expect(try Script.error("return table.unpack({}, 1, 1e7)").message.contains("at most 10000"))
    #expect(try Script.error("return table.unpack({}, 1, 1e8)").message.contains("at most 10000"))
    #expect(try Script.error("return select(-5, 1)").message.contains("out of range"))
  }

  @Test(
    "memory past the cap fails that run, and the state is back at its baseline [C3, point 19]",
    arguments: [
      "local t = {} for i = 1, 1e9 do t[i] = i end",
      "local t = {} for i = 1, 1e9 do t['k' .. i] = {} end",
      "local s = 'x' while true do s = s .. s end",
      "local t = {} while true do t = { t } end",
      "local t = {} while true do t[#t + 1] = ('x'):rep(100000) .. #t end",
      "local t = {} while true do t[#t + 1] = coroutine.create(error) end",
      "local t = {} while true do local x = #t; t[x + 1] = function() return x end end",
      "local t = {} while true do pcall(function() while true do t[#t + 1] = ('x'):rep(9999) .. #t end end) end",
      "local function f(...) return f(1, ...) end f()",
      "local function f() return 1 + f() end return f()",
      "local co co = function() return coroutine.wrap(co)() end local t = {} while true do "
        + "t[#t + 1] = { pcall(co), ('y'):rep(5000) .. #t } end",
      "local t = {} while true do t[#t + 1] = ('x'):rep(1000):gsub('.', '%0%0') .. #t end",
    ])
  func memory(body: String) throws {
    var limits = ScriptLimits()
    limits.memory = 4 << 20
    limits.block = 1 << 20
    let script = try Script("if ... then return 'well' end \(body)", limits: limits)
    #expect(try script.start(true).values() == ["well"])
    script.state.collectGarbage()
    let baseline = script.state.memoryInUse
    for _ in 0..<3 {
      let error = try script.start(
        budget: RunBudget(instructions: 100_000_000, processorTime: .infinity)
      ).error()
      #expect(error.kind == .memory)
      #expect(error.location?.file == "test.lua")
      #expect(script.state.memoryInUse < baseline + 4096)
      #expect(try script.start(true).values() == ["well"])
    }
  }

  @Test("an endless recursion is called by its name")
  func recursion() throws {
    let error = try Script.error("local function f()\nreturn 1 + f() end\nreturn f()")
    #expect(error.message.contains("call one another without end"))
    #expect(error.location?.line == 2)
  }

  @Test("calls nested in C are stopped before the stack is")
  func nestedInC() throws {
    let bodies = [
      "local function f() return pcall(f) end return f()",
      "local function f() return ('x'):gsub('.', f) end return f()",
      "local function f() table.sort({ 2, 1 }, f) return true end return f()",
      "local function f() return coroutine.wrap(f)() end return f()",
      "local t = {} setmetatable(t, { __tostring = function() return tostring(t) end }) "
        + "return tostring(t)",
      "local t = {} setmetatable(t, { __index = t }) return t.x",
      "local t = setmetatable({}, { __pairs = pairs }) return pairs(t)",
      "local a = {} for i = 1, 5000 do a = setmetatable({}, { __index = a }) end return a.x",
      "local x = 'x' return " + String(repeating: "(", count: 300) + "x"
        + String(repeating: ")", count: 300),
    ]
    for body in bodies.dropLast() {
      let script = try Script("if ... then return 'well' end \(body)")
      switch script.start() {
      case .waiting: throw Unexpected(what: "waiting")
      case .finished, .failed: #expect(try script.start(true).values() == ["well"])
      }
    }
    #expect(throws: ScriptError.self) { try Script(bodies.last ?? "") }
  }

  @Test("waiting runs that were cancelled leave no memory behind")
  func cancelled() throws {
    let script = try Script("local t = { ('x'):rep(10000) .. (...) } ai.complete() return #t")
    for number in 0..<200 {
      let request = try script.start(.integer(Int64(number))).request()
      script.state.cancel(request.token.run)
    }
    script.state.collectGarbage()
    let baseline = script.state.memoryInUse
    for number in 0..<2000 {
      let request = try script.start(.integer(Int64(number))).request()
      script.state.cancel(request.token.run)
    }
    script.state.collectGarbage()
    #expect(script.state.memoryInUse <= baseline + 1024)
    #expect(script.state.waitingRuns == 0)
  }

  @Test("runs that end well take no memory that stays")
  func finished() throws {
    let script = try Script("local t = ... return #t.items")
    let argument: ScriptValue = ["items": [1, 2, 3]]
    for _ in 0..<100 { _ = script.start(argument) }
    script.state.collectGarbage()
    let baseline = script.state.memoryInUse
    for _ in 0..<5000 { _ = script.start(argument) }
    script.state.collectGarbage()
    #expect(script.state.memoryInUse <= baseline + 256)
  }
}
