import Testing

@testable import RawAPI

@Suite struct DescriptionTests {
  @Test("All 813 methods of the layer are listed, and those that a pattern holds")
  func list() {
    #expect(SchemaDescription.methods(matching: nil).count == 813)
    let found = SchemaDescription.methods(matching: "USERS.get*user")
    #expect(found.contains("users.getUsers id → Vector<User>"))
    #expect(found.contains("users.getFullUser id → users.UserFull"))
    #expect(SchemaDescription.methods(matching: "nosuchthing").isEmpty)
  }

  @Test("A method is described field by field")
  func method() throws {
    #expect(
      try SchemaDescription.describe("messages.setTyping") == """
        messages.setTyping, answers Bool
          peer        InputPeer, or "@name", "me", an id
          top_msg_id  int, optional
          action      SendMessageAction
        """)
    #expect(
      try SchemaDescription.describe("help.getConfig")
        == "help.getConfig, answers Config, has no fields")
    #expect(
      try SchemaDescription.describe("messages.sendMessage").contains(
        "random_id                 long, drawn if left out"))
  }

  @Test("A type is described by its constructors, a constructor by its fields")
  func types() throws {
    let type = try SchemaDescription.describe("InputUser")
    #expect(type.hasPrefix("InputUser is one of these:"))
    #expect(type.contains("inputUserSelf, of type InputUser, has no fields"))
    #expect(try SchemaDescription.describe("inputUser").contains("access_hash  long"))
    let error = #expect(throws: RawError.self) { try SchemaDescription.describe("InputUsr") }
    #expect(error?.message.contains("did you mean 'InputUser'?") == true)
  }

  @Test("JSON comes out indented or on one line, members in the schema's order")
  func text() throws {
    let value = try JSONParser.parse(
      #"{"b":[1,{"a":[]}], "a":{} ,"c":-0.5e3,"d":"\ud83d\ude00\u0007"}"#)
    #expect(value.text() == #"{"b":[1,{"a":[]}],"a":{},"c":-0.5e3,"d":"😀\u0007"}"#)
    #expect(
      value.text(isIndented: true) == """
        {
          "b": [
            1,
            {
              "a": []
            }
          ],
          "a": {},
          "c": -0.5e3,
          "d": "😀\\u0007"
        }
        """)
  }

  @Test(
    "What is no JSON is refused",
    arguments: [
      "", "nul", "01", "1.", "-", "[1,]", "{\"a\"}", "\"\\x\"", "\"\\ud800\"", "\"\u{1}\"", "\"a",
      "1 2", "{a:1}", "[1 2]", "\"\\u12g4\"", "+1", ".5", "NaN",
    ])
  func syntax(_ text: String) {
    let error = #expect(throws: RawError.self) { try JSONParser.parse(text) }
    #expect(error?.code == .syntax)
  }
}
