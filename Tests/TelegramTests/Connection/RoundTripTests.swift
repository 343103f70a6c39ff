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
  func fromSavedSession(hasStaleSalt: Bool, turns expected: Int) async throws {
    try await SandboxStage.run { stage in
      var session = try await stage.login()
      if hasStaleSalt { session.temporaryKey?.salt ^= 1 }
      // An acknowledgement that slips between two packets of one answer looks like a turn and is none,
      // so the least of some attempts counts.
      var least = Turns.Count(connections: .max, turns: .max)
      for _ in 1...5 where least.turns > expected {
        let counted = try await Self.count(stage, session)
        if counted.turns < least.turns { least = counted }
      }
      // And one for TCP, before anything can be said.
      #expect(least.connections == 1)
      #expect(least.connections + least.turns <= 3)
      #expect(least.turns == expected)
    }
  }

  /// Connects with a stored session through a tap, until the account is up to date.
  private static func count(
    _ stage: SandboxStage, _ session: SavedSession
  ) async throws -> Turns.Count {
    let turns = Turns()
    let server = ProxyTarget(host: stage.server.host, port: stage.server.port)
    // Whoever counts has to see all there is: one connection, and only what is said until then.
    return try await ProxyTunnel.serve(
      port: 0, dialogue: { Tap(server: server, turns: turns) }
    ) { port in
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
