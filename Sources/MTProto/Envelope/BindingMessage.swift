internal import Cryptography
internal import TL
internal import TelegramSchema

/// The proof that a temporary key belongs to the holder of a permanent one: bind_auth_key_inner,
/// encrypted with the permanent key as MTProto 1.0 did it
/// (core.telegram.org/method/auth.bindTempAuthKey#generating-encrypted-message).
///
/// Key id (8), msg_key (16), then AES-IGE over random bytes (16), the id of the message in which the
/// proof travels (8), 0 (4), length (4), bind_auth_key_inner, padding to whole blocks.
enum BindingMessage {
  private static let headerSize = 32

  /// Empty if libcrypto fails: the server then refuses to bind.
  static func seal(
    _ inner: MT.BindAuthKeyInner, messageID: Int64, with key: AuthKey, random: RandomSource
  ) -> [UInt8] {
    let body = inner.encoded()
    var plain = random.bytes(16) + messageID.littleEndianBytes + Int32(0).littleEndianBytes
    plain += Int32(body.count).littleEndianBytes + body
    let messageKey = Array(SHA1.hash(plain)[4...])
    plain += random.bytes((16 - plain.count % 16) % 16)
    let cipher = keys(for: messageKey, key)
    do throws(CryptographyError) {
      try AESIGE.encrypt(&plain, key: cipher.key, iv: cipher.iv)
    } catch {
      return []
    }
    return key.id.littleEndianBytes + messageKey + plain
  }

  /// Nil unless the bytes were made with this key for this message.
  static func open(
    _ bytes: [UInt8], messageID: Int64, with key: AuthKey
  ) -> MT.BindAuthKeyInner? {
    guard bytes.count >= 24 + 80, bytes.count <= 1024, bytes.count % 16 == 8,
      Envelope.keyID(of: bytes) == key.id
    else { return nil }
    let messageKey = Array(bytes[8..<24])
    let cipher = keys(for: messageKey, key)
    var plain = Array(bytes[24...])
    guard (try? AESIGE.decrypt(&plain, key: cipher.key, iv: cipher.iv)) != nil else { return nil }
    let length = Int(Int32(littleEndianBytes: plain[28..<32]))
    guard length > 0, length <= plain.count - headerSize, plain.count - headerSize - length < 16,
      isEqualInConstantTime(SHA1.hash(plain[..<(headerSize + length)])[4...], messageKey),
      Int64(littleEndianBytes: plain[16..<24]) == messageID,
      Int32(littleEndianBytes: plain[24..<28]) == 0
    else { return nil }
    return try? MT.BindAuthKeyInner(bytes: Array(plain[headerSize..<(headerSize + length)]))
  }

  /// As core.telegram.org/mtproto/description_v1 derives them, with x = 0: from the client.
  private static func keys(
    for messageKey: [UInt8], _ key: AuthKey
  ) -> (key: [UInt8], iv: [UInt8]) {
    key.secret.withBytes { secret in
      let a = SHA1.hash(messageKey, secret[0..<32])
      let b = SHA1.hash(secret[32..<48], messageKey, secret[48..<64])
      let c = SHA1.hash(secret[64..<96], messageKey)
      let d = SHA1.hash(messageKey, secret[96..<128])
      return (
        key: Array(a[0..<8] + b[8..<20] + c[4..<16]),
        iv: Array(a[8..<20] + b[0..<8] + c[16..<20] + d[0..<8])
      )
    }
  }
}
