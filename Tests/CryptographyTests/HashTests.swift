import Testing

@testable import Cryptography

@Suite struct HashTests {
  private let abc = Array("abc".utf8)

  @Test("SHA-1, SHA-256 and SHA-512 of \"abc\" are those of FIPS 180-4")
  func knownHashes() {
    #expect(SHA1.hash(abc) == hex("a9993e364706816aba3e25717850c26c9cd0d89d"))
    #expect(
      SHA256.hash(abc) == hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    #expect(
      SHA512.hash(abc)
        == hex(
          """
          ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a
          2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
          """))
  }

  @Test("MD5 of \"abc\" is that of RFC 1321")
  func md5() {
    var hash = HashContext(.md5)
    hash.update(abc)
    #expect(hash.finish() == hex("900150983cd24fb0d6963f7d28e17f72"))
  }

  @Test("Parts are hashed as if they were one")
  func parts() {
    #expect(SHA256.hash([1, 2, 3][1...], [UInt8](), [4]) == SHA256.hash([2, 3, 4]))
    #expect(SHA1.hash() == hex("da39a3ee5e6b4b0d3255bfef95601890afd80709"))
  }

  @Test("HMAC gives test case 2 of RFC 4231, also for an empty key and message")
  func hmac() throws {
    let code = try HMAC.authenticate(
      Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8), with: .sha256)
    #expect(code == hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
    #expect(
      try HMAC.authenticate([], key: [], with: .sha256)
        == hex("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"))
  }

  @Test("PBKDF2-HMAC-SHA512 gives the values that Python's hashlib gives")
  func pbkdf2() throws {
    let derived = try PBKDF2.deriveSHA512(
      password: Array("password".utf8), salt: Array("salt".utf8), rounds: 2, length: 64)
    #expect(
      derived
        == hex(
          """
          e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53c
          f76cab2868a39b9f7840edce4fef5a82be67335c77a6068e04112754f27ccf4e
          """))
    #expect(throws: CryptographyError.self) {
      try PBKDF2.deriveSHA512(password: [1], salt: [1], rounds: 0, length: 64)
    }
  }
}
