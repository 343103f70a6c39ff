internal import CCrypto

/// A server's private key; only the sandbox has one.
package struct RSAPrivateKey: Sendable {
  package let publicKey: RSAPublicKey
  private let exponent: SecretBytes
  private let text: SecretBytes

  /// PKCS#8 or PKCS#1 PEM, not encrypted.
  package init(pem: String) throws(CryptographyError) {
    let numbers = try RSANumbers(pem: pem, isPrivate: true)
    publicKey = try RSAPublicKey(modulus: numbers.modulus, exponent: numbers.publicExponent)
    exponent = SecretBytes(numbers.privateExponent.bytes)
    text = SecretBytes(Array(pem.utf8))
  }

  /// A new key of 2,048 bits; takes some 0.1 s.
  package static func generate() throws(CryptographyError) -> RSAPrivateKey {
    var text = [CChar](repeating: 0, count: 8192)
    var length = text.count
    guard cc_rsa_generate(2048, &text, &length) == 1 else {
      throw .library("generating an RSA key")
    }
    defer { cc_wipe(&text, text.count) }
    let pem = String(decoding: text.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return try RSAPrivateKey(pem: pem)
  }

  /// A key that anybody can derive, the same in every run, for simulations: modulo a prime p, raising to
  /// p − 2 undoes itself. It has no PEM form.
  package init(withoutSecret prime: BigNumber) throws(CryptographyError) {
    let power = try prime.subtracting(BigNumber(2), modulo: prime)
    publicKey = try RSAPublicKey(modulus: prime, exponent: power)
    exponent = SecretBytes(power.bytes)
    text = SecretBytes([])
  }

  /// The PEM text, to be written where only its owner can read it.
  package func exposedPEM() -> String {
    text.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// number ^ d mod n, right-aligned in 256 bytes.
  package func decrypt(_ encrypted: some Collection<UInt8>) throws(CryptographyError) -> [UInt8] {
    let number = BigNumber(encrypted)
    guard number < publicKey.modulus else {
      throw CryptographyError(.invalidInput, "The number to decrypt is not below the modulus.")
    }
    let power = BigNumber(exponent.exposed())
    guard let bytes = try number.power(power, modulo: publicKey.modulus).padded(to: 256) else {
      throw .library("RSA")
    }
    return bytes
  }
}

/// The numbers in a PEM text.
struct RSANumbers {
  let modulus: BigNumber
  let publicExponent: BigNumber
  let privateExponent: BigNumber

  init(pem: String, isPrivate: Bool) throws(CryptographyError) {
    // Real keys take less than 4 KB.
    guard pem.utf8.count <= 16384 else {
      throw CryptographyError(.invalidKey, "The file is too long to be an RSA key.")
    }
    var numbers = CCRSANumbers()
    defer { cc_wipe(&numbers, MemoryLayout.size(ofValue: numbers)) }
    guard cc_rsa_read(pem, pem.utf8.count, isPrivate ? 1 : 0, &numbers) == 1 else {
      throw CryptographyError(
        .invalidKey,
        isPrivate
          ? "This is no RSA private key in PEM form (PKCS#8 or PKCS#1, without a pass phrase)."
          : "This is no RSA public key in PEM form (PKCS#1 or SubjectPublicKeyInfo).")
    }
    modulus = withUnsafeBytes(of: numbers.modulus) {
      BigNumber($0.prefix(numbers.modulus_length))
    }
    publicExponent = withUnsafeBytes(of: numbers.public_exponent) {
      BigNumber($0.prefix(numbers.public_exponent_length))
    }
    privateExponent = withUnsafeBytes(of: numbers.private_exponent) {
      BigNumber($0.prefix(numbers.private_exponent_length))
    }
  }
}
