internal import CCrypto

/// The key exchange over Curve25519 (RFC 7748), as far as it is needed: to look like TLS.
package enum X25519 {
  /// The public key, 32 bytes, of a private one, which may be any 32 bytes.
  package static func publicKey(of privateKey: [UInt8]) throws(CryptographyError) -> [UInt8] {
    guard privateKey.count == 32 else {
      throw CryptographyError(.invalidInput, "A private key of X25519 has 32 bytes.")
    }
    var key = [UInt8](repeating: 0, count: 32)
    guard cc_x25519_public(privateKey, &key) == 1 else { throw .library("X25519") }
    return key
  }
}
