import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

/// Against a message that another implementation made (Python's hashlib, and cryptg for the cipher).
@Suite struct BindingMessageTests {
  private let messageID: Int64 = 7_301_301_673_152_239_224
  private let made = hex(
    """
    f3282222b28ca2f2792e72b1058124ae53b62bf5b1e08b26902bc3d7f0504fe7b3576e9c21e31deaa9598da315c71b79
    bb148bb0049154e0188a8bc996ae3c8d4b8d66f18069fe62633f193ce9ccb3d277969cc87fe35a6e55463ab394bb68cf
    59e9782dfbe26be6
    """)

  private func key() throws -> AuthKey {
    try #require(AuthKey((0..<8).flatMap { SHA256.hash(Array("permanent \($0)".utf8)) }))
  }

  private func inner(_ key: AuthKey) -> MT.BindAuthKeyInner {
    MT.BindAuthKeyInner(
      nonce: 0x1122_3344_5566_7788, tempAuthKeyId: -77, permAuthKeyId: key.id, tempSessionId: 4242,
      expiresAt: 1_700_086_400)
  }

  @Test("The proof that binds a key is byte for byte another implementation's [mtproto 24]")
  func seal() throws {
    let key = try key()
    let random = RandomSource.scripted([Array(0..<16), Array(100..<108)])
    #expect(
      BindingMessage.seal(inner(key), messageID: messageID, with: key, random: random) == made)
  }

  @Test("It opens for its own message and key only, and not damaged [mtproto 24]")
  func open() throws {
    let key = try key()
    let opened = try #require(BindingMessage.open(made, messageID: messageID, with: key))
    #expect(opened.encoded() == inner(key).encoded())
    #expect(BindingMessage.open(made, messageID: messageID + 4, with: key) == nil)
    #expect(BindingMessage.open(made, messageID: messageID, with: Rig.key) == nil)
    for index in made.indices {
      var damaged = made
      damaged[index] ^= 1
      // The last 8 bytes decrypt to padding, which no hash covers.
      guard index < made.count - 16 else { continue }
      #expect(BindingMessage.open(damaged, messageID: messageID, with: key) == nil)
    }
    #expect(BindingMessage.open([], messageID: messageID, with: key) == nil)
    #expect(BindingMessage.open(Array(made.dropLast(16)), messageID: messageID, with: key) == nil)
  }
}
