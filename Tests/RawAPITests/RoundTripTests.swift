import SchemaFilling
import SchemaGenerator
import TL
import TelegramSchema
import Testing

@testable import RawAPI

@Suite struct RoundTripTests {
  private func trip(_ definition: Definition, _ bytes: [UInt8]) {
    do {
      let text = try RawValue.json(bytes).text(isIndented: bytes.count % 2 == 0)
      #expect(try RawValue.bytes(text) == bytes, "\(definition.name)")
    } catch {
      Issue.record("\(definition.name): \(error)")
    }
  }

  @Test(
    "Every constructor and method of the layer, filled at random, goes to JSON and back byte for byte",
    arguments: 0..<2)
  func layer(_ seed: UInt64) throws {
    let api = try Definitions.schema("api")
    var filler = Filler([api, try Definitions.schema("mtproto")], seed: 100 + seed)
    for definition in api.definitions { trip(definition, filler.fill(definition)) }
  }

  @Test("So do MTProto's own types")
  func service() throws {
    let service = try Definitions.schema("mtproto")
    var filler = Filler([try Definitions.schema("api"), service], seed: 103)
    for definition in service.constructors { trip(definition, filler.fill(definition)) }
  }

  @Test("A long beyond 2^53 is a string, any other a number; both are read")
  func longs() throws {
    for (value, text) in [
      (9_007_199_254_740_992 as Int64, "9007199254740992"),
      (9_007_199_254_740_993, "\"9007199254740993\""), (.min, "\"-9223372036854775808\""),
    ] {
      let bytes = API.Peer.peerUser(.init(userId: value)).encoded()
      let json = try RawValue.json(bytes).text()
      #expect(json == #"{"_":"peerUser","user_id":\#(text)}"#)
      #expect(try RawValue.bytes(json) == bytes)
    }
    #expect(
      try RawValue.bytes(#"{"_":"peerUser","user_id":9223372036854775807}"#)
        == API.Peer.peerUser(.init(userId: .max)).encoded())
  }

  @Test(
    "Junk behind any constructor is refused or read, without a crash; what is cut off is refused")
  func hostile() throws {
    let api = try Definitions.schema("api")
    var filler = Filler([api], seed: 104)
    for definition in api.constructors {
      let id = withUnsafeBytes(of: definition.id.littleEndian) { Array($0) }
      _ = try? RawValue.json(id + filler.randomBytes(40))
      let bytes = filler.fill(definition)
      guard bytes.count > 4 else { continue }
      #expect(throws: TLError.self) { try RawValue.json(Array(bytes.dropLast())) }
      #expect(throws: TLError.self) { try RawValue.json(bytes + [0, 0, 0, 0]) }
    }
    let deep = try #require(api.constructors.first { $0.name == "textBold" })
    var writer = TLWriter()
    for _ in 0..<10_000 { writer.constructor(deep.id) }
    let error = #expect(throws: TLError.self) { try RawValue.json(writer.bytes) }
    #expect(error?.code == .tooDeep)
  }
}
