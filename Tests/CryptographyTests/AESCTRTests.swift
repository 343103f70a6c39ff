import Testing

@testable import Cryptography

@Suite struct AESCTRTests {
  /// NIST SP 800-38A, F.5.5 (CTR-AES256.Encrypt).
  private let key = SecretBytes(
    hex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"))
  private let iv = hex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff")
  private let plain = hex(
    "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
      + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710")
  private let cipher = hex(
    "601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5"
      + "2b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6")

  @Test("The key stream is the standard's, and applying it twice gives the plain bytes back")
  func vector() throws {
    var bytes = plain
    var encrypting = try AESCTR(key: key, iv: iv)
    try encrypting.apply(to: &bytes)
    #expect(bytes == cipher)
    var decrypting = try AESCTR(key: key, iv: iv)
    try decrypting.apply(to: &bytes)
    #expect(bytes == plain)
  }

  @Test(
    "However the bytes are cut into pieces, the stream goes on where it stood",
    arguments: [1, 3, 15, 16, 17, 33])
  func pieces(size: Int) throws {
    var stream = try AESCTR(key: key, iv: iv)
    var result: [UInt8] = []
    for start in stride(from: 0, to: plain.count, by: size) {
      // What stands before the start is left alone.
      var piece = [7] + plain[start..<min(start + size, plain.count)]
      try stream.apply(to: &piece, from: 1)
      #expect(piece[0] == 7)
      result += piece.dropFirst()
    }
    #expect(result == cipher)
  }

  @Test("The counter carries over all its bytes, as OpenSSL's own does")
  func carry() throws {
    let iv = [UInt8](repeating: 0xff, count: 16)
    var whole = [UInt8](repeating: 0, count: 100)
    var once = try AESCTR(key: key, iv: iv)
    try once.apply(to: &whole)
    var stream = try AESCTR(key: key, iv: iv)
    var pieces: [UInt8] = []
    for _ in 0..<10 {
      var piece = [UInt8](repeating: 0, count: 10)
      try stream.apply(to: &piece)
      pieces += piece
    }
    #expect(pieces == whole)
  }

  @Test("A copy goes on by itself")
  func copies() throws {
    var stream = try AESCTR(key: key, iv: iv)
    var first = Array(plain.prefix(20))
    try stream.apply(to: &first)
    var copy = stream
    var a = Array(plain.dropFirst(20))
    var b = a
    try stream.apply(to: &a)
    try copy.apply(to: &b)
    #expect(a == b)
    #expect(first + a == cipher)
  }

  @Test("A wrong size of key or first block is refused")
  func sizes() {
    #expect(throws: CryptographyError.self) { try AESCTR(key: SecretBytes([1]), iv: iv) }
    #expect(throws: CryptographyError.self) { try AESCTR(key: key, iv: [1]) }
  }
}
