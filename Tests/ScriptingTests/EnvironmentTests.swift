import Testing

@testable import Scripting

struct EnvironmentTests {
  @Test(
    "what reaches outside is absent, and the error says so [C3, point 21]",
    arguments: [
      "os", "io", "debug", "package", "load", "loadfile", "dofile", "loadstring", "print",
      "collectgarbage", "_G", "string.dump", "math.randomseed", "coroutine.close", "string.pack",
    ])
  func absent(name: String) throws {
    let error = try Script.error("local x = \(name)")
    #expect(error.message.contains("\(name) is not available in"))
    #expect(error.location == ScriptLocation(file: "test.lua", line: 1))
  }

  @Test("the host's own hint comes first [point 21]")
  func hints() throws {
    let error = try Script.loadError("\nos.time()", hints: ["os": "use x.now"])
    #expect("\(error)" == "people.lua:2: use x.now")
  }

  @Test("bytecode is refused [C3, point 22]")
  func bytecode() throws {
    let error = try Script.loadError("\u{1b}Lua\u{54}\u{0}")
    #expect(error.kind == .syntax)
    #expect(error.message.contains("binary chunk"))
  }

  @Test("an unknown name is an error with line and suggestion [point 11]")
  func unknownGlobal() throws {
    let error = try Script.loadError("\n\ndefin 'x' {}")
    #expect("\(error)" == "people.lua:3: unknown name 'defin'; did you mean 'define'?")
    #expect(
      try Script.error("return string.fromat('x')").message
        == "string has no 'fromat'; did you mean 'format'?")
    #expect(
      try Script.error("return ('x'):uper()").message
        == "string has no 'uper'; did you mean 'upper'?")
    #expect(
      try Script.error("return ai.complet()").message
        == "ai has no 'complet'; did you mean 'complete'?")
  }

  @Test(
    "a global assigned is an error with its line [point 14]",
    arguments: ["x = 1", "function x() end", "string = nil", "define = 1", "_ENV.x = 1"])
  func assignGlobal(statement: String) throws {
    let error = try Script.loadError("\n\(statement)")
    #expect(error.location == ScriptLocation(file: "people.lua", line: 2))
    #expect(error.message.contains("rules have no global variables"))
  }

  @Test(
    "the libraries cannot be changed",
    arguments: [
      "string.format = 1", "string.new = 1", "rawset(string, 'format', 1)", "rawset(_ENV, 'x', 1)",
      "setmetatable(string, {})", "setmetatable(_ENV, {})", "table.insert(string, 1)",
      "getmetatable('').__index.format = 1", "ai.complete = 1", "ai.x = 1",
      "table.move({1}, 1, 1, 1, math)", "setmetatable('', {})", "getmetatable(_ENV).__index = {}",
    ])
  func readOnly(statement: String) throws {
    _ = try Script.error(statement)
    #expect(try Script.value("pcall(function() \(statement) end); return ('%d'):format(3)") == "3")
  }

  @Test("a finalizer and a weak table are refused [point 20]")
  func finalizers() throws {
    #expect(
      try Script.error("setmetatable({}, { __gc = function() end })").message
        .hasPrefix("__gc is not available"))
    #expect(
      try Script.error("setmetatable({}, { __mode = 'k' })").message
        .hasPrefix("__mode is not available"))
    // Set later, it is not looked at any more.
    #expect(
      try Script.value(
        """
        local m, called = {}, false
        do local x = setmetatable({}, m); m.__gc = function() called = true end end
        for i = 1, 1000 do local garbage = { ("x"):rep(1000 + i) } end
        return called
        """) == false)
  }

  @Test("what is harmless is there and works")
  func harmless() throws {
    let body = """
      local t = { 3, 1, 2 }
      table.sort(t)
      table.insert(t, 4)
      table.insert(t, 1, 0)
      local removed = table.remove(t, 1)
      local co = coroutine.wrap(function(a) local b = coroutine.yield(a + 1) return b * 2 end)
      local ok, text = pcall(error, "caught", 0)
      local class = setmetatable({}, { __index = function(_, k) return k .. "!" end })
      return table.concat(t, ","), removed, co(1), co(10), ok, text, class.x, utf8.len("äö"),
        math.max(1, 2), #table.pack(1, nil, 3), tostring(nil), tostring(1.5), tonumber("0x10"),
        string.format("%5.1f|%-4s|%q|%s", 2.25, "a", "b", { 1 }), rawequal(t, t), next({})
      """
    #expect(
      try Script.values(body) == [
        "1,2,3,4", 0, 2, 20, false, "caught", "x!", 2, 2, 3, "nil", "1.5", 16,
        "  2.2|a   |\"b\"|table", true, .nil,
      ])
  }

  @Test("addresses of memory are not shown")
  func addresses() throws {
    #expect(
      try Script.values(
        "return tostring({}), tostring(function() end), tostring(coroutine.create(error))")
        == ["table", "function", "thread"])
    #expect(try Script.error("return ('%p'):format({})").message.contains("%p"))
  }

  @Test("pairs goes by number, then by name, each time")
  func orderedPairs() throws {
    let body = """
      local t = { z = 1, a = 2, [10] = 3, [-1] = 4, m = 5, [2.5] = 6, [true] = 7, "one" }
      local keys = {}
      for k in pairs(t) do keys[#keys + 1] = tostring(k) end
      for k in pairs(t) do t[k] = nil end
      return table.concat(keys, " "), next(t)
      """
    #expect(try Script.values(body) == ["-1 1 2.5 10 a m z true", .nil])
    #expect(
      try Script.values(
        """
        local log = {}
        local t = setmetatable({}, { __pairs = function(t) return function(_, k)
          if not k then return 1, 2 end end, t end })
        for k, v in pairs(t) do log[#log + 1] = k + v end
        return #log, log[1]
        """) == [1, 3])
  }

  @Test("equal elements keep their order in table.sort, and any comparison ends")
  func sort() throws {
    let body = """
      local t = {}
      for i = 1, 300 do t[i] = { key = i % 3, at = i } end
      table.sort(t, function(a, b) return a.key < b.key end)
      for i = 2, 300 do
        if t[i-1].key == t[i].key and t[i-1].at > t[i].at then return "unstable" end
        if t[i-1].key > t[i].key then return "unsorted" end
      end
      local n = { 5, 3, 9, 1, 1 }
      table.sort(n, function() return true end)
      table.sort(n, function(a, b) return a > b end)
      return table.concat(n, ",")
      """
    #expect(try Script.value(body) == "9,5,3,1,1")
  }

  @Test("math.random follows the seed")
  func random() throws {
    let body = """
      local t = {}
      for i = 1, 20 do t[i] = math.random(1, 6) end
      t[21] = math.random(); t[22] = math.random(0); t[23] = math.random(-5, 5)
      return t
      """
    let script = try Script(body)
    let first = try script.start(seed: 1).values()
    #expect(try script.start(seed: 1).values() == first)
    #expect(try Script(body).start(seed: 1).values() == first)
    #expect(try script.start(seed: 2).values() != first)
    let rolls = try #require(first.first?.table).items.prefix(20).compactMap(\.integer)
    #expect(rolls.allSatisfy { (1...6).contains($0) })
    #expect(Set(rolls).count > 2)
    #expect(try Script.error("math.random(2, 1)").message.contains("interval is empty"))
  }

  @Test("a fresh state takes 40 KiB or less")
  func memory() throws {
    let state = try ScriptState(ScriptEnvironment(functions: Script.functions))
    #expect(state.memoryInUse <= 40 << 10)
    #expect(state.memoryInUse > 0)
  }

  @Test("constants stand beside functions; a name twice is refused")
  func constants() throws {
    var environment = ScriptEnvironment(functions: Script.functions)
    environment.constants = [("limits.day", 20)]
    let state = try ScriptState(environment)
    let values = try state.load(ScriptSource(name: "a.lua", text: "return limits.day"))
    #expect(values == [20])
    environment.constants = [("ai.complete", 1)]
    #expect(throws: ScriptError.self) { try ScriptState(environment) }
  }
}
