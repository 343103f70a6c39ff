import Cryptography
import Testing

@testable import MTProto

@Suite("Padded intermediate transport")
struct PaddedTransportTests {
  @Test("Random bytes follow each packet, up to 15 of the client's, and are taken off [mtproto 25]")
  func padding() throws {
    let random = RandomSource.seeded(3)
    var client = TransportCodec(client: .paddedIntermediate, random: random)
    var server = TransportCodec.server(random: random)
    var paddings: Set<Int> = []
    var answers: Set<Int> = []
    for number in 0..<200 {
      let packet = number % 2 == 0 ? Packets.sealed(3, random) : Packets.plain(40, random)
      var frame = client.encode(packet)
      if number == 0 { #expect(frame.starts(with: [0xdd, 0xdd, 0xdd, 0xdd])) }
      paddings.insert(frame.count - packet.count - (number == 0 ? 8 : 4))
      server.receive(frame)
      #expect(try server.next() == .packet(packet))
      frame = server.encode(packet)
      answers.insert(frame.count - packet.count - 4)
      client.receive(frame)
      #expect(try client.next() == .packet(packet))
    }
    #expect(paddings == Set(0...15))
    // Telethon takes off no more.
    #expect(answers == Set(0...3))
  }

  @Test("The longest padding is taken off, of refusals too", arguments: [0, 1, 15])
  func longestPadding(size: Int) throws {
    let random = RandomSource.seeded(4)
    let refusal: [UInt8] = [0x6c, 0xfe, 0xff, 0xff]
    for packet in [Packets.sealed(1, random), Packets.plain(24, random), refusal] {
      var client = TransportCodec(client: .paddedIntermediate)
      client.receive([UInt8(packet.count + size), 0, 0, 0] + packet + random.bytes(size))
      let expected = packet == refusal ? Frame.refusal(.notFound) : .packet(packet)
      #expect(try client.next() == expected)
    }
  }

  @Test("A frame that is too short to say anything is refused")
  func tooShort() {
    var client = TransportCodec(client: .paddedIntermediate)
    client.receive([3, 0, 0, 0, 1, 2, 3])
    #expect(throws: TransportError(code: .frameLength(3))) { try client.next() }
  }
}
