import SchemaGenerator
import Testing

@Suite struct TypedListTests {
  @Test("The list names methods, types and parameters; comments are left out")
  func list() throws {
    let list = try TypedList.parse(
      """
      # what is typed
      method a.b c   # two
      type Peer
      type Media one two
      bytes x.y
      """, file: "typed.txt")
    #expect(list.methods == ["a.b", "c"])
    #expect(list.types == ["Peer": .all, "Media": .only(["one", "two"])])
    #expect(list.bytes == ["x.y"])
  }

  @Test(
    "A bad entry is named with its line",
    arguments: [
      ("type", "typed.txt:1: 'type' names nothing"),
      ("\nfoo bar", "typed.txt:2: 'foo' is none of method, type, bytes"),
      ("type A\ntype A b", "typed.txt:2: A is listed twice"),
    ])
  func errors(_ text: String, _ message: String) {
    let error = #expect(throws: SchemaError.self) {
      try TypedList.parse(text, file: "typed.txt")
    }
    #expect(error?.description == message)
  }

  @Test(
    "Names that the schema does not have are refused",
    arguments: [
      ("type Nothing", "typed.txt: the schema has no type Nothing"),
      ("type Peer peerNobody", "typed.txt: the type Peer has no constructor peerNobody"),
      ("method nothing", "typed.txt: the schema has no method nothing"),
    ])
  func unknownNames(_ text: String, _ message: String) throws {
    let list = try TypedList.parse(text, file: "typed.txt")
    let error = #expect(throws: SchemaError.self) {
      try Generator(
        api: Samples.api(), service: Schema(name: "mtproto"), list: list, listFile: "typed.txt")
    }
    #expect(error?.description == message)
  }
}
