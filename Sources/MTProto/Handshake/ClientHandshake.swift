package import Cryptography
internal import TL
internal import TelegramSchema

/// The client's side of the key exchange (core.telegram.org/mtproto/auth_key), without I/O: it gives
/// packets to send and takes the packets that arrive, one at a time.
///
/// Any error ends the exchange; begin again with `start`, after a pause, unless the error is permanent.
/// After a transport refusal (-404) likewise.
package struct ClientHandshake: Sendable {
  package enum Action: Sendable {
    /// Send this packet.
    case send([UInt8])
    /// The exchange is over.
    case finished(HandshakeResult)
  }

  /// dh_gen_retry is followed this many times.
  static let maximumRetries = 4

  private enum State: Sendable {
    case idle
    case awaitingProduct(nonce: TLInt128)
    case awaitingParameters(nonce: TLInt128, NonceSecrets)
    case awaitingVerdict(nonce: TLInt128, NonceSecrets, Attempt)
  }

  /// One offered g_b, and the key that it leads to.
  private struct Attempt: Sendable {
    var parameters: DHParameters
    var serverValue: BigNumber
    var clock: ServerClock
    var key: AuthKey
    var number = 0
  }

  private let keys: [RSAPublicKey]
  private let dc: Int32
  private let expiresIn: Int32?
  private let random: RandomSource
  private var state = State.idle
  private var ids = MessageIDGenerator()

  /// `dc`: the data centre's number, plus 10,000 for test servers, negated for media ones.
  /// `expiresIn`: seconds of life of a temporary key; nil for a permanent one.
  package init(
    keys: [RSAPublicKey], dc: Int32, expiresIn: Int32? = nil, random: RandomSource = .secure
  ) {
    self.keys = keys
    self.dc = dc
    self.expiresIn = expiresIn
    self.random = random
  }

  /// Begins, or begins again, and gives the first packet.
  package mutating func start(at moment: Moment) -> [UInt8] {
    guard let nonce = TLInt128(random.bytes(16)) else { return [] }
    state = .awaitingProduct(nonce: nonce)
    return packet(MT.Methods.ReqPqMulti(nonce: nonce), at: moment)
  }

  /// Takes a packet from the server.
  package mutating func receive(
    _ packet: [UInt8], at moment: Moment
  ) throws(HandshakeError) -> Action {
    let current = state
    state = .idle
    guard let message = PlainMessage(packet: packet) else {
      throw HandshakeError(.unexpectedMessage, "The server's packet is no plain message.")
    }
    switch current {
    case .idle:
      throw HandshakeError(.unexpectedMessage, "No key exchange is under way.")
    case .awaitingProduct(let nonce):
      return try receiveProduct(message.body, nonce: nonce, at: moment)
    case .awaitingParameters(let nonce, let secrets):
      return try receiveParameters(message.body, nonce: nonce, secrets, at: moment)
    case .awaitingVerdict(let nonce, let secrets, let attempt):
      return try receiveVerdict(message.body, nonce: nonce, secrets, attempt, at: moment)
    }
  }
}

// MARK: Steps

extension ClientHandshake {
  private mutating func receiveProduct(
    _ body: [UInt8], nonce: TLInt128, at moment: Moment
  ) throws(HandshakeError) -> Action {
    let answer: MT.ResPQ = try decode(body)
    guard answer.nonce == nonce else { throw wrongNonce("resPQ") }
    guard
      let key = keys.first(where: { answer.serverPublicKeyFingerprints.contains($0.fingerprint) })
    else {
      throw HandshakeError(
        .unknownFingerprint,
        "The server has none of the public keys known here; is it the right server and key file?")
    }
    guard answer.pq.count <= 8,
      let factors = Factorization.split(answer.pq.reduce(0) { $0 << 8 | UInt64($1) }),
      let newNonce = TLInt256(random.bytes(32))
    else {
      throw HandshakeError(.badProduct, "The server's pq is no product of two primes.")
    }
    let p = BigNumber(factors.p).bytes
    let q = BigNumber(factors.q).bytes
    let inner = innerData(answer, p, q, newNonce)
    let encrypted = try RSAPad.encrypt(inner, for: key, random: random)
    let secrets = NonceSecrets(newNonce: newNonce, serverNonce: answer.serverNonce)
    state = .awaitingParameters(nonce: nonce, secrets)
    return .send(
      packet(
        MT.Methods.ReqDHParams(
          nonce: nonce, serverNonce: answer.serverNonce, p: p, q: q,
          publicKeyFingerprint: key.fingerprint, encryptedData: encrypted), at: moment))
  }

  private func innerData(
    _ answer: MT.ResPQ, _ p: [UInt8], _ q: [UInt8], _ newNonce: TLInt256
  ) -> [UInt8] {
    let data: MT.PQInnerData =
      if let expiresIn {
        .pQInnerDataTempDc(
          .init(
            pq: answer.pq, p: p, q: q, nonce: answer.nonce, serverNonce: answer.serverNonce,
            newNonce: newNonce, dc: dc, expiresIn: expiresIn))
      } else {
        .pQInnerDataDc(
          .init(
            pq: answer.pq, p: p, q: q, nonce: answer.nonce, serverNonce: answer.serverNonce,
            newNonce: newNonce, dc: dc))
      }
    return data.encoded()
  }

