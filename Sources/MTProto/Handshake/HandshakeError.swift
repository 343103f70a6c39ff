/// Why a key exchange ended without a key. Nothing of it may be kept.
package struct HandshakeError: Error, Hashable, Sendable {
  package enum Code: String, Hashable, Sendable {
    /// Something other than the awaited answer arrived.
    case unexpectedMessage
    /// A nonce or a hash of one is not ours: a mixed-up or forged answer.
    case wrongNonce
    /// The server has none of the public keys that we know.
    case unknownFingerprint
    /// pq is no product of two primes.
    case badProduct
    /// The encrypted answer does not match its hash.
    case damagedAnswer
    /// dh_prime, g, g_a or g_b is not safe.
    case unsafeParameters
    /// The server refused: server_DH_params_fail or dh_gen_fail.
    case refused
    /// The server asked for another attempt too many times.
    case tooManyRetries
    /// The client's inner data is longer than RSA_PAD can take.
    case dataTooLong
    /// What the client encrypted is of no known form, or does not fit what it sent in clear.
    case badClientData
    /// libcrypto failed.
    case cryptography
  }

  package var code: Code
  /// One sentence for a person.
  package var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// Whether trying again can only fail again: the configuration has to change first.
  package var isPermanent: Bool { code == .unknownFingerprint }
}

extension HandshakeError: CustomStringConvertible {
  package var description: String { message }
}
