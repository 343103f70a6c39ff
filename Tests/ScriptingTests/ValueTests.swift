import Testing

@testable import Scripting

struct ValueTests {
  @Test(
    "a value goes into a script and comes out the same [C1]",
    arguments: [
      .nil, true, false, 0, .integer(.min), .integer(.max), 2.5, .number(-.infinity), "",
      "ünïcode 👍", .bytes([0xff, 0x00, 0xfe]), [], [1, "two", [3.5, false]],
      ["name": "x", "nested": ["list": [1, 2]]],
      .table(
        ScriptTable(
          items: ["a"],
          fields: [.init(key: .integer(-7), value: 1), .init(name: "b", value: [2])])),
    ] as [ScriptValue])
  func roundTrip(value: ScriptValue) throws {
    #expect(try Script.values("return ...", value) == [value])
    #expect(try Script.values("return echo(...)", value) == [value])
  }

  @Test("keys that are no UTF-8 are refused, as two of them could not be told apart")
  func binaryKeys() throws {
    let error = try Script.error(#"return echo { ["a\xff"] = 1, ["a\xfe"] = 2 }"#)
    #expect(error.message.contains("a key that is no UTF-8 text"), "\(error)")
  }

  @Test("items and fields of one table keep apart, and fields come sorted")
  func mixedTable() throws {
    let value = try Script.value(#"return { "private", b = 2, a = 1, [100] = 3, "group" }"#)
    let table = try #require(value.table)
    #expect(table.items == ["private", "group"])
    #expect(table.fields.map(\.key) == [.integer(100), .name("a"), .name("b")])
    #expect(table["b"] == 2)
  }

  @Test("several values and none come out as such")
  func counts() throws {
    #expect(try Script.values("return 1, nil, 3") == [1, .nil, 3])
    #expect(try Script.values("return") == [])
    #expect(try Script.values("return select('#', ...)", .nil, .nil) == [2])
  }

  @Test("a table that contains itself is refused in words")
  func cycle() throws {
    let error = try Script.error("local t = {}; t.a = { t }; return t")
    #expect(error.message.contains("contains itself"))
    let call = try Script.error("local t = {}; t.t = t; echo(1, t)")
    #expect(call.message == "echo: argument 2 cannot be used: a table in it contains itself")
    #expect(call.location == ScriptLocation(file: "test.lua", line: 1))
  }

  @Test("the same table twice is no cycle")
  func shared() throws {
    #expect(try Script.value("local t = {1}; return { t, t }") == [[1], [1]])
  }

  @Test("too deep and too large values are refused in words")
  func bounds() throws {
    let deep = try Script.error("local t = {}; for i = 1, 40 do t = { t } end; return t")
    #expect(deep.message.contains("nested too deep"))
    let large = try Script.error("local s = ('x'):rep(600000); return { s, s }")
    #expect(large.message.contains("too large"))
    var nested: ScriptValue = []
    for _ in 0..<100 { nested = [nested] }
    let host = try Script.error("return 1", nested)
    #expect(host.kind == .host)
    #expect(host.message.contains("nested deeper"))
    let wide = try Script.error("return 1", .string(String(repeating: "x", count: 2 << 20)))
    #expect(wide.message.contains("larger than"))
  }

  @Test("coroutines, odd keys and functions of a running rule are refused in words")
  func unusable() throws {
    #expect(
      try Script.error("echo(coroutine.create(print_ or function() end))", .nil).message
        .contains("unknown name"))
    #expect(
      try Script.error("echo(coroutine.create(function() end))").message.contains("a coroutine"))
    #expect(try Script.error("echo({ [1.5] = 1 })").message.contains("neither a string"))
    #expect(try Script.error("echo(function() end)").message.contains("while the file loads"))
  }

  @Test("a function tells where it is defined, and is the same each time")
  func functions() throws {
    let state = try ScriptState(ScriptEnvironment())
    let values = try state.load(
      ScriptSource(name: "a/b.lua", text: "local function f()\n return 7 end\nreturn f, f, {f}"))
    let first = try #require(values.first?.function)
    #expect(values == [.function(first), .function(first), [.function(first)]])
    #expect(first.location == ScriptLocation(file: "a/b.lua", line: 1))
    #expect(try state.start(first, arguments: []).values() == [7])
  }

  @Test("a function of another state is refused")
  func foreignFunction() throws {
    let one = try Script("return 1")
    let two = try Script("return 2")
    #expect(try two.state.start(one.main, arguments: []).error().kind == .host)
    #expect(try two.start(.function(one.main)).error().message.contains("another state"))
  }

  @Test("arguments encoded once serve several states")
  func encodedOnce() throws {
    let encoded = EncodedValues([["n": 20], 1])
    for _ in 0..<3 {
      let script = try Script("local t, n = ...; return t.n + n")
      #expect(try script.state.start(script.main, arguments: encoded).values() == [21])
    }
  }
}
