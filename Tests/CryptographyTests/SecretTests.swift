import Testing

@testable import Cryptography

@Suite struct SecretTests {
  private let random = RandomSource.seeded(1)

  @Test("What is sealed opens again, also when empty [A7]", arguments: [0, 1, 15, 16, 256, 5000])
  func roundTrip(length: Int) throws {
    let box = try SecretBox(key: SecretBytes(random.bytes(32)))
    let plain = random.bytes(length)
    let sealed = try box.seal(plain, context: Array("auth key 1".utf8), random: random)
    #expect(sealed.count == length + SecretBox.overhead)
    #expect(try box.open(sealed, context: Array("auth key 1".utf8)) == plain)
  }

  @Test("A flipped bit anywhere, another context or another key opens nothing [A7]")
  func tampering() throws {
    let box = try SecretBox(key: SecretBytes(random.bytes(32)))
    let sealed = try box.seal([1, 2, 3], context: [7], random: random)
    for index in sealed.indices {
      var damaged = sealed
      damaged[index] ^= 0x10
      #expect(throws: CryptographyError.self) { try box.open(damaged, context: [7]) }
    }
    #expect(throws: CryptographyError.self) { try box.open(sealed, context: [8]) }
    #expect(throws: CryptographyError.self) { try box.open(sealed.dropLast(), context: [7]) }
    #expect(throws: CryptographyError.self) { try box.open([1, 2], context: [7]) }
    let other = try SecretBox(key: SecretBytes(random.bytes(32)))
    #expect(throws: CryptographyError.self) { try other.open(sealed, context: [7]) }
  }

  @Test("A sealing key of the wrong size is refused")
  func keySize() {
    #expect(throws: CryptographyError.self) { try SecretBox(key: SecretBytes([1, 2, 3])) }
  }

  @Test("Secret bytes cannot be printed, dumped or reflected [A7]")
  func printing() {
    let secret = SecretBytes(Array("hunter2".utf8))
    var dumped = ""
    dump(secret, to: &dumped)
    #expect("\(secret)" == "<secret: 7 bytes>")
    #expect(String(reflecting: secret) == "<secret: 7 bytes>")
    #expect(!dumped.contains("104"))
    #expect(secret.exposed() == Array("hunter2".utf8))
    #expect(secret == SecretBytes(Array("hunter2".utf8)))
    #expect(secret != SecretBytes(Array("hunter3".utf8)))
  }

  @Test("A seed repeats its bytes, another seed gives others, the secure source never the same")
  func randomness() {
    #expect(RandomSource.seeded(5).bytes(37) == RandomSource.seeded(5).bytes(37))
    #expect(RandomSource.seeded(5).bytes(37) != RandomSource.seeded(6).bytes(37))
    let first = RandomSource.secure.bytes(32)
    #expect(first.count == 32)
    #expect(first != RandomSource.secure.bytes(32))
    var generator = RandomSource.seeded(9)
    #expect((0..<50).allSatisfy { _ in (1...6).contains(Int.random(in: 1...6, using: &generator)) })
  }
}
