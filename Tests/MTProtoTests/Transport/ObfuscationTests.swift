import Cryptography
import Testing

@testable import MTProto

@Suite("Obfuscated transport")
struct ObfuscationTests {
  private let random = RandomSource.seeded(26)
  private let secret = SecretBytes((0..<16).map { UInt8($0) })

  private static let kinds = [TransportKind.abridged, .intermediate, .paddedIntermediate]

  private func client(
    _ kind: TransportKind, dc: Int16 = 2, secret: SecretBytes? = nil, random: RandomSource? = nil
  ) throws -> TransportCodec {
    TransportCodec(
      client: try #require(Obfuscation(kind, dc: dc, secret: secret)),
      random: random ?? self.random)
  }

  private func frames(_ codec: inout TransportCodec, _ bytes: [UInt8]) throws -> [Frame] {
    var frames: [Frame] = []
    codec.receive(bytes)
    while let frame = try codec.next() { frames.append(frame) }
    return frames
  }

  @Test(
    "The server finds out kind and data center, and both understand each other [mtproto 25]",
    arguments: kinds, [false, true])
  func roundTrip(kind: TransportKind, isProxy: Bool) throws {
    let secret = isProxy ? secret : nil
    for dc in [2, -4, 10_003] as [Int16] {
      var client = try client(kind, dc: dc, secret: secret)
      var server = TransportCodec.server(secret: secret)
      for size in [24, 504, 508, 70_000] {
        let packet = Packets.plain(size, random)
        let wire = client.encode(packet)
        #expect(try frames(&server, wire) == [.packet(packet)])
        #expect(server.kind == kind && server.dc == dc && server.isObfuscated)
        let answer = Packets.plain(size, random)
        #expect(try frames(&client, server.encode(answer)) == [.packet(answer)])
      }
      #expect(
        try frames(&client, server.encode(quickAck: 77)) == [.quickAck(77 | 1 << 31)])
      #expect(try frames(&client, server.encode(.notFound)) == [.refusal(.notFound)])
    }
  }

  @Test("Bytes may arrive one at a time, in both directions [mtproto 25]", arguments: kinds)
  func fragments(kind: TransportKind) throws {
    var client = try client(kind)
    var server = TransportCodec.server()
    let packets = [Packets.sealed(2, random), Packets.plain(600, random)]
    var found: [Frame] = []
    for byte in packets.flatMap({ client.encode($0) }) { found += try frames(&server, [byte]) }
    #expect(found == packets.map { .packet($0) })
    found = []
    for byte in packets.flatMap({ server.encode($0) }) { found += try frames(&client, [byte]) }
    #expect(found == packets.map { .packet($0) })
  }

  @Test("Header and streams are those that Telethon makes of the same random bytes [mtproto 25]")
  func vectors() throws {
    let raw = (1...64).map { UInt8($0) }
    let eight = [UInt8](repeating: 0, count: 8)
    // A frame whose plain bytes are known shows the key stream: of 8 zeros, behind 2 of length.
    var plain = try client(.abridged, dc: 0x3e3d, random: .scripted([raw]))
    let first = plain.encode(eight)
    #expect(first.prefix(56) == raw[..<56])
    #expect(Array(first[56..<64]) == hex("32bc9585cec54e3a"))
    #expect(
      Array(first[64...]).prefix(8)
        == hex("dd004d2a9d4aeedc").enumerated().map {
          $0.offset == 0 ? $0.element ^ 2 : $0.element
        }[...])
    var proxy = try client(.intermediate, dc: 4, secret: secret, random: .scripted([raw]))
    let second = proxy.encode(eight)
    #expect(Array(second[56..<64]) == hex("b33d0479cd902755"))
    #expect(Array(second[64..<72]) == hex("fcf2e1af44ff9576"))
    // The server's stream: a quick ack in one word, then zeros that say nothing.
    proxy.receive(
      hex("6140686b").enumerated().map { $0.offset == 3 ? $0.element ^ 0x80 : $0.element })
    #expect(try proxy.next() == .quickAck(0x8000_0000))
  }

  @Test(
    "A header that looks like something else is drawn again [mtproto 25]",
    arguments: [
      [0xef], Array("HEAD".utf8), Array("POST".utf8), Array("GET ".utf8), Array("OPTI".utf8),
      [0x16, 3, 1, 2], [0xee, 0xee, 0xee, 0xee], [0xdd, 0xdd, 0xdd, 0xdd],
      [1, 2, 3, 4, 0, 0, 0, 0],
    ] as [[UInt8]])
  func forbidden(beginning: [UInt8]) throws {
    let good = random.bytes(64)
    let bad = beginning + good.dropFirst(beginning.count)
    var client = try client(.intermediate, random: .scripted([bad, bad, good]))
    let wire = client.encode(Packets.plain(40, random))
    #expect(wire.prefix(56) == good.prefix(56))
    // No server would have known it for what it is.
    var server = TransportCodec.server()
    server.receive(bad)
    let isTaken = (try? server.next()) != nil || server.isObfuscated
    #expect(!isTaken)
  }

  @Test("The tag and the data center are nowhere to be read, and no header comes twice")
  func secrecy() throws {
    var headers: Set<[UInt8]> = []
    for _ in 0..<50 {
      var client = try client(.intermediate)
      let wire = client.encode(Packets.plain(40, random))
      #expect(Array(wire[56..<60]) != [0xee, 0xee, 0xee, 0xee])
      headers.insert(Array(wire.prefix(64)))
    }
    #expect(headers.count == 50)
  }

  @Test("An MTProxy knows nobody with another secret, or with none [mtproto 25]")
  func wrongSecret() throws {
    let other = SecretBytes([UInt8](repeating: 9, count: 16))
    for wrong in [other, nil] {
      var client = try client(.intermediate, secret: wrong)
      var server = TransportCodec.server(secret: secret)
      server.receive(client.encode(Packets.plain(40, random)))
      let error = #expect(throws: TransportError.self) { try server.next() }
      #expect(error?.code == .unknownTransport)
    }
    var naked = TransportCodec(client: .abridged)
    var server = TransportCodec.server(secret: secret)
    server.receive(naked.encode(Packets.plain(100, random)))
    #expect(throws: TransportError.self) { try server.next() }
  }

  @Test("64 bytes that are nobody's header are refused, fewer are waited on")
  func noise() throws {
    var server = TransportCodec.server()
    let noise = RandomSource.seeded(1).bytes(64)
    server.receive(noise.prefix(63))
    #expect(try server.next() == nil)
    server.receive(noise.suffix(1))
    #expect(throws: TransportError(code: .unknownTransport)) { try server.next() }
  }

  @Test(
    "A frame above 4 MiB is refused as soon as its length is there, obfuscated too [mtproto 12, 25]",
    arguments: kinds)
  func oversized(kind: TransportKind) throws {
    var client = try client(kind)
    var server = TransportCodec.server()
    _ = try frames(&server, client.encode(Packets.plain(40, random)))
    // The server is made to declare it: the client's key stream hides what is in the frame.
    let long = server.encode([UInt8](repeating: 0, count: TransportCodec.maximumLength + 16))
    client.receive(long.prefix(4))
    let error = #expect(throws: TransportError.self) { try client.next() }
    guard case .frameLength = error?.code else {
      Issue.record("refused for another reason")
      return
    }
  }

  @Test("The full transport cannot be obfuscated")
  func full() {
    #expect(Obfuscation(.full, dc: 2) == nil)
  }
}
