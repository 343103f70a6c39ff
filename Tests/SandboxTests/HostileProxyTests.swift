import Cryptography
import MTProto
import Model
import Testing

@testable import Sandbox

/// What the proxies are told by whoever finds their ports: damaged dialogues, in pieces of any size.
struct HostileProxyTests {
  /// Changes, cuts and repeats bytes, and deals them out in pieces.
  private static func damaged(
    _ bytes: [UInt8], _ random: inout SeededGenerator
  ) -> [[UInt8]] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = .random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place...)
      case 2: bytes.insert(contentsOf: bytes.suffix(5), at: place)
      default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    }
    var pieces: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let size = Int.random(in: 1...40, using: &random)
      pieces.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return pieces
  }

  @Test("A SOCKS5 proxy leads nowhere but to this machine, whatever it is told")
  func socks() {
    var random = SeededGenerator(seed: 41)
    let wire: [UInt8] =
      [5, 2, 0, 2, 1, 1, 97, 1, 98, 5, 1, 0, 1, 127, 0, 0, 1, 1, 187] + (0..<40).map { $0 }
    var connections = 0
    for round in 0..<5000 {
      var settings = SOCKS5Server.Configuration()
      if round.isMultiple(of: 2) { settings.account = .init(user: "a", password: Secret("b")) }
      var dialogue = SOCKS5Dialogue(settings) { _ in }
      var sent = wire
      if settings.account == nil { sent.removeSubrange(4..<9) }
      var carried = 0
      for piece in Self.damaged(sent, &random) {
        let step = dialogue.receive(fromClient: piece)
        carried += step.toServer.count
        #expect(step.toClient.count < 300)
        if let target = step.connect {
          #expect(target.isLoopback)
          connections += 1
          carried += dialogue.connected(round.isMultiple(of: 3)).toServer.count
        }
      }
      #expect(carried <= sent.count * 7)
    }
    #expect(connections > 100)
  }

  @Test(
    "An MTProxy carries nothing for those who do not know its secret, and no more than was sent")
  func mtproxy() throws {
    let secret = SecretBytes([UInt8](repeating: 4, count: 16))
    let target = ProxyTarget(host: "127.0.0.1", port: 1)
    var random = SeededGenerator(seed: 42)
    var welcomed = 0
    for round in 0..<1500 {
      var settings = MTProxyServer.Configuration(secret: secret, dataCenters: [2: target])
      if round.isMultiple(of: 4) { settings.domain = "example.org" }
      settings.unixTime = { 1_700_000_000 }
      var dialogue = MTProxyDialogue(settings) { _ in }
      let obfuscation = try #require(
        Obfuscation(.intermediate, dc: 2, secret: secret))
      var codec = TransportCodec(client: obfuscation)
      let sent = codec.encode([UInt8](repeating: 7, count: 64))
      for piece in Self.damaged(sent, &random) {
        let step = dialogue.receive(fromClient: piece)
        if step.connect != nil { welcomed += 1 }
        #expect(step.toServer.count < 8 * sent.count)
        _ = dialogue.receive(fromServer: piece)
      }
    }
    #expect(welcomed > 50)
  }
}
