import Testing

@testable import Scripting

/// Records whose fields their class declares: they cross without the names.
struct RecordShapeTests {
  private static let chat = RecordShape("chat", fields: ["title", "id"])
  private static let message = RecordShape(
    "message", fields: ["text", "id", "media", "tags", "chat"])
  private static let empty = RecordShape("empty", fields: [])

  private static var classes: [ScriptClass] {
    [
      ScriptClass(
        message,
        methods: [HostFunction("replied", phase: .run) { .value(.bool($0[0].record?["id"] == 42)) }]
      ),
      ScriptClass(chat), ScriptClass(empty),
    ]
  }

  private static let arguments = EncodedValues(count: 2) { writer in
    writer.record(message) { fields in
      fields.field("text", "hello")
      fields.field("id", Int64(42))
      fields.field("media", nil as Int64?)
      fields.field("tags") { writer in
        writer.array(["a", "b", "c"]) { (tag: String, writer: inout ValueWriter) in
          writer.value(tag)
        }
      }
      fields.field("chat") { writer in
        writer.record(chat) { fields in
          fields.field("title", "T")
          fields.field("id", Int64(7))
        }
      }
    }
    writer.record(empty) { _ in }
  }

  private static func run(_ body: String, _ arguments: EncodedValues = arguments) throws
    -> RunOutcome
  {
    let script = try Script(body, classes: classes)
    return script.state.start(script.main, arguments: arguments)
  }

  @Test(
    "it reads like any other record",
    arguments: [
      ("m.text", "hello"), ("m.id + 1", 43), ("m.media", .nil), ("m.chat.title", "T"),
      ("m.chat.id", 7), ("m.chat == m.chat", true), ("#m", 0), ("#m.tags", 3), ("m.tags[2]", "b"),
      ("m[1]", .nil), ("m[1.5]", .nil), ("type(m)", "table"), ("tostring(m)", "message"),
      ("m:replied()", true), ("m.tags[1] .. m.text .. m.tags[3]", "ahelloc"), ("#e", 0),
      ("rawequal(m.tags, m.tags)", true),
    ] as [(String, ScriptValue)])
  func reads(expression: String, value: ScriptValue) throws {
    #expect(try Self.run("local m, e = ...; return (\(expression))").values() == [value])
  }

  @Test("pairs goes over the fields in their order, without those that are nil")
  func iterates() throws {
    let body = """
      local seen = {}
      for key in pairs((...)) do seen[#seen + 1] = key end
      return table.concat(seen, " ")
      """
    #expect(try Self.run(body).values() == ["text id tags chat"])
  }

  @Test("names that it has not, and those of the table behind it, are unknown")
  func unknown() throws {
    let misspelt = try Self.run("return (...).txet").error()
    #expect(misspelt.message == "message has no 'txet'; did you mean 'text'?")
    for name in ["nope", "__index", "fields", "1"] {
      #expect(
        try Self.run("return (...)['\(name)']").error().message.hasPrefix("message has no "))
    }
  }

  @Test(
    "it cannot be changed",
    arguments: ["m.text = 'x'", "m[1] = 'x'", "m.chat.title = 'x'", "rawset(m, 'text', 1)"])
  func readOnly(statement: String) throws {
    _ = try Self.run("local m = ...; \(statement)").error()
    let body = "local m = ...; pcall(function() \(statement) end); return m.text .. m.chat.title"
    #expect(try Self.run(body).values() == ["helloT"])
  }

  @Test("it goes back to the host with its names, and from there in again")
  func goesBack() throws {
    let values = try Self.run("return ...").values()
    let record = try #require(values[0].record)
    #expect(record.fields.map(\.key.description) == Self.message.fields)
    #expect(record["chat"]?.record?["title"] == "T")
    #expect(values[1].record?.fields.isEmpty == true)
    let again = try Self.run("return (...).chat.id", EncodedValues(values)).values()
    #expect(again == [7])
  }

  @Test("a shape that the class does not declare is the host's error")
  func foreign() throws {
    let other = RecordShape("message", fields: ["text"])
    let arguments = EncodedValues(count: 1) { writer in
      writer.record(other) { $0.field("text", "x") }
    }
    let error = try Self.run("return 1", arguments).error()
    #expect(error.kind == .host)
    let ghost = RecordShape("ghost", fields: [])
    let none = try Self.run("return 1", EncodedValues(count: 1) { $0.record(ghost) { _ in } })
      .error()
    #expect(none.kind == .host && none.message.contains("ghost"))
  }

  @Test("large values and many of them are written whole")
  func large() throws {
    let text = String(repeating: "ü", count: 100_000)
    let values = EncodedValues(count: 1) { writer in
      writer.array(Array(repeating: text, count: 3)) { (text: String, writer: inout ValueWriter) in
        writer.value(text)
      }
    }
    #expect(try Self.run("return #(...)[1] + #(...)[3]", values).values() == [400_000])
  }
}
