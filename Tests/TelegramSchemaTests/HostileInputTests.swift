import SchemaFilling
import SchemaGenerator
import TL
import Testing

@testable import TelegramSchema

@Suite struct HostileInputTests {
  private let api: Schema
  private let list: TypedList

  init() throws {
    api = try Definitions.schema("api")
    list = try Definitions.typedList()
  }

  /// Reads the bytes as everything they could be; only that it returns counts.
  private func readAsAnything(_ bytes: [UInt8]) {
    var reader = TLReader(bytes)
    let skipped: Void? = try? SchemaTable.skip(&reader)
    if skipped != nil {
      #expect(reader.position <= bytes.count)
    }
    if let value = try? API.value(bytes) {
      #expect(value.encoded().count <= bytes.count + 4)
    }
    _ = try? Methods.Call(bytes: bytes)
    _ = try? MT.Value(bytes: bytes)
  }

  @Test("Random junk behind any constructor id is refused or read, without a crash or a loop")
  func junk() {
    var filler = Filler([api], seed: 11)
    for definition in api.definitions {
      let id = withUnsafeBytes(of: definition.id.littleEndian) { Array($0) }
      for length in [0, 3, 8, 40, 120] {
        readAsAnything(id + filler.randomBytes(length))
      }
    }
  }

  @Test("A value cut off anywhere is an error, never a shorter value")
  func truncation() {
    var filler = Filler([api], seed: 12)
    for definition in api.constructors where list.types[definition.result.boxedName ?? ""] != nil {
      let bytes = filler.fill(definition)
      for end in Set([0, 4, bytes.count / 2, bytes.count - 4, bytes.count - 1])
      where end >= 0 && end < bytes.count {
        let cut = Array(bytes.prefix(end))
        #expect(throws: TLError.self, "\(definition.name)") { try API.value(cut) }
        var reader = TLReader(cut)
        #expect(throws: TLError.self, "\(definition.name)") { try SchemaTable.skip(&reader) }
      }
    }
  }

  @Test("Flipped bits are refused or read, without a crash or a loop")
  func flippedBits() {
    var filler = Filler([api], seed: 13)
    for definition in api.constructors {
      var bytes = filler.fill(definition)
      for byte in filler.randomBytes(4) where bytes.count > 4 {
        bytes[4 + Int(byte) * (bytes.count - 4) / 256] ^= 1 << (byte & 7)
        readAsAnything(bytes)
      }
    }
  }

  @Test("Values nested without end are refused at the maximum depth")
  func depth() throws {
    // textBold#6724abc4 text:RichText, over and over.
    let entry = try #require(api.constructors.first { $0.name == "textBold" })
    var writer = TLWriter()
    for _ in 0..<100_000 {
      writer.constructor(entry.id)
    }
    var reader = TLReader(writer.bytes)
    let error = #expect(throws: TLError.self) { try SchemaTable.skip(&reader) }
    #expect(error?.code == .tooDeep)
  }

  @Test("A typed value nested in itself without end is refused at the maximum depth")
  func typedDepth() throws {
    let peer = try #require(api.constructors.first { $0.name == "inputPeerUserFromMessage" })
    var writer = TLWriter()
    for _ in 0..<100_000 {
      writer.constructor(peer.id)
    }
    let error = #expect(throws: TLError.self) { try API.InputPeer(bytes: writer.bytes) }
    #expect(error?.code == .tooDeep)
  }

  @Test("A raw field holds a constructor of its own type only")
  func rawTypes() throws {
    let message = API.MessageMedia.messageMediaWebPage(
      .init(webpage: TLRaw(API.Peer.peerUser(.init(userId: 1)))))
    let error = #expect(throws: TLError.self) { try API.MessageMedia(bytes: message.encoded()) }
    #expect(error?.code == .unknownConstructor(API.Peer.PeerUser.constructorID))
  }
}
