import Testing

@testable import Cryptography

@Suite struct RSATests {
  @Test("Telegram's own key has the fingerprint that Telegram publishes [mtproto 1]")
  func publishedFingerprint() throws {
    let key = try RSAPublicKey(pem: telegramKey)
    #expect(UInt64(bitPattern: key.fingerprint) == 0xc3b4_2b02_6ce8_6b21)
    #expect(key.exponent == BigNumber(65537))
  }

  @Test("A generated key survives PEM in every form and undoes its own encryption")
  func generatedKey() throws {
    let key = try RSAPrivateKey.generate()
    for pkcs1 in [true, false] {
      let pem = try key.publicKey.pem(pkcs1: pkcs1)
      #expect(pem.contains(pkcs1 ? "BEGIN RSA PUBLIC KEY" : "BEGIN PUBLIC KEY"))
      #expect(try RSAPublicKey(pem: pem) == key.publicKey)
    }
    let again = try RSAPrivateKey(pem: key.exposedPEM())
    let number = BigNumber([9] + RandomSource.seeded(3).bytes(200))
    let encrypted = try key.publicKey.encrypt(number)
    #expect(encrypted.count == 256)
    #expect(BigNumber(try again.decrypt(encrypted)) == number)
  }

  @Test("A number that is not below the modulus is refused in both directions")
  func tooLarge() throws {
    let key = try RSAPrivateKey.generate()
    #expect(throws: CryptographyError.self) { try key.publicKey.encrypt(key.publicKey.modulus) }
    #expect(throws: CryptographyError.self) { try key.decrypt([UInt8](repeating: 255, count: 256)) }
  }

  @Test(
    "Text that is no RSA key is refused with a sentence that says so",
    arguments: ["", "hello", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"])
  func notAKey(text: String) {
    let error = #expect(throws: CryptographyError.self) { try RSAPublicKey(pem: text) }
    #expect(error?.code == .invalidKey)
    #expect(error?.message.contains("PEM") == true)
  }

  @Test("A public key is not taken for a private one")
  func publicForPrivate() {
    #expect(throws: CryptographyError.self) { try RSAPrivateKey(pem: telegramKey) }
  }

  @Test("A key of another size than 2,048 bits is refused")
  func otherSize() {
    #expect(throws: CryptographyError.self) {
      try RSAPublicKey(
        modulus: BigNumber([1] + [UInt8](repeating: 1, count: 127)), exponent: BigNumber(3))
    }
  }

  /// Telegram's production key c3b42b026ce86b21, as its clients publish it.
  private let telegramKey = """
    -----BEGIN RSA PUBLIC KEY-----
    MIIBCgKCAQEAwVACPi9w23mF3tBkdZz+zwrzKOaaQdr01vAbU4E1pvkfj4sqDsm6
    lyDONS789sVoD/xCS9Y0hkkC3gtL1tSfTlgCMOOul9lcixlEKzwKENj1Yz/s7daS
    an9tqw3bfUV/nqgbhGX81v/+7RFAEd+RwFnK7a+XYl9sluzHRyVVaTTveB2GazTw
    Efzk2DWgkBluml8OREmvfraX3bkHZJTKX4EQSjBbbdJ2ZXIsRrYOXfaA+xayEGB+
    8hdlLmAjbCVfaigxX0CDqWeR1yFL9kwd9P0NsZRPsmoqVwMbMu7mStFai6aIhc3n
    Slv8kg9qv1m6XHVQY3PnEw+QQtqSIXklHwIDAQAB
    -----END RSA PUBLIC KEY-----
    """
}
