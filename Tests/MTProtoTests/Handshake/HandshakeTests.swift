import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

@Suite struct HandshakeTests {
  @Test("Client and server agree on key and salt, and the server learns the data centre [A1]")
  func agreement() throws {
    var exchange = try Exchange()
    try exchange.run()
    let client = try #require(exchange.clientResult)
    let server = try #require(exchange.serverResult)
    #expect(client.key == server.key)
    #expect(client.salt == server.salt)
    #expect(server.dc == 2)
    #expect(server.expiresIn == nil)
    #expect(client.clock.now(Exchange.start) == .seconds(1_700_000_000))
  }

  @Test("A temporary key's life reaches the server")
  func temporaryKey() throws {
    var exchange = try Exchange(expiresIn: 86400)
    try exchange.run()
    #expect(exchange.serverResult?.expiresIn == 86400)
    #expect(exchange.serverResult?.dc == 2)
  }

  /// Plain header 20, constructor 4, nonce 16, server_nonce 16, then what the answer holds.
  @Test(
    "A wrong nonce, server_nonce or new_nonce_hash ends the exchange [mtproto 2]",
    arguments: [(0, 24), (0, 39), (1, 24), (1, 40), (1, 55), (2, 24), (2, 40), (2, 56), (2, 71)])
  func wrongNonces(answer: Int, offset: Int) throws {
    var exchange = try Exchange()
    let error = #expect(throws: HandshakeError.self) {
      try exchange.run { number, packet in
        if number == answer { packet[offset] ^= 1 }
      }
    }
    #expect(error?.code == .wrongNonce)
    #expect(exchange.clientResult == nil)
    #expect(exchange.answers == answer + 1)
  }

  @Test(
    "A flipped byte anywhere in encrypted_answer ends the exchange [mtproto 2]",
    arguments: [60, 80, 200, 400, 651])
  func flippedByte(offset: Int) throws {
    var exchange = try Exchange()
    let error = #expect(throws: HandshakeError.self) {
      try exchange.run { number, packet in
        if number == 1 { packet[offset] ^= 0x40 }
      }
    }
    #expect(error?.code == .damagedAnswer)
  }

  @Test("An inner answer for other nonces ends the exchange, though its hash is right [mtproto 2]")
  func wrongInnerNonce() throws {
    var exchange = try Exchange(clientRandom: .scripted([[UInt8](repeating: 6, count: 32)]))
    let error = #expect(throws: HandshakeError.self) {
      try exchange.run { number, packet in
        guard number == 1, let message = PlainMessage(packet: packet),
          case .serverDHParamsOk(let answer) = try MT.ServerDHParams(bytes: message.body),
          let newNonce = TLInt256([UInt8](repeating: 6, count: 32))
        else { return }
        let secrets = NonceSecrets(newNonce: newNonce, serverNonce: answer.serverNonce)
        let inner = try secrets.open(answer.encryptedAnswer, as: MT.ServerDHInnerData.self)
        let wrong = MT.ServerDHInnerData(
          nonce: inner.nonce, serverNonce: inner.nonce, g: inner.g, dhPrime: inner.dhPrime,
          gA: inner.gA, serverTime: inner.serverTime)
        let forged = MT.ServerDHParams.serverDHParamsOk(
          .init(
            nonce: answer.nonce, serverNonce: answer.serverNonce,
            encryptedAnswer: try secrets.seal(wrong.encoded(), random: .seeded(1))))
        packet = PlainMessage(messageID: 1, body: forged.encoded()).packet
      }
    }
    #expect(error?.code == .wrongNonce)
  }

  @Test("dh_gen_retry leads to another key, which both sides keep [mtproto 5]")
  func retry() throws {
    var options = ServerHandshake.Options()
    options.verdicts = [.retry, .retry]
    var exchange = try Exchange(options: options)
    try exchange.run()
    #expect(exchange.answers == 5)
    #expect(exchange.clientResult?.key == exchange.serverResult?.key)
  }

  @Test("A server that asks for retries without end is given up [mtproto 5]")
  func endlessRetries() throws {
    var options = ServerHandshake.Options()
    options.verdicts = Array(repeating: .retry, count: 50)
    var exchange = try Exchange(options: options)
    let error = #expect(throws: HandshakeError.self) { try exchange.run() }
    #expect(error?.code == .tooManyRetries)
    #expect(exchange.answers == 7)
  }

  @Test("dh_gen_fail ends the exchange without a key [mtproto 5]")
  func failure() throws {
    var options = ServerHandshake.Options()
    options.verdicts = [.fail]
    var exchange = try Exchange(options: options)
    let error = #expect(throws: HandshakeError.self) { try exchange.run() }
    #expect(error?.code == .refused)
    #expect(error?.isPermanent == false)
  }

  @Test("A dh_gen_ok turned into a dh_gen_retry on the way is noticed [mtproto 2, 5]")
  func swappedVerdict() throws {
    var exchange = try Exchange()
    let error = #expect(throws: HandshakeError.self) {
      try exchange.run { number, packet in
        guard number == 2 else { return }
        packet.replaceSubrange(20..<24, with: hex("B91FDC46"))
      }
    }
    #expect(error?.code == .wrongNonce)
  }

  @Test("A server without any known key is a permanent error of its own [mtproto 5]")
  func unknownFingerprint() throws {
    let other = try RSAPrivateKey.generate().publicKey
    var exchange = try Exchange(clientKeys: [other])
    let error = #expect(throws: HandshakeError.self) { try exchange.run() }
    #expect(error?.code == .unknownFingerprint)
    #expect(error?.isPermanent == true)
  }

  @Test("The right key is found among several announced ones")
  func severalFingerprints() throws {
    var options = ServerHandshake.Options()
    options.otherFingerprints = [1, 2, 3]
    var exchange = try Exchange(options: options)
    try exchange.run()
    #expect(exchange.clientResult != nil)
  }

  @Test(
    "pq that is no product of two primes ends the exchange [mtproto 6]",
    arguments: [
      [], [7], [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
      [1] + [UInt8](repeating: 3, count: 8),
    ])
  func badProduct(product: [UInt8]) throws {
    var options = ServerHandshake.Options()
    options.product = product
    var exchange = try Exchange(options: options)
    let error = #expect(throws: HandshakeError.self) { try exchange.run() }
    #expect(error?.code == .badProduct)
  }

  @Test("After -404 the exchange begins again, and old answers no longer count [mtproto 7]")
  func restart() throws {
    var exchange = try Exchange()
    let old = try exchange.server.receive(
      exchange.client.start(at: Exchange.start), at: Exchange.start)
    let again = exchange.client.start(at: Exchange.start)
    let error = #expect(throws: HandshakeError.self) {
      try exchange.client.receive(old.packet, at: Exchange.start)
    }
    #expect(error?.code == .wrongNonce)
    #expect(PlainMessage(packet: again)?.body.count == 20)
    try exchange.run()
    #expect(exchange.clientResult?.key == exchange.serverResult?.key)
  }

  @Test("Packets that are no plain messages, or nothing of an exchange, are refused on both sides")
  func nonsense() throws {
    let packets = [
      [], [1, 2, 3], [UInt8](repeating: 0, count: 20), [UInt8](repeating: 1, count: 40),
      PlainMessage(messageID: 4, body: MT.Methods.Ping(pingId: 1).encoded()).packet,
      PlainMessage(messageID: 4, body: [1, 2, 3, 4]).packet,
    ]
    for packet in packets {
      var exchange = try Exchange()
      _ = exchange.client.start(at: Exchange.start)
      #expect(throws: HandshakeError.self) {
        try exchange.client.receive(packet, at: Exchange.start)
      }
      #expect(throws: HandshakeError.self) {
        try exchange.server.receive(packet, at: Exchange.start)
      }
    }
  }
}