  private mutating func receiveParameters(
    _ body: [UInt8], nonce: TLInt128, _ secrets: NonceSecrets, at moment: Moment
  ) throws(HandshakeError) -> Action {
    switch try decode(body) as MT.ServerDHParams {
    case .serverDHParamsFail(let failure):
      guard failure.nonce == nonce, failure.serverNonce == secrets.serverNonce,
        failure.newNonceHash == secrets.failureHash
      else { throw wrongNonce("server_DH_params_fail") }
      throw HandshakeError(.refused, "The server refused the key exchange's parameters.")
    case .serverDHParamsOk(let answer):
      guard answer.nonce == nonce, answer.serverNonce == secrets.serverNonce else {
        throw wrongNonce("server_DH_params_ok")
      }
      let inner = try secrets.open(answer.encryptedAnswer, as: MT.ServerDHInnerData.self)
      guard inner.nonce == nonce, inner.serverNonce == secrets.serverNonce else {
        throw wrongNonce("server_DH_inner_data")
      }
      let parameters = try DHParameters(prime: inner.dhPrime, generator: inner.g)
      let serverValue = BigNumber(inner.gA)
      try parameters.check(serverValue, named: "g_a")
      let clock = ServerClock(serverTime: .seconds(Int64(inner.serverTime)), at: moment)
      return try offer(
        parameters, serverValue, clock, nonce: nonce, secrets, after: nil, at: moment)
    }
  }

  /// Draws b and sends g_b.
  private mutating func offer(
    _ parameters: DHParameters, _ serverValue: BigNumber, _ clock: ServerClock, nonce: TLInt128,
    _ secrets: NonceSecrets, after failed: Attempt?, at moment: Moment
  ) throws(HandshakeError) -> Action {
    let exponent = BigNumber(random.bytes(256))
    let (value, shared) = try cryptography { () throws(CryptographyError) in
      (
        try parameters.power(exponent), try serverValue.power(exponent, modulo: parameters.prime)
      )
    }
    try parameters.check(value, named: "g_b")
    guard let key = shared.padded(to: AuthKey.size).flatMap({ AuthKey($0) }) else {
      throw HandshakeError(.cryptography, "The shared key does not have 2,048 bits.")
    }
    let inner = MT.ClientDHInnerData(
      nonce: nonce, serverNonce: secrets.serverNonce, retryId: failed?.key.auxiliaryHash ?? 0,
      gB: value.bytes)
    let sealed = try secrets.seal(inner.encoded(), random: random)
    let number = failed.map { $0.number + 1 } ?? 0
    state = .awaitingVerdict(
      nonce: nonce, secrets,
      Attempt(
        parameters: parameters, serverValue: serverValue, clock: clock, key: key, number: number))
    return .send(
      packet(
        MT.Methods.SetClientDHParams(
          nonce: nonce, serverNonce: secrets.serverNonce, encryptedData: sealed), at: moment))
  }

  private mutating func receiveVerdict(
    _ body: [UInt8], nonce: TLInt128, _ secrets: NonceSecrets, _ attempt: Attempt, at moment: Moment
  ) throws(HandshakeError) -> Action {
    func check(
      _ found: TLInt128, _ server: TLInt128, _ hash: TLInt128, _ number: UInt8, _ name: String
    ) throws(HandshakeError) {
      guard found == nonce, server == secrets.serverNonce,
        hash == secrets.hash(number, for: attempt.key)
      else { throw wrongNonce(name) }
    }
    switch try decode(body) as MT.SetClientDHParamsAnswer {
    case .dhGenOk(let answer):
      try check(answer.nonce, answer.serverNonce, answer.newNonceHash1, 1, "dh_gen_ok")
      return .finished(
        HandshakeResult(
          key: attempt.key, salt: secrets.firstSalt, clock: attempt.clock, dc: dc,
          expiresIn: expiresIn))
    case .dhGenRetry(let answer):
      try check(answer.nonce, answer.serverNonce, answer.newNonceHash2, 2, "dh_gen_retry")
      guard attempt.number < Self.maximumRetries else {
        throw HandshakeError(
          .tooManyRetries, "The server asked for another key \(attempt.number + 1) times.")
      }
      return try offer(
        attempt.parameters, attempt.serverValue, attempt.clock, nonce: nonce, secrets,
        after: attempt, at: moment)
    case .dhGenFail(let answer):
      try check(answer.nonce, answer.serverNonce, answer.newNonceHash3, 3, "dh_gen_fail")
      throw HandshakeError(.refused, "The server refused the new key.")
    }
  }

  private mutating func packet(_ method: some TLEncodable, at moment: Moment) -> [UInt8] {
    PlainMessage(messageID: ids.next(.client, at: moment.unix), body: method.encoded()).packet
  }

  /// Trailing bytes are the real servers' padding.
  private func decode<Value: TLDecodable>(_ body: [UInt8]) throws(HandshakeError) -> Value {
    var reader = TLReader(body)
    do throws(TLError) {
      return try Value(from: &reader)
    } catch {
      throw HandshakeError(
        .unexpectedMessage, "The server's answer in the key exchange is not understood: \(error)")
    }
  }

  private func wrongNonce(_ place: String) -> HandshakeError {
    HandshakeError(
      .wrongNonce, "A nonce in \(place) is not ours; the exchange was given up, nothing is kept.")
  }
}
