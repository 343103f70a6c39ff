package import Cryptography
package import MTProto

/// What the server keeps for two-step verification (core.telegram.org/api/srp): never the password.
package struct StoredPassword: Sendable {
  package let verifier: PasswordVerifier
  package let hint: String
}

extension World {
  /// Protects an account with a password. Takes some 0.1 s.
  package mutating func setPassword(
    _ password: String, hint: String = "", of person: Int64, random: RandomSource = .secure
  ) throws(PasswordError) {
    let parameters = PasswordParameters.telegram(
      salt1: random.bytes(8 + 32), salt2: random.bytes(16))
    let verifier = try PasswordVerifier(password: password, parameters: parameters)
    passwords[person] = StoredPassword(verifier: verifier, hint: hint)
  }
}
