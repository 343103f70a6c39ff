import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

@Suite struct PublishedExampleTests {
  typealias Example = PublishedExample
  private let moment = Moment(unix: .seconds(1_707_425_104), monotonic: .seconds(9))

  /// Servers pad their plain messages; the page prints them without.
  private func packet(_ body: [UInt8]) -> [UInt8] {
    PlainMessage(messageID: 0x65c5_3d50_7531_d801, body: body + [7, 7, 7, 7, 7, 7, 7, 7]).packet
  }

  private func body(_ action: ClientHandshake.Action) throws -> [UInt8] {
    guard case .send(let packet) = action else { throw Unexpected() }
    return try #require(PlainMessage(packet: packet)).body
  }

  private struct Unexpected: Error {}

  @Test("Telegram's published values give the published key, its id and the salt [mtproto 1, A1]")
  func client() throws {
    let key = try RSAPublicKey(pem: Example.serverKey)
    var client = ClientHandshake(
      keys: [key], dc: 2,
      random: .scripted([Example.nonce, Example.newNonce, Example.exponent, Example.padding]))

    let first = try #require(PlainMessage(packet: client.start(at: moment)))
    #expect(first.body == hex("F18E7EBE") + Example.nonce)

    let second = try body(client.receive(packet(Example.resPQ), at: moment))
    let request = try MT.Methods.ReqDHParams(bytes: second)
    #expect(request.p == hex("5A300D4B"))
    #expect(request.q == hex("6A26DB65"))
    #expect(UInt64(bitPattern: request.publicKeyFingerprint) == 0xd09d_1d85_de64_fd85)
    #expect(request.encryptedData.count == 256)

    let third = try body(client.receive(packet(Example.serverDHParams), at: moment))
    #expect(third == Example.setClientDHParams)

    guard case .finished(let result) = try client.receive(packet(Example.dhGenOk), at: moment)
    else { throw Unexpected() }
    #expect(result.key.secret.exposed() == Example.authKey)
    #expect(result.key.id == Example.keyID)
    #expect(result.salt == Example.salt)
    #expect(result.clock.now(moment.advanced(by: .seconds(5))) == .seconds(Example.serverTime + 5))
  }

  @Test("The inner data and the temporary keys are the published ones [mtproto 1]")
  func derivation() throws {
    let inner = try MT.PQInnerData(bytes: Example.innerData)
    #expect(inner.encoded() == Example.innerData)
    let secrets = NonceSecrets(
      newNonce: try #require(TLInt256(Example.newNonce)),
      serverNonce: try #require(TLInt128(Example.serverNonce)))
    #expect(secrets.temporaryKey.key == Example.temporaryKey)
    #expect(secrets.temporaryKey.iv == Example.temporaryIV)
  }

  @Test("The server opens the client's part of the example [mtproto 1]")
  func server() throws {
    let secrets = NonceSecrets(
      newNonce: try #require(TLInt256(Example.newNonce)),
      serverNonce: try #require(TLInt128(Example.serverNonce)))
    let request = try MT.Methods.SetClientDHParams(bytes: Example.setClientDHParams)
    let inner = try secrets.open(request.encryptedData, as: MT.ClientDHInnerData.self)
    #expect(inner.retryId == 0)
    #expect(
      BigNumber(inner.gB) == (try DHParameters.telegram.power(BigNumber(Example.exponent))))
  }

  @Test(
    "The older published example, with g = 2 for the same prime, is refused as unsafe [mtproto 4]")
  func olderExample() {
    let error = #expect(throws: HandshakeError.self) {
      try DHParameters(prime: DHParameters.knownPrime.bytes, generator: 2)
    }
    #expect(error?.code == .unsafeParameters)
  }
}
