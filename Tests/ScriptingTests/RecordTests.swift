import Testing

@testable import Scripting

struct RecordTests {
  static let message = ScriptValue.record(
    ScriptRecord(
      "message",
      fields: [
        .init(name: "text", value: "hello"), .init(name: "id", value: 42),
        .init(name: "media", value: .nil), .init(name: "tags", value: ["a", "b", "c"]),
        .init(name: "entities", value: [["from": 1, "kind": "bold"]]),
        .init(
          name: "chat",
          value: .record(ScriptRecord("chat", fields: [.init(name: "title", value: "T")]))),
      ]))

  static var classes: [ScriptClass] {
    [
      ScriptClass(
        "message",
        methods: [
          HostFunction("replied", phase: .run) { .value(.bool($0[0].record?["id"] == 42)) },
          HostFunction("transcript", phase: .run, waits: true) { _ in .wait },
        ]),
      ScriptClass("chat"),
      ScriptClass("secret", methods: [HostFunction("use", phase: .run) { .value($0[0]) }]),
    ]
  }

  @Test(
    "a message reads like a table [C1]",
    arguments: [
      ("m.text", "hello"), ("m.id + 1", 43), ("m.media", .nil), ("m.chat.title", "T"),
      ("#m.tags", 3), ("m.tags[2]", "b"), ("m.tags[4]", .nil), ("m.tags[1] .. m.tags[3]", "ac"),
      ("m.entities[1].kind", "bold"), ("m.entities[1].none", .nil), ("type(m)", "table"),
      ("table.concat(m.tags, '-')", "a-b-c"), ("select(2, table.unpack(m.tags))", "b"),
      ("m.chat == m.chat", true), ("tostring(m)", "message"), ("m:replied()", true),
      ("(('%s'):format(m))", "message"), ("('abc'):gsub('%a', m.chat and { a = 'x' })", "xbc"),
    ] as [(String, ScriptValue)])
  func reads(expression: String, value: ScriptValue) throws {
    let first = try Script.value(
      "local m = ...; return (\(expression))", Self.message, classes: Self.classes)
    #expect(first == value)
  }

  @Test("pairs and ipairs go over a message in its own order")
  func iterates() throws {
    let body = """
      local m = ...
      local seen = {}
      for key in pairs(m) do seen[#seen + 1] = key end
      for i, tag in ipairs(m.tags) do seen[#seen + 1] = i .. tag end
      for key, value in pairs(m.tags) do seen[#seen + 1] = key .. value end
      return table.concat(seen, " ")
      """
    #expect(
      try Script.value(body, Self.message, classes: Self.classes)
        == "text id tags entities chat 1a 2b 3c 1a 2b 3c")
  }

  @Test("a misspelt field is an error with the right name")
  func misspelt() throws {
    let error = try Script.error(
      "local m = ...\nreturn m.txet", Self.message, classes: Self.classes)
    #expect(error.message == "message has no 'txet'; did you mean 'text'?")
    #expect(error.location?.line == 2)
    let method = try Script.error(
      "local m = ...; m:replid()", Self.message, classes: Self.classes)
    #expect(method.message == "message has no 'replid'; did you mean 'replied'?")
  }

  @Test(
    "a message cannot be changed by any way",
    arguments: [
      "m.text = 'x'", "m.new = 1", "m.tags[1] = 'x'", "m.chat.title = 'x'", "rawset(m, 'text', 1)",
      "table.insert(m.tags, 'x')", "table.remove(m.tags)", "table.sort(m.tags)",
      "setmetatable(m, {})", "table.move({1}, 1, 1, 1, m.tags)", "getmetatable(m).__index = nil",
    ])
  func readOnly(statement: String) throws {
    let script = try Script("local m = ...; \(statement)", classes: Self.classes)
    _ = try script.start(Self.message).error()
    let after = try Script.value(
      "local m = ...; pcall(function() \(statement) end); return m.text .. #m.tags .. m.chat.title",
      Self.message, classes: Self.classes)
    #expect(after == "hello3T")
  }

  @Test("a message goes back to the host as it came")
  func goesBack() throws {
    #expect(try Script.value("return (...)", Self.message, classes: Self.classes) == Self.message)
    #expect(
      try Script.value("return { (...).tags }", Self.message, classes: Self.classes)
        == [["a", "b", "c"]])
  }

  @Test("a secret can be used and passed on, not read or printed [A7]")
  func handles() throws {
    let secret = ScriptValue.handle(ScriptHandle("secret", id: 77))
    #expect(try Script.value("return (...)", secret, classes: Self.classes) == secret)
    #expect(try Script.value("return (...):use()", secret, classes: Self.classes) == secret)
    #expect(try Script.value("return tostring(...)", secret, classes: Self.classes) == "secret")
    for attempt in ["(...).id", "(...) .. ''", "#(...) + (...)", "(...)[1].x", "next(...)"] {
      _ = try Script.error("return \(attempt)", secret, classes: Self.classes)
    }
  }

  @Test("a record of a class that nobody defined is the host's error")
  func unknownClass() throws {
    let error = try Script.error("return 1", .record(ScriptRecord("ghost")))
    #expect(error.kind == .host)
    #expect(error.message.contains("ghost"))
  }
}
