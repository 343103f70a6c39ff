package import Cryptography
internal import TL
internal import TelegramSchema

/// The server's side of the key exchange, for the sandbox: takes a client's plain packets and gives
/// the answers. One per connection; `req_pq` begins it anew at any time.
package struct ServerHandshake: Sendable {
  /// What the server does beside the usual, for tests of clients.
  package struct Options: Sendable {
    /// The answers to the next offers of g_b; ok once they are used up.
    package var verdicts: [Verdict] = []
    package var prime: [UInt8] = DHParameters.telegram.prime.bytes
    package var generator: Int32 = DHParameters.telegram.generator
    /// In place of generator ^ a.
    package var serverValue: [UInt8]?
    /// In place of a product of two random primes.
    package var product: [UInt8]?
    /// Fingerprints announced beside the real one.
    package var otherFingerprints: [Int64] = []

    package init() {}
  }

  package enum Verdict: Hashable, Sendable {
    case ok
    case retry
    case fail
  }

  package struct Reply: Sendable {
    /// To be sent to the client.
    package var packet: [UInt8]
    /// The new key, once there is one.
    package var result: HandshakeResult?
    /// What the client did otherwise than it should, without being refused for it.
    package var breaches: [Breach] = []
  }

  private struct Exchange: Sendable {
    var nonce: TLInt128
    var serverNonce: TLInt128
    var product: [UInt8]
    var inner: ClientInnerData?
    var exponent: BigNumber?
  }

  private let key: RSAPrivateKey
  private let random: RandomSource
  private var options: Options
  private var exchange: Exchange?
  private var ids = MessageIDGenerator()

  package init(key: RSAPrivateKey, random: RandomSource = .secure, options: Options = Options()) {
    self.key = key
    self.random = random
    self.options = options
  }

  /// Takes a client's packet. After an error the exchange has to begin anew; a real server answers
  /// with the transport's -404.
  package mutating func receive(
    _ packet: [UInt8], at moment: Moment
  ) throws(HandshakeError) -> Reply {
    guard let message = PlainMessage(packet: packet) else {
      throw HandshakeError(.unexpectedMessage, "The client's packet is no plain message.")
    }
    var reader = TLReader(message.body)
    let call: MT.Methods.Call
    do throws(TLError) {
      call = try MT.Methods.Call(from: &reader)
    } catch {
      throw HandshakeError(.unexpectedMessage, "The client's message is not understood: \(error)")
    }
    switch call {
    case .reqPq(let request): return begin(request.nonce, at: moment)
    case .reqPqMulti(let request): return begin(request.nonce, at: moment)
    case .reqDHParams(let request): return try sendParameters(request, at: moment)
    case .setClientDHParams(let request): return try conclude(request, at: moment)
    default:
      throw HandshakeError(.unexpectedMessage, "The client's message is no part of a key exchange.")
    }
  }
}

// MARK: Steps

extension ServerHandshake {
  private mutating func begin(_ nonce: TLInt128, at moment: Moment) -> Reply {
    let product = options.product ?? BigNumber(randomPrime() &* randomPrime()).bytes
    let serverNonce = TLInt128(random.bytes(16)) ?? nonce
    exchange = Exchange(nonce: nonce, serverNonce: serverNonce, product: product)
    return reply(
      MT.ResPQ(
        nonce: nonce, serverNonce: serverNonce, pq: product,
        serverPublicKeyFingerprints: options.otherFingerprints + [key.publicKey.fingerprint]),
      at: moment)
  }

  private mutating func sendParameters(
    _ request: MT.Methods.ReqDHParams, at moment: Moment
  ) throws(HandshakeError) -> Reply {
    guard var current = exchange, request.nonce == current.nonce,
      request.serverNonce == current.serverNonce
    else { throw badData("its nonces are not those of resPQ") }
    exchange = nil
    guard request.publicKeyFingerprint == key.publicKey.fingerprint else {
      throw badData("it chose a key that was not announced")
    }
    let (inner, breaches) = try openInner(request, current)
    guard
      let factors = Factorization.split(current.product.reduce(0) { $0 << 8 | UInt64($1) }),
      request.p == BigNumber(factors.p).bytes, request.q == BigNumber(factors.q).bytes
    else { throw badData("p and q are not the factors of pq in rising order") }
    let exponent = BigNumber(random.bytes(256))
    let prime = BigNumber(options.prime)
    let value = try cryptography { () throws(CryptographyError) in
      try BigNumber(UInt64(max(options.generator, 0))).power(exponent, modulo: prime)
    }
    let answer = MT.ServerDHInnerData(
      nonce: current.nonce, serverNonce: current.serverNonce, g: options.generator,
      dhPrime: options.prime, gA: options.serverValue ?? value.bytes,
      serverTime: Int32(truncatingIfNeeded: moment.unix.components.seconds))
    let sealed = try inner.secrets.seal(answer.encoded(), random: random)
    current.inner = inner
    current.exponent = exponent
    exchange = current
    var answered = reply(
      MT.ServerDHParams.serverDHParamsOk(
        .init(nonce: current.nonce, serverNonce: current.serverNonce, encryptedAnswer: sealed)),
      at: moment)
    answered.breaches = breaches
    return answered
  }

