import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

@Suite struct RSAPadTests {
  private let random = RandomSource.seeded(3)

  @Test(
    "What RSA_PAD encrypts the private key opens, up to 144 bytes [mtproto 3]",
    arguments: [0, 1, 100, 144])
  func roundTrip(length: Int) throws {
    let key = try Exchange.key.get()
    let data = random.bytes(length)
    let encrypted = try RSAPad.encrypt(data, for: key.publicKey, random: random)
    #expect(encrypted.count == 256)
    #expect(RSAPad.decrypt(encrypted, with: key).map { Array($0.prefix(length)) } == data)
  }

  @Test("More than 144 bytes are an error [mtproto 3]")
  func tooLong() throws {
    let key = try Exchange.key.get()
    let error = #expect(throws: HandshakeError.self) {
      try RSAPad.encrypt(random.bytes(145), for: key.publicKey, random: random)
    }
    #expect(error?.code == .dataTooLong)
  }

  @Test("A value that is not below the modulus is made again with a new temporary key [mtproto 3]")
  func newTemporaryKey() throws {
    let key = try Exchange.key.get()
    let data = random.bytes(100)
    let padding = random.bytes(92)
    // Keys that give too large a value are found by trying; the modulus has its top bit set, so they
    // are between a half and none of all.
    var bad: [[UInt8]] = []
    var good: [UInt8] = []
    while good.isEmpty || bad.isEmpty {
      let candidate = random.bytes(32)
      let value = try RSAPad.envelope(data + padding, temporaryKey: candidate)
      if value < key.publicKey.modulus {
        if good.isEmpty { good = candidate }
      } else if bad.count < 3 {
        bad.append(candidate)
      }
    }
    let encrypted = try RSAPad.encrypt(
      data, for: key.publicKey, random: .scripted([padding] + bad + [good]))
    let expected = try key.publicKey.encrypt(
      RSAPad.envelope(data + padding, temporaryKey: good))
    #expect(encrypted == expected)
  }

  @Test("Tampered data does not open")
  func tampering() throws {
    let key = try Exchange.key.get()
    var encrypted = try RSAPad.encrypt(random.bytes(100), for: key.publicKey, random: random)
    encrypted[100] ^= 1
    #expect(RSAPad.decrypt(encrypted, with: key) == nil)
    #expect(RSAPad.decrypt([1, 2, 3], with: key) == nil)
  }

  @Test("The server also takes the older padding around p_q_inner_data, as Telethon sends it")
  func legacyClient() throws {
    let key = try Exchange.key.get()
    var server = ServerHandshake(key: key, random: .seeded(4))
    let nonce = try #require(TLInt128(random.bytes(16)))
    let newNonce = try #require(TLInt256(random.bytes(32)))
    func send(_ body: some TLEncodable) throws -> [UInt8] {
      let packet = PlainMessage(messageID: 4, body: body.encoded()).packet
      let answer = try server.receive(packet, at: Exchange.start)
      return try #require(PlainMessage(packet: answer.packet)).body
    }
    let product = try MT.ResPQ(bytes: send(MT.Methods.ReqPqMulti(nonce: nonce)))
    let factors = try #require(
      Factorization.split(product.pq.reduce(0) { $0 << 8 | UInt64($1) }))
    let p = BigNumber(factors.p).bytes
    let q = BigNumber(factors.q).bytes
    let inner = MT.PQInnerData.pQInnerData(
      .init(
        pq: product.pq, p: p, q: q, nonce: nonce, serverNonce: product.serverNonce,
        newNonce: newNonce)
    ).encoded()
    let padded = SHA1.hash(inner) + inner + random.bytes(235 - inner.count)
    let answer = try send(
      MT.Methods.ReqDHParams(
        nonce: nonce, serverNonce: product.serverNonce, p: p, q: q,
        publicKeyFingerprint: key.publicKey.fingerprint,
        encryptedData: key.publicKey.encrypt(BigNumber(padded))))
    guard case .serverDHParamsOk = try MT.ServerDHParams(bytes: answer) else {
      Issue.record("the server did not accept the older padding")
      return
    }
  }

  @Test("Inner data that differs from what was sent in clear is refused by the server")
  func swappedFactors() throws {
    let key = try Exchange.key.get()
    var client = ClientHandshake(keys: [key.publicKey], dc: 2, random: .seeded(1))
    var server = ServerHandshake(key: key, random: .seeded(2))
    let first = try server.receive(client.start(at: Exchange.start), at: Exchange.start)
    guard case .send(var packet) = try client.receive(first.packet, at: Exchange.start) else {
      return
    }
    // The first byte of p, behind the header, constructor, both nonces and the length.
    packet[57] ^= 1
    let error = #expect(throws: HandshakeError.self) {
      try server.receive(packet, at: Exchange.start)
    }
    #expect(error?.code == .badClientData)
  }
}
