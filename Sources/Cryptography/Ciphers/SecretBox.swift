internal import CCrypto

/// Keeps secrets at rest: AES-256-GCM under one key, each seal with a fresh random nonce.
///
/// Sealed form: nonce (12 bytes), ciphertext, tag (16 bytes).
package struct SecretBox: Sendable {
  package static let keySize = 32
  /// What sealing adds to the length.
  package static let overhead = nonceSize + tagSize

  private static let nonceSize = 12
  private static let tagSize = 16
  private let key: SecretBytes

  /// Throws unless the key has 32 bytes.
  package init(key: SecretBytes) throws(CryptographyError) {
    guard key.count == Self.keySize else {
      throw CryptographyError(
        .invalidInput, "The sealing key has \(key.count) bytes; it must have \(Self.keySize).")
    }
    self.key = key
  }

  /// `context` says what is sealed ("auth key of account 7"); opening needs the same, so that a value
  /// cannot be put in the place of another.
  package func seal(
    _ plain: some Collection<UInt8>, context: some Collection<UInt8>, random: RandomSource
  ) throws(CryptographyError) -> [UInt8] {
    let nonce = random.bytes(Self.nonceSize)
    let length = plain.count
    var body = [UInt8](repeating: 0, count: length + Self.tagSize)
    let done = key.withBytes { key in
      withBytes(of: context) { context in
        withBytes(of: plain) { plain in
          cc_gcm_seal(
            key.baseAddress, nonce, context.baseAddress, context.count, plain.baseAddress, length,
            &body)
        }
      }
    }
    guard done == 1 else { throw .library("AES-GCM") }
    return nonce + body
  }

  package func open(
    _ sealed: some Collection<UInt8>, context: some Collection<UInt8>
  ) throws(CryptographyError) -> [UInt8] {
    let length = sealed.count - Self.overhead
    guard length >= 0 else {
      throw CryptographyError(.notAuthentic, "The sealed value is cut short.")
    }
    let sealed = Array(sealed)
    let nonce = Array(sealed.prefix(Self.nonceSize))
    // One byte more than needed, so that there is an address even for an empty value.
    var plain = [UInt8](repeating: 0, count: length + 1)
    let done = key.withBytes { key in
      withBytes(of: context) { context in
        withBytes(of: sealed.dropFirst(Self.nonceSize)) { body in
          cc_gcm_open(
            key.baseAddress, nonce, context.baseAddress, context.count, body.baseAddress, length,
            &plain)
        }
      }
    }
    guard done == 1 else {
      throw CryptographyError(
        .notAuthentic,
        "The sealed value cannot be opened: it is damaged, or the key is another one.")
    }
    plain.removeLast()
    return plain
  }
}
