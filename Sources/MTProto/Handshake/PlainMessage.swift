/// A message without encryption, as the key exchange uses: auth key id 0 (8), message id (8),
/// length (4), body (core.telegram.org/mtproto/description#unencrypted-message).
package struct PlainMessage: Hashable, Sendable {
  static let headerSize = 20

  package var messageID: Int64
  package var body: [UInt8]

  package init(messageID: Int64, body: [UInt8]) {
    self.messageID = messageID
    self.body = body
  }

  /// Nil unless the packet is a plain message with a body. The real servers add random bytes behind
  /// the body and count them in its length, so readers of the body must bear trailing bytes.
  package init?(packet: [UInt8]) {
    guard packet.count > Self.headerSize, Envelope.keyID(of: packet) == 0 else { return nil }
    let length = Int(Int32(littleEndianBytes: packet[16..<20]))
    guard length > 0, length <= packet.count - Self.headerSize else { return nil }
    messageID = Int64(littleEndianBytes: packet[8..<16])
    body = Array(packet[Self.headerSize..<(Self.headerSize + length)])
  }

  package var packet: [UInt8] {
    [UInt8](repeating: 0, count: 8) + messageID.littleEndianBytes
      + Int32(body.count).littleEndianBytes + body
  }
}
