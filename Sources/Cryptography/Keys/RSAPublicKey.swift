internal import CCrypto

/// A server's RSA key as Telegram uses it: bare modular exponentiation, padding is the caller's matter.
package struct RSAPublicKey: Hashable, Sendable {
  package let modulus: BigNumber
  package let exponent: BigNumber
  /// Telegram's name for the key: the low 64 bits of SHA-1 over modulus and exponent as TL strings
  /// (core.telegram.org/mtproto/auth_key).
  package let fingerprint: Int64

  /// The protocol's keys have 2,048 bits; others are refused.
  package init(modulus: BigNumber, exponent: BigNumber) throws(CryptographyError) {
    guard modulus.bitWidth == 2048, modulus.bytes.last.map({ $0 & 1 == 1 }) == true,
      exponent > BigNumber(1)
    else {
      throw CryptographyError(
        .invalidKey, "The RSA key has \(modulus.bitWidth) bits; Telegram's protocol needs 2,048.")
    }
    self.modulus = modulus
    self.exponent = exponent
    fingerprint = Self.fingerprint(of: modulus, exponent)
  }

  /// PKCS#1 ("BEGIN RSA PUBLIC KEY") or SubjectPublicKeyInfo ("BEGIN PUBLIC KEY").
  package init(pem: String) throws(CryptographyError) {
    let numbers = try RSANumbers(pem: pem, isPrivate: false)
    try self.init(modulus: numbers.modulus, exponent: numbers.publicExponent)
  }

  /// number ^ e mod n, right-aligned in 256 bytes. The number must be below the modulus.
  package func encrypt(_ number: BigNumber) throws(CryptographyError) -> [UInt8] {
    guard number < modulus else {
      throw CryptographyError(.invalidInput, "The number to encrypt is not below the modulus.")
    }
    guard let bytes = try number.power(exponent, modulo: modulus).padded(to: 256) else {
      throw .library("RSA")
    }
    return bytes
  }

  /// The key as PEM text, PKCS#1 (as Telethon reads it) or SubjectPublicKeyInfo.
  package func pem(pkcs1: Bool = true) throws(CryptographyError) -> String {
    var text = [CChar](repeating: 0, count: 4096)
    var length = text.count
    let done = cc_rsa_write_public(
      modulus.bytes, modulus.bytes.count, exponent.bytes, exponent.bytes.count, pkcs1 ? 1 : 0,
      &text, &length)
    guard done == 1 else { throw .library("writing a public key") }
    return String(decoding: text.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func fingerprint(of modulus: BigNumber, _ exponent: BigNumber) -> Int64 {
    let hash = SHA1.hash(tlString(modulus.bytes), tlString(exponent.bytes))
    return hash.suffix(8).reversed().reduce(0) { $0 << 8 | Int64($1) }
  }

  /// The codec lives above this module, and this is the one thing of it that is needed here.
  private static func tlString(_ bytes: [UInt8]) -> [UInt8] {
    let count = bytes.count
    let header =
      count < 254
      ? [UInt8(count)]
      : [254, UInt8(truncatingIfNeeded: count), UInt8(truncatingIfNeeded: count >> 8), 0]
    let unpadded = header + bytes
    return unpadded + [UInt8](repeating: 0, count: (4 - unpadded.count % 4) % 4)
  }
}

extension RSAPublicKey: CustomStringConvertible {
  package var description: String {
    "RSA key \(String(UInt64(bitPattern: fingerprint), radix: 16))"
  }
}
