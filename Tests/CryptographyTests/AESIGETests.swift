import Testing

@testable import Cryptography

@Suite struct AESIGETests {
  /// Made with cryptg 0.6 and checked with pyaes: key 00 01 02 ..., IV 20 21 22 ..., data 40 41 42 ...
  private let key = (0..<32).map { UInt8($0) }
  private let iv = (32..<64).map { UInt8($0) }
  private let plain = (64..<144).map { UInt8($0) }
  private let cipher = hex(AESIGEVector.cipher)

  @Test("IGE encrypts and decrypts as other implementations do [A1]")
  func vector() throws {
    var bytes = plain
    try AESIGE.encrypt(&bytes, key: key, iv: iv)
    #expect(bytes == cipher)
    try AESIGE.decrypt(&bytes, key: key, iv: iv)
    #expect(bytes == plain)
  }

  @Test(
    "The portable and the accelerated form agree at every length, around chunk borders too",
    arguments: [0, 16, 32, 48, 4080, 4096, 4112, 4128, 8192, 12304])
  func portable(length: Int) throws {
    let random = RandomSource.seeded(UInt64(length))
    let plain = random.bytes(length)
    let key = random.bytes(32)
    let iv = random.bytes(32)
    var fast = plain
    var slow = plain
    try AESIGE.encrypt(&fast, key: key, iv: iv)
    try AESIGE.encryptPortably(&slow, key: key, iv: iv)
    #expect(fast == slow)
    try AESIGE.decrypt(&fast, key: key, iv: iv)
    try AESIGE.decryptPortably(&slow, key: key, iv: iv)
    #expect(fast == plain)
    #expect(slow == plain)
  }

  @Test("Bytes before the start are left alone")
  func offset() throws {
    var bytes = [1, 2, 3] + plain
    try AESIGE.encrypt(&bytes, from: 3, key: key, iv: iv)
    #expect(bytes == [1, 2, 3] + cipher)
  }

  @Test("A wrong size of key, IV or data is refused, and the data stays as it was")
  func sizes() {
    var bytes = plain
    #expect(throws: CryptographyError.self) {
      try AESIGE.encrypt(&bytes, key: [1], iv: iv)
    }
    #expect(throws: CryptographyError.self) {
      try AESIGE.encrypt(&bytes, key: key, iv: [1])
    }
    #expect(throws: CryptographyError.self) {
      try AESIGE.encrypt(&bytes, from: 1, key: key, iv: iv)
    }
    #expect(bytes == plain)
  }
}