  private mutating func conclude(
    _ request: MT.Methods.SetClientDHParams, at moment: Moment
  ) throws(HandshakeError) -> Reply {
    guard let current = exchange, let inner = current.inner, let exponent = current.exponent,
      request.nonce == current.nonce, request.serverNonce == current.serverNonce
    else { throw badData("set_client_DH_params does not continue an exchange") }
    exchange = nil
    let secrets = inner.secrets
    let offer = try secrets.open(request.encryptedData, as: MT.ClientDHInnerData.self)
    let parameters = try DHParameters(prime: options.prime, generator: options.generator)
    let clientValue = BigNumber(offer.gB)
    guard offer.nonce == current.nonce, offer.serverNonce == current.serverNonce,
      parameters.isWithinRange(clientValue)
    else { throw badData("client_DH_inner_data has a wrong nonce or an unsafe g_b") }
    let shared = try cryptography { () throws(CryptographyError) in
      try clientValue.power(exponent, modulo: parameters.prime)
    }
    guard let key = shared.padded(to: AuthKey.size).flatMap({ AuthKey($0) }),
      let ok = secrets.hash(1, for: key), let retry = secrets.hash(2, for: key),
      let fail = secrets.hash(3, for: key)
    else { throw HandshakeError(.cryptography, "The shared key does not have 2,048 bits.") }
    let (nonce, serverNonce) = (current.nonce, current.serverNonce)
    switch options.verdicts.isEmpty ? Verdict.ok : options.verdicts.removeFirst() {
    case .ok:
      var last = reply(
        MT.SetClientDHParamsAnswer.dhGenOk(
          .init(nonce: nonce, serverNonce: serverNonce, newNonceHash1: ok)), at: moment)
      last.result = HandshakeResult(
        key: key, salt: secrets.firstSalt, clock: ServerClock(serverTime: moment.unix, at: moment),
        dc: inner.dc, expiresIn: inner.expiresIn)
      return last
    case .retry:
      exchange = current
      return reply(
        MT.SetClientDHParamsAnswer.dhGenRetry(
          .init(nonce: nonce, serverNonce: serverNonce, newNonceHash2: retry)), at: moment)
    case .fail:
      return reply(
        MT.SetClientDHParamsAnswer.dhGenFail(
          .init(nonce: nonce, serverNonce: serverNonce, newNonceHash3: fail)), at: moment)
    }
  }

  private func openInner(
    _ request: MT.Methods.ReqDHParams, _ current: Exchange
  ) throws(HandshakeError) -> (ClientInnerData, [Breach]) {
    var breaches: [Breach] = []
    var padded = RSAPad.decrypt(request.encryptedData, with: key)
    if padded == nil {
      padded = RSAPad.decryptLegacy(request.encryptedData, with: key) { bytes in
        var reader = TLReader(bytes)
        return (try? MT.PQInnerData(from: &reader)).map { _ in reader.position }
      }
      breaches.append(Breach(.innerPadding))
    }
    guard let padded else { throw badData("p_q_inner_data cannot be decrypted") }
    var reader = TLReader(padded)
    guard let data = try? MT.PQInnerData(from: &reader) else {
      throw badData("p_q_inner_data is of no known form")
    }
    let inner = ClientInnerData(data)
    guard inner.product == current.product, inner.p == request.p, inner.q == request.q,
      inner.nonce == current.nonce, inner.secrets.serverNonce == current.serverNonce
    else { throw badData("p_q_inner_data differs from what was sent in clear") }
    if inner.dc == nil { breaches.append(Breach(.innerWithoutDC)) }
    return (inner, breaches)
  }

  private func randomPrime() -> UInt64 {
    // Two of them make a product below 2^63, of about the size that the real servers send.
    var candidate = 1 << 30 | random.next() >> 34 | 1
    while !Factorization.isPrime(candidate) { candidate += 2 }
    return candidate
  }

  private mutating func reply(_ answer: some TLEncodable, at moment: Moment) -> Reply {
    let id = ids.next(.serverAnswer, at: moment.unix)
    return Reply(packet: PlainMessage(messageID: id, body: answer.encoded()).packet)
  }

  private func badData(_ reason: String) -> HandshakeError {
    HandshakeError(.badClientData, "The client's part of the key exchange is wrong: \(reason).")
  }
}
