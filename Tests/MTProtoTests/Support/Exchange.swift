import Cryptography
import TL
import TelegramSchema

@testable import MTProto

/// A key exchange in memory between our client and our server, with a hand in between.
struct Exchange {
  static let key = Result { try RSAPrivateKey.generate() }
  static let start = Moment(unix: .seconds(1_700_000_000), monotonic: .seconds(50))

  var client: ClientHandshake
  var server: ServerHandshake
  /// The server's answers so far.
  var answers = 0
  var clientResult: HandshakeResult?
  var serverResult: HandshakeResult?

  init(
    options: ServerHandshake.Options = .init(), clientKeys: [RSAPublicKey]? = nil,
    expiresIn: Int32? = nil, clientRandom: RandomSource = .seeded(1)
  ) throws {
    let key = try Self.key.get()
    client = ClientHandshake(
      keys: clientKeys ?? [key.publicKey], dc: 2, expiresIn: expiresIn, random: clientRandom)
    server = ServerHandshake(key: key, random: .seeded(2), options: options)
  }

  /// Runs to the end. `tamper` gets the number of the server's answer, from 0, and its packet.
  mutating func run(
    tamper: (Int, inout [UInt8]) throws -> Void = { _, _ in }
  ) throws {
    var packet = client.start(at: Self.start)
    while clientResult == nil {
      let reply = try server.receive(packet, at: Self.start)
      if let result = reply.result { serverResult = result }
      var answer = reply.packet
      try tamper(answers, &answer)
      answers += 1
      switch try client.receive(answer, at: Self.start) {
      case .send(let next): packet = next
      case .finished(let result): clientResult = result
      }
    }
  }
}
