package import Cryptography

/// RSA_PAD of core.telegram.org/mtproto/auth_key, and the older padding that some clients still use.
package enum RSAPad {
  /// Bytes of data that fit.
  package static let maximumLength = 144
  private static let paddedLength = 192

  /// Data of at most 144 bytes as 256 encrypted ones.
  package static func encrypt(
    _ data: [UInt8], for key: RSAPublicKey, random: RandomSource
  ) throws(HandshakeError) -> [UInt8] {
    guard data.count <= maximumLength else {
      throw HandshakeError(
        .dataTooLong, "RSA_PAD takes \(maximumLength) bytes at most, not \(data.count).")
    }
    let padded = data + random.bytes(paddedLength - data.count)
    // A value that is not below the modulus cannot be encrypted; another temporary key gives another
    // value. Half of the attempts succeed at the least, so 128 failures mean a broken random source.
    for _ in 0..<128 {
      let value = try envelope(padded, temporaryKey: random.bytes(32))
      guard value < key.modulus else { continue }
      return try cryptography { () throws(CryptographyError) in try key.encrypt(value) }
    }
    throw HandshakeError(.cryptography, "No value below the RSA modulus was found.")
  }

  /// temp_key_xor and the encrypted data with its hash, as one number.
  static func envelope(
    _ padded: [UInt8], temporaryKey: [UInt8]
  ) throws(HandshakeError) -> BigNumber {
    var sealed = padded.reversed() + SHA256.hash(temporaryKey, padded)
    try cryptography { () throws(CryptographyError) in
      try AESIGE.encrypt(&sealed, key: temporaryKey, iv: [UInt8](repeating: 0, count: 32))
    }
    let mask = SHA256.hash(sealed)
    return BigNumber(zip(temporaryKey, mask).map { $0 ^ $1 } + sealed)
  }

  /// The 192 padded bytes, the data first; nil if the hash does not fit.
  package static func decrypt(_ encrypted: [UInt8], with key: RSAPrivateKey) -> [UInt8]? {
    guard encrypted.count == 256, let value = try? key.decrypt(encrypted) else { return nil }
    var sealed = Array(value[32...])
    let temporaryKey = zip(value[..<32], SHA256.hash(sealed)).map { $0 ^ $1 }
    let iv = [UInt8](repeating: 0, count: 32)
    guard (try? AESIGE.decrypt(&sealed, key: temporaryKey, iv: iv)) != nil else { return nil }
    let padded = Array(sealed[..<paddedLength].reversed())
    guard isEqualInConstantTime(SHA256.hash(temporaryKey, padded), sealed[paddedLength...]) else {
      return nil
    }
    return padded
  }

  /// The older form: SHA-1 of the data, the data, random bytes, 255 in all. `length` finds how many
  /// of the bytes given are data; nil if the hash does not fit.
  package static func decryptLegacy(
    _ encrypted: [UInt8], with key: RSAPrivateKey, length: ([UInt8]) -> Int?
  ) -> [UInt8]? {
    guard encrypted.count == 256, let value = try? key.decrypt(encrypted), value[0] == 0 else {
      return nil
    }
    let padded = Array(value[21...])
    guard let count = length(padded), count <= padded.count,
      isEqualInConstantTime(SHA1.hash(padded[..<count]), value[1..<21])
    else { return nil }
    return padded
  }
}

/// Runs a step of libcrypto within the key exchange.
func cryptography<Result>(
  _ body: () throws(CryptographyError) -> Result
) throws(HandshakeError) -> Result {
  do throws(CryptographyError) {
    return try body()
  } catch {
    throw HandshakeError(.cryptography, error.message)
  }
}
