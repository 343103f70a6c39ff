import Cryptography
import Testing

@testable import MTProto

@Suite struct PasswordTests {
  private let parameters = PasswordParameters.telegram(
    salt1: PasswordVector.salt1, salt2: PasswordVector.salt2)
  private let random = RandomSource.seeded(31)

  @Test("The proof is byte for byte what Telethon sends for the same values [mtproto 31, B1]")
  func knownVector() throws {
    let proof = try PasswordProof(
      password: PasswordVector.password, parameters: parameters,
      serverValue: PasswordVector.serverValue,
      random: .scripted([PasswordVector.clientExponent]))
    #expect(proof.clientValue == PasswordVector.clientValue)
    #expect(proof.proof == PasswordVector.proof)
    let verifier = try PasswordVerifier(password: PasswordVector.password, parameters: parameters)
    #expect(verifier.value == PasswordVector.verifier)
  }

  @Test("The right password is accepted, a wrong one and a tampered proof are not [mtproto 31, B1]")
  func roundTrip() throws {
    let verifier = try PasswordVerifier(password: "open sesame", parameters: parameters)
    let challenge = try verifier.challenge(random: random)
    let right = try PasswordProof(
      password: "open sesame", parameters: parameters, serverValue: challenge.serverValue,
      random: random)
    #expect(challenge.accepts(clientValue: right.clientValue, proof: right.proof))
    var tampered = right.proof
    tampered[0] ^= 1
    #expect(!challenge.accepts(clientValue: right.clientValue, proof: tampered))
    let wrong = try PasswordProof(
      password: "open sesame ", parameters: parameters, serverValue: challenge.serverValue,
      random: random)
    #expect(!challenge.accepts(clientValue: wrong.clientValue, proof: wrong.proof))
    let other = try verifier.challenge(random: random)
    #expect(!other.accepts(clientValue: right.clientValue, proof: right.proof))
  }

  @Test(
    "A server value of 0 modulo p, or close to an end, stops the check [mtproto 31]",
    arguments: [
      [], [0], [1], PasswordParameters.telegram(salt1: [], salt2: []).prime,
      [UInt8](repeating: 0xff, count: 256), [UInt8](repeating: 0xff, count: 248),
      [1] + [UInt8](repeating: 0, count: 300),
    ])
  func unsafeServerValue(value: [UInt8]) {
    let error = #expect(throws: PasswordError.self) {
      try PasswordProof(
        password: "x", parameters: parameters, serverValue: value, random: random)
    }
    #expect(error?.code == .unsafeParameters)
  }

  @Test("A prime that is not safe, or a generator that does not fit, stops the check [mtproto 31]")
  func unsafeGroup() {
    var composite = parameters
    composite.prime[255] ^= 2
    var unfit = parameters
    unfit.generator = 2
    for bad in [composite, unfit] {
      let error = #expect(throws: PasswordError.self) {
        try PasswordProof(
          password: "x", parameters: bad, serverValue: PasswordVector.serverValue, random: random)
      }
      #expect(error?.code == .unsafeParameters)
    }
  }

  @Test(
    "A client value of 0, 1 or p - 1 is never accepted, whatever the proof",
    arguments: [[UInt8](), [1], PasswordParameters.telegram(salt1: [], salt2: []).prime])
  func unsafeClientValue(value: [UInt8]) throws {
    let verifier = try PasswordVerifier(password: "x", parameters: parameters)
    let challenge = try verifier.challenge(random: random)
    #expect(!challenge.accepts(clientValue: value, proof: [UInt8](repeating: 0, count: 32)))
  }
}
