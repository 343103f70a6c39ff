internal import CCrypto

/// AES-256 in "infinite garble extension" mode, which MTProto uses and few libraries have.
package enum AESIGE {
  package static let keySize = 32
  /// The block before the first ciphertext, then the block before the first plaintext.
  package static let ivSize = 32
  package static let blockSize = 16

  /// Encrypts the bytes from `start` to the end in place; their number is a multiple of 16.
  package static func encrypt(
    _ bytes: inout [UInt8], from start: Int = 0, key: [UInt8], iv: [UInt8]
  ) throws(CryptographyError) {
    try run(cc_ige_encrypt, &bytes, from: start, key: key, iv: iv)
  }

  /// Decrypts the bytes from `start` to the end in place; their number is a multiple of 16.
  package static func decrypt(
    _ bytes: inout [UInt8], from start: Int = 0, key: [UInt8], iv: [UInt8]
  ) throws(CryptographyError) {
    try run(cc_ige_decrypt, &bytes, from: start, key: key, iv: iv)
  }

  typealias Implementation = (
    UnsafePointer<UInt8>?, UnsafePointer<UInt8>?, UnsafeMutablePointer<UInt8>?, Int
  ) -> Int32

  static func run(
    _ implementation: Implementation, _ bytes: inout [UInt8], from start: Int, key: [UInt8],
    iv: [UInt8]
  ) throws(CryptographyError) {
    guard key.count == keySize, iv.count == ivSize, start >= 0, start <= bytes.count,
      (bytes.count - start) % blockSize == 0
    else {
      throw CryptographyError(
        .invalidInput, "AES-IGE takes a key and an IV of 32 bytes and data in blocks of 16.")
    }
    let done = bytes.withUnsafeMutableBufferPointer { buffer in
      implementation(key, iv, buffer.baseAddress.map { $0 + start }, buffer.count - start)
    }
    guard done == 1 else { throw .library("AES-IGE") }
  }
}

// MARK: For tests and benchmarks

extension AESIGE {
  /// Whether this machine's AES instructions are used.
  package static var isAccelerated: Bool { cc_ige_is_accelerated() == 1 }

  /// As `encrypt`, through OpenSSL's CBC: what machines without AES instructions run.
  package static func encryptPortably(
    _ bytes: inout [UInt8], key: [UInt8], iv: [UInt8]
  ) throws(CryptographyError) {
    try run(cc_ige_encrypt_portable, &bytes, from: 0, key: key, iv: iv)
  }

  /// As `decrypt`, block by block through OpenSSL.
  package static func decryptPortably(
    _ bytes: inout [UInt8], key: [UInt8], iv: [UInt8]
  ) throws(CryptographyError) {
    try run(cc_ige_decrypt_portable, &bytes, from: 0, key: key, iv: iv)
  }

  /// AES-256-CBC encryption through OpenSSL, the rate that IGE is measured against.
  package static func encryptCBC(
    _ bytes: inout [UInt8], key: [UInt8], iv: [UInt8]
  ) throws(CryptographyError) {
    try run(cc_cbc_encrypt, &bytes, from: 0, key: key, iv: iv)
  }
}
