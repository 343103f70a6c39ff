import SchemaGenerator
import Testing

@Suite struct PublishedFormTests {
  private func parse(_ text: String) throws -> Schema {
    try PublishedForm.parse(text, file: "x.tl", name: "api", layer: 1)
  }

  @Test("A definition's name, id, parameters and result are read")
  func definition() throws {
    let schema = try parse(
      """
      // a comment
      peerUser#59511722 user_id:long = Peer;
      thing#00000001 flags:# on:flags.0?true peer:flags.1?Peer ids:Vector<long> flags2:# text:flags2.31?string = a.Thing;
      ---functions---
      call#00000002 {X:Type} layer:int query:!X = X;
      a.list#00000003 = Vector<Peer>;
      """)
    #expect(schema.constructors.map(\.name) == ["peerUser", "thing"])
    #expect(schema.constructors[0].id == 0x5951_1722)
    #expect(schema.constructors[0].result == .boxed("Peer"))
    #expect(
      schema.constructors[1].parameters == [
        Parameter("flags", .flags),
        Parameter("on", .yes, if: Condition(word: "flags", bit: 0)),
        Parameter("peer", .boxed("Peer"), if: Condition(word: "flags", bit: 1)),
        Parameter("ids", .vector(.long)),
        Parameter("flags2", .flags),
        Parameter("text", .string, if: Condition(word: "flags2", bit: 31)),
      ])
    #expect(schema.methods[0].isGeneric)
    #expect(schema.methods[0].result == .query)
    #expect(schema.methods[1].result == .vector(.boxed("Peer")))
  }

  @Test(
    "A malformed line is named with its number and what is wrong with it",
    arguments: [
      ("peerUser#59511722 user_id:long = Peer", "x.tl:2: a definition ends with ';'"),
      ("peerUser#59511722 user_id:long;", "x.tl:2: a definition ends with '= Type;'"),
      ("peerUser user_id:long = Peer;", "x.tl:2: 'peerUser' is not of the form name#id"),
      ("peerUser#5951172z = Peer;", "x.tl:2: 'peerUser#5951172z' is not of the form name#id"),
      ("peerUser#1 user_id = Peer;", "x.tl:2: 'user_id' is not of the form name:type"),
      (
        "peerUser#1 flags:# a:flags?int = Peer;",
        "x.tl:2: 'flags?int' is not of the form flags.BIT?type"
      ),
      ("peerUser#1 a:nothing = Peer;", "x.tl:2: 'nothing' is not a type"),
      ("1peer#1 = Peer;", "x.tl:2: '1peer' is not a name"),
      (
        "peerUser#1 a:flags.1?int = Peer;",
        "x.tl: peerUser.a: no flags word 'flags' stands before it"
      ),
      ("peerUser#1 flags:# a:flags.32?int = Peer;", "x.tl: peerUser.a: a flags word has no bit 32"),
      ("peerUser#1 a:true = Peer;", "x.tl: peerUser.a: 'true' needs a flag"),
      (
        "peerUser#1 a:Nothing = Peer;",
        "x.tl: peerUser uses the type Nothing, which has no constructor"
      ),
      ("a#1 = Peer;\nb#1 = Peer;", "x.tl: b and a have the same id"),
      ("a#1 = Peer;\na#2 = Peer;", "x.tl: a is defined twice"),
    ])
  func errors(_ text: String, _ message: String) {
    let error = #expect(throws: SchemaError.self) { try parse("\n" + text) }
    #expect(error?.description == message)
  }
}
