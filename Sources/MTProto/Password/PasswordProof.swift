package import Cryptography

/// The client's side of the password check: shows that the password is known without sending it
/// (inputCheckPasswordSRP of core.telegram.org/api/srp).
package struct PasswordProof: Hashable, Sendable {
  /// g_a, 256 bytes: `A`.
  package let clientValue: [UInt8]
  /// `M1`, 32 bytes.
  package let proof: [UInt8]

  /// `serverValue` is srp_B. Takes some 0.1 s. Throws if the server's group or value is not safe; then
  /// nothing must be sent.
  package init(
    password: String, parameters: PasswordParameters, serverValue: [UInt8],
    random: RandomSource = .secure
  ) throws(PasswordError) {
    let group = try parameters.group()
    let b = BigNumber(serverValue)
    guard serverValue.count <= 256, group.isWithinRange(b) else {
      throw PasswordError(
        code: .unsafeParameters,
        message: "The server's value for the password check is not safe; the check was given up.")
    }
    let (a, exponent) = try Self.draw(group, random)
    let x = try parameters.secret(of: password)
    let u = parameters.scrambler(clientValue: a, serverValue: b)
    let shared = try cryptographyOfPassword { () throws(CryptographyError) in
      let verifier = try group.power(x)
      let blinded = try parameters.multiplier(group).multiplied(by: verifier, modulo: group.prime)
      let base = try b.subtracting(blinded, modulo: group.prime)
      // a + u * x is not reduced; 2^2304 is out of its reach.
      let wide = BigNumber([1] + [UInt8](repeating: 0, count: 288))
      let power = try exponent.adding(u.multiplied(by: x, modulo: wide), modulo: wide)
      return try base.power(power, modulo: group.prime)
    }
    clientValue = parameters.padded(a)
    proof = parameters.proof(group, clientValue: a, serverValue: b, shared: shared)
  }

  /// g ^ a in the safe range, and a.
  private static func draw(
    _ group: DHParameters, _ random: RandomSource
  ) throws(PasswordError) -> (BigNumber, BigNumber) {
    for _ in 0..<16 {
      let exponent = BigNumber(random.bytes(256))
      let value = try cryptographyOfPassword { () throws(CryptographyError) in
        try group.power(exponent)
      }
      if group.isWithinRange(value) { return (value, exponent) }
    }
    throw PasswordError(code: .cryptography, message: "No safe random value was found.")
  }
}
