internal import Cryptography

/// The two-step verification password's algorithm
/// `passwordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow` (core.telegram.org/api/srp).
package struct PasswordParameters: Hashable, Sendable {
  package var salt1: [UInt8]
  package var salt2: [UInt8]
  package var generator: Int32
  /// Big-endian, 2,048 bits.
  package var prime: [UInt8]

  package init(salt1: [UInt8], salt2: [UInt8], generator: Int32, prime: [UInt8]) {
    self.salt1 = salt1
    self.salt2 = salt2
    self.generator = generator
    self.prime = prime
  }

  /// New salts over the group that Telegram uses. `salt1` may be given a prefix by the server.
  package static func telegram(salt1: [UInt8], salt2: [UInt8]) -> PasswordParameters {
    PasswordParameters(
      salt1: salt1, salt2: salt2, generator: DHParameters.telegram.generator,
      prime: DHParameters.telegram.prime.bytes)
  }
}

/// Why a password check cannot be done.
package struct PasswordError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Hashable, Sendable {
    /// The server's group or value would give the password away: stop, do not ask again.
    case unsafeParameters
    /// Salts or values are of an impossible size.
    case badParameters
    /// libcrypto failed.
    case cryptography
  }

  package var code: Code
  /// One sentence for a person.
  package var message: String

  package var description: String { message }
}

// MARK: Derivation

extension PasswordParameters {
  private static let rounds = 100_000

  /// The numbers behind the parameters, checked. Throws if they are not safe.
  func group() throws(PasswordError) -> DHParameters {
    do throws(HandshakeError) {
      return try DHParameters(prime: prime, generator: generator)
    } catch {
      throw PasswordError(code: .unsafeParameters, message: error.message)
    }
  }

  /// PH2, the secret x. Takes some 0.1 s.
  func secret(of password: String) throws(PasswordError) -> BigNumber {
    let first = salted(salted(Array(password.utf8), salt1), salt2)
    let slow = try cryptographyOfPassword { () throws(CryptographyError) in
      try PBKDF2.deriveSHA512(password: first, salt: salt1, rounds: Self.rounds, length: 64)
    }
    return BigNumber(salted(slow, salt2))
  }

  /// SH(data, salt).
  private func salted(_ data: [UInt8], _ salt: [UInt8]) -> [UInt8] {
    SHA256.hash(salt, data, salt)
  }

  /// k = H(p | g), over 256 bytes each.
  func multiplier(_ group: DHParameters) -> BigNumber {
    BigNumber(SHA256.hash(padded(group.prime), padded(group.generatorNumber)))
  }

  /// M1, by which the client shows that it knows the password.
  func proof(
    _ group: DHParameters, clientValue: BigNumber, serverValue: BigNumber, shared: BigNumber
  ) -> [UInt8] {
    let mixed = zip(
      SHA256.hash(padded(group.prime)), SHA256.hash(padded(group.generatorNumber))
    ).map { $0 ^ $1 }
    return SHA256.hash(
      mixed, SHA256.hash(salt1), SHA256.hash(salt2), padded(clientValue), padded(serverValue),
      SHA256.hash(padded(shared)))
  }

  /// u = H(g_a | g_b).
  func scrambler(clientValue: BigNumber, serverValue: BigNumber) -> BigNumber {
    BigNumber(SHA256.hash(padded(clientValue), padded(serverValue)))
  }

  /// All numbers here are below the prime, which has 256 bytes.
  func padded(_ number: BigNumber) -> [UInt8] {
    number.padded(to: 256) ?? number.bytes
  }
}

extension DHParameters {
  var generatorNumber: BigNumber { BigNumber(UInt64(max(0, generator))) }
}

/// Runs a step of libcrypto within a password check.
func cryptographyOfPassword<Result>(
  _ body: () throws(CryptographyError) -> Result
) throws(PasswordError) -> Result {
  do throws(CryptographyError) {
    return try body()
  } catch {
    throw PasswordError(code: .cryptography, message: error.message)
  }
}
