internal import CCrypto

/// AES-256 as a key stream (NIST SP 800-38A, 6.5). A value: where the stream stands is part of it, so
/// a copy goes on from the same place.
package struct AESCTR: Sendable {
  package static let keySize = 32
  package static let ivSize = 16

  private let key: SecretBytes
  /// The block that the stream continues with.
  private var counter: [UInt8]
  /// Bytes of that block that are used up, below 16.
  private var used = 0

  /// - Parameters:
  ///   - key: 32 bytes.
  ///   - iv: 16 bytes, the first counter block.
  package init(key: SecretBytes, iv: [UInt8]) throws(CryptographyError) {
    guard key.count == Self.keySize, iv.count == Self.ivSize else {
      throw CryptographyError(
        .invalidInput, "AES-CTR takes a key of 32 bytes and a first block of 16.")
    }
    self.key = key
    counter = iv
  }

  /// Encrypts or decrypts the bytes from `start` to the end in place, and moves on by as many.
  ///
  /// - Throws: `libraryFailure`; the bytes then are worth nothing and must not be sent.
  package mutating func apply(
    to bytes: inout [UInt8], from start: Int = 0
  ) throws(CryptographyError) {
    guard start >= 0, start < bytes.count else { return }
    let length = bytes.count - start
    let (counter, used) = (counter, used)
    let done = key.withBytes { key in
      bytes.withUnsafeMutableBufferPointer { buffer in
        cc_ctr_apply(
          key.baseAddress, counter, used, buffer.baseAddress.map { $0 + start }, length)
      }
    }
    guard done == 1 else { throw .library("AES-CTR") }
    advance(by: length)
  }

  private mutating func advance(by length: Int) {
    let total = used + length
    used = total % 16
    var carry = total / 16
    // The whole block is one big-endian number.
    for index in counter.indices.reversed() where carry > 0 {
      carry += Int(counter[index])
      counter[index] = UInt8(carry & 0xff)
      carry >>= 8
    }
  }
}
