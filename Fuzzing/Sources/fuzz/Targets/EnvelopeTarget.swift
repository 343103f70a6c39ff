import Cryptography

@testable import MTProto

/// Encrypted packets, of either side: from strangers, and from somebody who has the key and fills them
/// as he likes.
struct EnvelopeTarget: FuzzTarget {
  static let name = "envelope"

  static let key: AuthKey = {
    guard let key = AuthKey(RandomSource.seeded(99).bytes(AuthKey.size)) else {
      preconditionFailure("256 bytes are an auth key")
    }
    return key
  }()

  static func seeds() -> [[UInt8]] {
    let message = EnvelopeMessage(
      salt: 1, sessionID: 2, messageID: 5, sequenceNumber: 1, body: [UInt8](repeating: 3, count: 40)
    )
    let client = Envelope.seal(message, with: key, from: .client, random: .seeded(1))
    let server = Envelope.seal(message, with: key, from: .server, random: .seeded(2))
    var plain = RandomSource.seeded(3).bytes(96)
    plain.replaceSubrange(28..<32, with: [40, 0, 0, 0])
    let temporary = RandomSource.seeded(4).bytes(40)
    return [
      [0] + client, [1] + server, [2] + plain, [3] + plain, [4] + temporary, [5] + client,
      [5] + PlainMessage(messageID: 4, body: [1, 2, 3, 4]).packet,
    ]
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    switch choices.number(below: 6) {
    case 0: open(choices.remainder(), .client)
    case 1: open(choices.remainder(), .server)
    case 2: openForged(choices.remainder(), .client)
    case 3: openForged(choices.remainder(), .server)
    case 4: seal(&choices)
    default:
      let packet = choices.remainder()
      guard let message = PlainMessage(packet: packet) else { return }
      demand(
        packet.starts(with: message.packet), "a plain message is written otherwise than it was read"
      )
    }
  }

  private func open(_ packet: [UInt8], _ side: Side) {
    guard let message = try? Envelope.open(packet, with: Self.key, from: side) else { return }
    demand(message.body.count + 68 <= packet.count, "a body is longer than its packet bears")
  }

  /// The bytes are what was encrypted, under their true message key.
  private func openForged(_ plain: [UInt8], _ side: Side) {
    let messageKey = Envelope.messageKey(of: plain[...], Self.key, side)
    let cipher = Envelope.keys(for: messageKey, Self.key, side)
    var sealed = plain
    guard (try? AESIGE.encrypt(&sealed, key: cipher.key, iv: cipher.iv)) != nil else { return }
    let packet = Self.key.id.littleEndianBytes + messageKey + sealed
    guard let message = try? Envelope.open(packet, with: Self.key, from: side) else { return }
    let padding = plain.count - 32 - message.body.count
    demand((12...1024).contains(padding), "padding of \(padding) bytes was taken")
    demand(message.body.count % 4 == 0, "a body that is no whole words was taken")
    demand(Array(plain[32...].prefix(message.body.count)) == message.body, "another body came out")
  }

  private func seal(_ choices: inout Choices) {
    let side: Side = choices.bool() ? .client : .server
    let body = choices.remainder()
    let message = EnvelopeMessage(
      salt: 1, sessionID: 2, messageID: 3, sequenceNumber: 4,
      body: Array(body.dropLast(body.count % 4)))
    let packet = Envelope.seal(message, with: Self.key, from: side, random: .seeded(1))
    demand(
      (try? Envelope.open(packet, with: Self.key, from: side)) == message,
      "what was sealed is not what is opened")
  }
}
