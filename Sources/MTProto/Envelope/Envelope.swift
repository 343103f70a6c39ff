package import Cryptography

/// MTProto 2.0 encryption (core.telegram.org/mtproto/description).
///
/// Packet: auth key id (8), msg_key (16), then AES-IGE over salt (8), session id (8), message id (8),
/// sequence number (4), length (4), body, padding (12 to 1,024 bytes).
package enum Envelope {
  static let outerSize = 24
  static let innerHeaderSize = 32
  static let paddingRange = 12...1024

  /// The auth key id that a packet begins with: 0 for plain messages, nil if it is too short.
  package static func keyID(of packet: [UInt8]) -> Int64? {
    packet.count >= 8 ? Int64(littleEndianBytes: packet[0..<8]) : nil
  }

  /// The body's size must be a multiple of 4, as every TL value's is.
  package static func seal(
    _ message: EnvelopeMessage, with key: AuthKey, from side: Side, random: RandomSource
  ) -> [UInt8] {
    let unpadded = innerHeaderSize + message.body.count
    let padding = random.bytes(paddingSize(for: unpadded, random: random))
    var packet: [UInt8] = []
    packet.reserveCapacity(outerSize + unpadded + padding.count)
    packet += key.id.littleEndianBytes
    packet += [UInt8](repeating: 0, count: 16)
    packet += message.salt.littleEndianBytes
    packet += message.sessionID.littleEndianBytes
    packet += message.messageID.littleEndianBytes
    packet += message.sequenceNumber.littleEndianBytes
    packet += Int32(message.body.count).littleEndianBytes
    packet += message.body
    packet += padding
    let messageKey = messageKey(of: packet[outerSize...], key, side)
    packet.replaceSubrange(8..<outerSize, with: messageKey)
    let cipher = keys(for: messageKey, key, side)
    do throws(CryptographyError) {
      try AESIGE.encrypt(&packet, from: outerSize, key: cipher.key, iv: cipher.iv)
    } catch {
      // Sizes are right by construction; what is left is libcrypto failing. Nothing unencrypted may
      // leave, and an empty packet is dropped by every receiver.
      return []
    }
    return packet
  }

  /// Opens a packet that `side` made.
  package static func open(
    _ packet: [UInt8], with key: AuthKey, from side: Side
  ) throws(EnvelopeError) -> EnvelopeMessage {
    guard keyID(of: packet) == key.id else { throw EnvelopeError(code: .foreignKey) }
    let sealedSize = packet.count - outerSize
    guard sealedSize >= innerHeaderSize + paddingRange.lowerBound, sealedSize % 16 == 0 else {
      throw EnvelopeError(code: .damaged)
    }
    let messageKey = Array(packet[8..<outerSize])
    let cipher = keys(for: messageKey, key, side)
    var plain = Array(packet[outerSize...])
    do throws(CryptographyError) {
      try AESIGE.decrypt(&plain, key: cipher.key, iv: cipher.iv)
    } catch {
      throw EnvelopeError(code: .damaged)
    }
    // The key covers everything, so it is looked at before anything that was decrypted.
    guard isEqualInConstantTime(Self.messageKey(of: plain[...], key, side), messageKey) else {
      throw EnvelopeError(code: .damaged)
    }
    let length = Int(Int32(littleEndianBytes: plain[28..<32]))
    let padding = plain.count - innerHeaderSize - length
    guard length >= 0, length % 4 == 0, paddingRange.contains(padding) else {
      throw EnvelopeError(code: .damaged)
    }
    return EnvelopeMessage(
      salt: Int64(littleEndianBytes: plain[0..<8]),
      sessionID: Int64(littleEndianBytes: plain[8..<16]),
      messageID: Int64(littleEndianBytes: plain[16..<24]),
      sequenceNumber: Int32(littleEndianBytes: plain[24..<28]),
      body: Array(plain[32..<(32 + length)]))
  }

  /// The least that fits, and up to 15 blocks more so that sizes tell less.
  private static func paddingSize(for unpadded: Int, random: RandomSource) -> Int {
    let least = paddingRange.lowerBound
    let rest = (16 - (unpadded + least) % 16) % 16
    return least + rest + 16 * Int(random.next() & 15)
  }
}

// MARK: Keys

extension Envelope {
  /// The middle 128 bits of SHA-256 over a part of the auth key and the padded plain text.
  static func messageKey(of plain: ArraySlice<UInt8>, _ key: AuthKey, _ side: Side) -> [UInt8] {
    let from = 88 + side.keyOffset
    let large = key.secret.withBytes { SHA256.hash($0[from..<(from + 32)], plain) }
    return Array(large[8..<24])
  }

  static func keys(
    for messageKey: [UInt8], _ key: AuthKey, _ side: Side
  ) -> (key: [UInt8], iv: [UInt8]) {
    let x = side.keyOffset
    return key.secret.withBytes { secret in
      let a = SHA256.hash(messageKey, secret[x..<(x + 36)])
      let b = SHA256.hash(secret[(40 + x)..<(76 + x)], messageKey)
      return (
        key: Array(a[0..<8] + b[8..<24] + a[24..<32]), iv: Array(b[0..<8] + a[8..<24] + b[24..<32])
      )
    }
  }
}

extension Int32 {
  init(littleEndianBytes bytes: some BidirectionalCollection<UInt8>) {
    self = Int32(bitPattern: bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) })
  }

  var littleEndianBytes: [UInt8] {
    withUnsafeBytes(of: littleEndian) { Array($0) }
  }
}
