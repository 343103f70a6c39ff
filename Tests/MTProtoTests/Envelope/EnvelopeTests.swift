import Cryptography
import Testing

@testable import MTProto

@Suite struct EnvelopeTests {
  private let key: AuthKey
  private let random = RandomSource.seeded(8)

  init() throws {
    key = try #require(AuthKey(EnvelopeVector.authKey))
  }

  private func message(_ id: Int64, _ number: Int32) -> EnvelopeMessage {
    EnvelopeMessage(
      salt: EnvelopeVector.salt, sessionID: EnvelopeVector.sessionID, messageID: id,
      sequenceNumber: number, body: EnvelopeVector.body)
  }

  @Test("Packets of both directions open to what another implementation put in [mtproto 8]")
  func opening() throws {
    #expect(key.id == EnvelopeVector.keyID)
    #expect(
      try Envelope.open(EnvelopeVector.clientPacket, with: key, from: .client)
        == message(EnvelopeVector.clientMessageID, 5))
    #expect(
      try Envelope.open(EnvelopeVector.serverPacket, with: key, from: .server)
        == message(EnvelopeVector.serverMessageID, 7))
  }

  @Test("Sealing gives the other implementation's bytes, given its padding [mtproto 8]")
  func sealing() {
    let padding = EnvelopeVector.padding
    // The first 8 bytes drawn decide on extra blocks: none.
    let random = RandomSource.scripted([[UInt8](repeating: 0, count: 8), padding])
    let packet = Envelope.seal(
      message(EnvelopeVector.clientMessageID, 5), with: key, from: .client, random: random)
    #expect(packet == EnvelopeVector.clientPacket)
  }

  @Test("A packet of one direction does not open as one of the other")
  func directions() {
    #expect(throws: EnvelopeError(code: .damaged)) {
      try Envelope.open(EnvelopeVector.clientPacket, with: key, from: .server)
    }
  }

  @Test("Any flipped bit after the key id is damage, and all damage is told alike [mtproto 9]")
  func flippedBits() {
    for index in 8..<EnvelopeVector.serverPacket.count {
      for bit in [0, 3, 7] {
        var packet = EnvelopeVector.serverPacket
        packet[index] ^= 1 << bit
        #expect(throws: EnvelopeError(code: .damaged)) {
          try Envelope.open(packet, with: key, from: .server)
        }
      }
    }
  }

  @Test("A packet under another key is told from a damaged one, as the server needs it")
  func foreignKey() {
    var packet = EnvelopeVector.serverPacket
    packet[0] ^= 1
    #expect(throws: EnvelopeError(code: .foreignKey)) {
      try Envelope.open(packet, with: key, from: .server)
    }
    #expect(throws: EnvelopeError(code: .foreignKey)) {
      try Envelope.open([1, 2, 3], with: key, from: .server)
    }
  }

  @Test("A packet cut short or lengthened is damage [mtproto 9]")
  func sizes() {
    let packet = EnvelopeVector.serverPacket
    for count in [8, 24, 40, 72, packet.count - 16, packet.count - 1] {
      #expect(throws: EnvelopeError(code: .damaged)) {
        try Envelope.open(Array(packet.prefix(count)), with: key, from: .server)
      }
    }
    #expect(throws: EnvelopeError(code: .damaged)) {
      try Envelope.open(packet + [UInt8](repeating: 0, count: 16), with: key, from: .server)
    }
  }

  /// Seals by hand, so that length and padding can be wrong under a right msg_key.
  private func sealed(length: Int32, body: Int, padding: Int) throws -> [UInt8] {
    var plain = [UInt8](repeating: 0, count: 28) + length.littleEndianBytes
    plain += random.bytes(body + padding)
    let messageKey = Envelope.messageKey(of: plain[...], key, .server)
    let cipher = Envelope.keys(for: messageKey, key, .server)
    try AESIGE.encrypt(&plain, key: cipher.key, iv: cipher.iv)
    return key.id.littleEndianBytes + messageKey + plain
  }

  @Test(
    "A declared length that is negative, odd, too long, or leaves wrong padding is damage [mtproto 9]",
    arguments: [
      (-4, 16, 16), (1 << 30, 16, 16), (18, 16, 16), (24, 16, 16), (16, 16, 1040), (0, 0, 1040),
    ])
  func lengths(length: Int32, body: Int, padding: Int) throws {
    let packet = try sealed(length: length, body: body, padding: padding)
    #expect(throws: EnvelopeError(code: .damaged)) {
      try Envelope.open(packet, with: key, from: .server)
    }
  }

  @Test("Padding of 12 to 1,024 bytes is taken [mtproto 9]", arguments: [(20, 12), (16, 1024)])
  func paddings(body: Int, padding: Int) throws {
    let packet = try sealed(length: Int32(body), body: body, padding: padding)
    #expect(try Envelope.open(packet, with: key, from: .server).body.count == body)
  }

  @Test(
    "What is sealed opens, whatever its size, with padding in range", arguments: [0, 4, 500, 70000])
  func roundTrip(size: Int) throws {
    var message = message(4, 1)
    message.body = random.bytes(size)
    let packet = Envelope.seal(message, with: key, from: .client, random: random)
    #expect((packet.count - 24) % 16 == 0)
    #expect((12...1024).contains(packet.count - 24 - 32 - size))
    #expect(try Envelope.open(packet, with: key, from: .client) == message)
  }

  @Test("An auth key has 256 bytes and is never printed [A7]")
  func authKey() {
    #expect(AuthKey([1, 2, 3]) == nil)
    #expect("\(key)".hasPrefix("auth key "))
    #expect(!String(reflecting: key).contains("124"))
  }
}
