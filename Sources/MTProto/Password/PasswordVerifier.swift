package import Cryptography

/// What a server keeps of a password: enough to check it, too little to know it. For the sandbox, and
/// for setting a password (`value` is new_password_hash of account.passwordInputSettings).
package struct PasswordVerifier: Hashable, Sendable {
  package let parameters: PasswordParameters
  /// g ^ x mod p, 256 bytes.
  package let value: [UInt8]

  /// Takes some 0.1 s.
  package init(password: String, parameters: PasswordParameters) throws(PasswordError) {
    let group = try parameters.group()
    let x = try parameters.secret(of: password)
    self.parameters = parameters
    value = parameters.padded(
      try cryptographyOfPassword { () throws(CryptographyError) in try group.power(x) })
  }

  /// One attempt to log in: a fresh server value to be sent as srp_B.
  package func challenge(
    random: RandomSource = .secure
  ) throws(PasswordError) -> PasswordChallenge {
    try PasswordChallenge(self, random: random)
  }
}

/// The server's half of one password check. To be used once.
package struct PasswordChallenge: Sendable {
  /// g_b, 256 bytes: `srp_B`.
  package let serverValue: [UInt8]
  private let verifier: PasswordVerifier
  private let group: DHParameters
  private let exponent: BigNumber

  init(_ verifier: PasswordVerifier, random: RandomSource) throws(PasswordError) {
    self.verifier = verifier
    let group = try verifier.parameters.group()
    let multiplier = verifier.parameters.multiplier(group)
    let exponent = BigNumber(random.bytes(256))
    let value = try cryptographyOfPassword { () throws(CryptographyError) in
      let blinded = try multiplier.multiplied(by: BigNumber(verifier.value), modulo: group.prime)
      return try blinded.adding(group.power(exponent), modulo: group.prime)
    }
    self.group = group
    self.exponent = exponent
    serverValue = verifier.parameters.padded(value)
  }

  /// Whether the client's answer (`A` and `M1`) shows that it knows the password.
  package func accepts(clientValue: [UInt8], proof: [UInt8]) -> Bool {
    let a = BigNumber(clientValue)
    let parameters = verifier.parameters
    guard clientValue.count <= 256, group.isWithinRange(a) else { return false }
    let b = BigNumber(serverValue)
    let u = parameters.scrambler(clientValue: a, serverValue: b)
    let prime = group.prime
    guard
      let power = try? BigNumber(verifier.value).power(u, modulo: prime),
      let base = try? a.multiplied(by: power, modulo: prime),
      let shared = try? base.power(exponent, modulo: prime)
    else { return false }
    let expected = parameters.proof(group, clientValue: a, serverValue: b, shared: shared)
    return isEqualInConstantTime(expected, proof)
  }
}
