import Testing

@testable import Cryptography

@Suite struct X25519Tests {
  @Test("The public key of RFC 7748's example is the RFC's")
  func vector() throws {
    // Section 6.1, Alice.
    let alice = hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")
    #expect(
      try X25519.publicKey(of: alice)
        == hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"))
  }

  @Test("A private key of another size is refused")
  func size() {
    #expect(throws: CryptographyError.self) { try X25519.publicKey(of: [1, 2, 3]) }
  }
}
