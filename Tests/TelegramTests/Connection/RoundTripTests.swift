import Cryptography
import MTProto
import Model
import Synchronization
import Telegram
import Testing

@testable import Sandbox

@Suite("Round trips", .timeLimit(.minutes(5)))
struct RoundTripTests {
  @Test(
    "From a stored session to ready: within three round trips, counted on the wire [A17]",
    arguments: [(hasStaleSalt: false, turns: 1), (hasStaleSalt: true, turns: 2)])
  func fromStoredSession(hasStaleSalt: Bool, turns expected: Int) async throws {
    try await SandboxStage.run { stage in
      var session = try await stage.login()
      if hasStaleSalt { session.temporaryKey?.salt ^= 1 }
      let turns = Turns()
      let server = ProxyTarget(host: stage.server.host, port: stage.server.port)
      // Whoever counts has to see all there is: one connection, and only what is said until then.
      let counted = try await ProxyTunnel.serve(
        port: 0, dialogue: { Tap(server: server, turns: turns) }
      ) { [session] port in
        var tapped = session
        tapped.address.port = port
        var other = stage
        other.configuration.servers = TelegramServers(
          address: tapped.address, key: stage.server.key.key.publicKey)
        return try await other.work(session: tapped) { account in
          _ = try #require(try await account.updates.next())
          return turns.counted
        }
      }
      // And one for TCP, before anything can be said.
      #expect(counted.connections == 1)
      #expect(counted.connections + counted.turns <= 3)
      #expect(counted.turns == expected)
    }
  }
}

/// How often a client and a server take turns, over all connections.
private final class Turns: Sendable {
  struct Count: Sendable {
    var connections = 0
    /// The server spoke after the client had.
    var turns = 0
  }

  private let count = Mutex(Count())

  var counted: Count { count.withLock { $0 } }

  func connected() { count.withLock { $0.connections += 1 } }
  func turned() { count.withLock { $0.turns += 1 } }
}

/// Lets everything through to one server, and counts.
private struct Tap: ProxyDialogue {
  let server: ProxyTarget
  let turns: Turns
  private var isConnecting = false
  private var clientSpokeLast = false

  init(server: ProxyTarget, turns: Turns) {
    self.server = server
    self.turns = turns
  }

  mutating func receive(fromClient bytes: [UInt8]) -> ProxyStep {
    var step = ProxyStep(toServer: bytes)
    if !isConnecting {
      isConnecting = true
      step.connect = server
      turns.connected()
    }
    clientSpokeLast = true
    return step
  }

  mutating func connected(_ stands: Bool) -> ProxyStep { ProxyStep(ends: !stands) }

  mutating func receive(fromServer bytes: [UInt8]) -> ProxyStep {
    if clientSpokeLast { turns.turned() }
    clientSpokeLast = false
    return ProxyStep(toClient: bytes)
  }
}
