import Cryptography
import Testing

@testable import MTProto

@Suite struct TransportTests {
  private let random = RandomSource.seeded(25)

  private func frames(_ codec: inout TransportCodec, _ bytes: [UInt8]) throws -> [Frame] {
    var frames: [Frame] = []
    codec.receive(bytes)
    while let frame = try codec.next() { frames.append(frame) }
    return frames
  }

  @Test(
    "The server finds out what the client speaks, and both understand each other [mtproto 25]",
    arguments: TransportKind.allCases)
  func roundTrip(kind: TransportKind) throws {
    var client = TransportCodec(client: kind)
    var server = TransportCodec.server()
    #expect(server.encode([1, 2, 3, 4]).isEmpty)
    #expect(client.encode([]).isEmpty, "an empty packet has no form")
    // Around the places where lengths change their form.
    for size in [24, 40, 504, 508, 512, 70000] {
      let packet = Packets.plain(size, random)
      #expect(try frames(&server, client.encode(packet)) == [.packet(packet)])
      #expect(server.kind == kind)
      let answer = Packets.plain(size, random)
      #expect(try frames(&client, server.encode(answer)) == [.packet(answer)])
    }
  }

  @Test(
    "Bytes may arrive one at a time, or many frames at once [mtproto 25]",
    arguments: TransportKind.allCases
  )
  func fragments(kind: TransportKind) throws {
    var client = TransportCodec(client: kind)
    var server = TransportCodec.server()
    let packets = [Packets.sealed(2, random), Packets.plain(600, random)]
    let stream = packets.flatMap { client.encode($0) }
    var found: [Frame] = []
    for byte in stream { found += try frames(&server, [byte]) }
    #expect(found == packets.map { .packet($0) })
    var other = TransportCodec.server()
    #expect(try frames(&other, stream) == packets.map { .packet($0) })
  }

  @Test("The tag goes out once, in front of the first frame")
  func tags() {
    var abridged = TransportCodec(client: .abridged)
    #expect(abridged.encode([1, 2, 3, 4]) == [0xef, 1, 1, 2, 3, 4])
    #expect(abridged.encode([1, 2, 3, 4]) == [1, 1, 2, 3, 4])
    var intermediate = TransportCodec(client: .intermediate)
    #expect(intermediate.encode([1, 2, 3, 4]) == [0xee, 0xee, 0xee, 0xee, 4, 0, 0, 0, 1, 2, 3, 4])
    #expect(intermediate.encode([1, 2, 3, 4]) == [4, 0, 0, 0, 1, 2, 3, 4])
  }

  @Test("A long abridged frame has a length of 3 bytes, in words")
  func longAbridged() {
    var codec = TransportCodec(client: .abridged)
    _ = codec.encode([0, 0, 0, 0])
    #expect(codec.encode([UInt8](repeating: 9, count: 508)).prefix(5) == [0x7f, 0x7f, 0, 0, 9])
  }

  @Test(
    "-404, -429 and -444 surface as values [mtproto 7, 22]",
    arguments: [TransportRefusal.notFound, .flood, .invalidDC], TransportKind.allCases)
  func refusals(refusal: TransportRefusal, kind: TransportKind) throws {
    var client = TransportCodec(client: kind)
    var server = TransportCodec.server()
    _ = try frames(&server, client.encode(random.bytes(40)))
    #expect(try frames(&client, server.encode(refusal)) == [.refusal(refusal)])
    #expect(refusal.description.contains("\(refusal.rawValue)"))
  }

  @Test(
    "Quick acks reach the client as tokens, and the wish for one does not confuse the server [mtproto 25]"
  )
  func quickAcks() throws {
    var abridged = TransportCodec(client: .abridged)
    #expect(try frames(&abridged, [0x81, 2, 3, 4]) == [.quickAck(0x8102_0304)])
    var intermediate = TransportCodec(client: .intermediate)
    #expect(try frames(&intermediate, [4, 3, 2, 0x81]) == [.quickAck(0x8102_0304)])
    var padded = TransportCodec(client: .paddedIntermediate)
    let token: [UInt8] = [4, 3, 2, 0x81]
    let ack = [9, 0, 0, 0, 0xff, 0xff, 0xff, 0xff] + token + [77]
    #expect(
      try frames(&padded, token + ack) == [.quickAck(0x8102_0304), .quickAck(0x8102_0304)])
    // A code of 0 says nothing at all.
    #expect(try frames(&padded, [5, 0, 0, 0, 0, 0, 0, 0, 1] + ack) == [.quickAck(0x8102_0304)])
    var server = TransportCodec.server()
    #expect(
      try frames(&server, [0xef, 0x82, 1, 2, 3, 4, 5, 6, 7, 8]) == [
        .packet([1, 2, 3, 4, 5, 6, 7, 8])
      ]
    )
    var other = TransportCodec.server()
    #expect(
      try frames(&other, [0xee, 0xee, 0xee, 0xee, 8, 0, 0, 0x80, 1, 2, 3, 4, 5, 6, 7, 8])
        == [.packet([1, 2, 3, 4, 5, 6, 7, 8])])
  }

  @Test(
    "A frame of length 0 or above 4 MiB is refused as soon as its length is there [mtproto 12]",
    arguments: [
      (TransportKind.intermediate, [0, 0, 0, 0]), (.intermediate, [1, 0, 0x40, 0]),
      (.intermediate, [0xff, 0xff, 0xff, 0x7f]), (.abridged, [0]),
      (.abridged, [0x7f, 0x01, 0, 0x10]), (.full, [12, 0, 0, 0, 0, 0, 0, 0]),
      (.paddedIntermediate, [0, 0, 0, 0]), (.paddedIntermediate, [0x10, 0, 0x40, 0]),
      (.full, [0, 0, 0, 0, 0, 0, 0, 0]), (.full, [0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0]),
    ] as [(TransportKind, [UInt8])])
  func badLengths(kind: TransportKind, header: [UInt8]) throws {
    var client = TransportCodec(client: kind)
    client.receive(header)
    #expect(throws: TransportError.self) { try client.next() }
  }

  @Test("The longest frame passes", arguments: TransportKind.allCases)
  func longestFrame(kind: TransportKind) throws {
    var client = TransportCodec(client: kind)
    var server = TransportCodec.server()
    let packet = Packets.plain(TransportCodec.maximumLength, random)
    #expect(try frames(&server, client.encode(packet)) == [.packet(packet)])
  }

  @Test("First bytes of no known transport are refused with a sentence that says so")
  func unknownTransport() {
    var server = TransportCodec.server()
    server.receive(Array("GET / HTTP/1.1\r\n".utf8))
    let error = #expect(throws: TransportError.self) { try server.next() }
    #expect(error?.description.contains("no MTProto client") == true)
  }

  @Test("A full frame out of order or with a wrong checksum is refused")
  func fullTransport() throws {
    for index in [4, 8, 20, 47] {
      var client = TransportCodec(client: .full)
      var server = TransportCodec.server()
      _ = try frames(&server, client.encode(random.bytes(36)))
      var frame = client.encode(random.bytes(36))
      frame[index] ^= 1
      server.receive(frame)
      #expect(throws: TransportError(code: .damagedFrame)) { try server.next() }
    }
  }

  @Test("Waiting times double from 1 s to 30 s and begin again after success [mtproto 22]")
  func backoff() {
    var backoff = Backoff()
    #expect((0..<7).map { _ in backoff.next().components.seconds } == [1, 2, 4, 8, 16, 30, 30])
    backoff.reset()
    #expect(backoff.next() == .seconds(1))
  }
}
