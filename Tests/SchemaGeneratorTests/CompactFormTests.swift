import SchemaGenerator
import Testing

@Suite struct CompactFormTests {
  private let published = """
    peerUser#59511722 user_id:long = Peer;
    thing#00000001 flags:# on:flags.0?true peer:flags.1?Peer ids:Vector<long> flags2:# text:flags2.31?string nonce:int128 all:vector<Peer> = a.Thing;
    ---functions---
    call#00000002 {X:Type} layer:int query:!X = X;
    a.list#00000003 b:bytes d:double h:int256 = Vector<Peer>;
    """

  private let compact = """
    // TL definitions, made by Scripts/schema; the form is described in SchemaGenerator's CompactForm.
    schema api 1
    constructors
    Peer
     59511722 peerUser user_id:l
    a.Thing
     00000001 thing # on@0 peer@1:Peer ids:[l] #2 text@2.31:s nonce:o all:<Peer>
    methods
    !
     00000002 call layer:i query:!
    [Peer]
     00000003 a.list b:b d:d h:h

    """

  @Test("The compact form holds all that the published form says")
  func roundTrip() throws {
    let schema = try PublishedForm.parse(published, file: "x", name: "api", layer: 1)
    #expect(CompactForm.write(schema) == compact)
    #expect(try CompactForm.parse(compact, file: "x") == schema)
  }

  @Test(
    "A malformed line is named with its number and what is wrong with it",
    arguments: [
      ("", "x:1: the first line is 'schema NAME [LAYER]'"),
      ("schema api one", "x:1: 'one' is not a layer"),
      ("schema api 1\nPeer", "x:2: 'constructors' or 'methods' comes first"),
      (
        "schema api 1\nconstructors\n 59511722 a",
        "x:3: a definition stands under the name of its type"
      ),
      (
        "schema api 1\nconstructors\nPeer\n 5951172 a",
        "x:4: a definition begins with an id of eight hexadecimal digits and a name"
      ),
      ("schema api 1\nconstructors\nPeer\n 59511722 a b", "x:4: 'b' has neither a type nor a flag"),
      ("schema api 1\nconstructors\nPeer\n 59511722 a b@x:i", "x:4: '@x' is not a flag"),
      ("schema api 1\nconstructors\nPeer\n 59511722 a b:zz", "x:4: 'zz' is not a type"),
      ("schema api 1\nconstructors\nPeer\n 59511722 a #z", "x:4: '#z' is not a flags word"),
      ("schema api 1\nconstructors\npeer", "x:3: 'peer' is not a type"),
    ])
  func errors(_ text: String, _ message: String) {
    let error = #expect(throws: SchemaError.self) { try CompactForm.parse(text, file: "x") }
    #expect(error?.description == message)
  }

  @Test("The id follows from the definition")
  func identifiers() throws {
    let schema = try PublishedForm.parse(
      """
      inputPeerUser#dde8a54c user_id:long access_hash:long = InputPeer;
      inputCheckPasswordSRP#d27ff082 srp_id:long A:bytes M1:bytes = InputCheckPasswordSRP;
      geoPoint#b2a2f663 flags:# long:double lat:double access_hash:long accuracy_radius:flags.0?int = GeoPoint;
      ---functions---
      invokeWithLayer#da9b0d0d {X:Type} layer:int query:!X = X;
      """, file: "x", name: "api", layer: 1)
    for definition in schema.definitions {
      #expect(definition.derivedID == definition.id, "\(definition.name)")
    }
  }
}
