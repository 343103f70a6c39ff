package import Cryptography
package import MTProto
import Synchronization

/// An MTProxy on loopback: takes obfuscated clients that know its secret, and carries their packets to
/// the data center that they ask for, in a form of its own.
package final class MTProxyServer: Sendable {
  package struct Configuration: Sendable {
    /// 0: any free one.
    package var port = 0
    /// 16 bytes.
    package var secret: SecretBytes
    /// Only padded intermediate is taken, as with a `dd` secret.
    package var requiresPadding = false
    /// Connections must look like TLS with this domain, as with an `ee` secret. Strangers then are
    /// rejected as a web server rejects them.
    package var domain: String?
    /// What the time is, in Unix seconds: hellos must be young.
    package var unixTime: @Sendable () -> Int64 = { Moment.now().unix.components.seconds }
    /// Where the data centers are, by number.
    package var dataCenters: [Int: ProxyTarget]
    /// Whoever does not know the secret is cut off; otherwise nothing is ever said to them, which is
    /// what Telegram's own proxy does.
    package var cutsStrangers = false

    package init(secret: SecretBytes, dataCenters: [Int: ProxyTarget]) {
      self.secret = secret
      self.dataCenters = dataCenters
    }
  }

  /// Somebody who knew the secret.
  package struct Client: Sendable, Hashable {
    package let kind: TransportKind
    /// As the header has it.
    package let dc: Int16

    package init(kind: TransportKind, dc: Int16) {
      self.kind = kind
      self.dc = dc
    }
  }

  package let port: Int
  private let log: Log

  /// The clients so far, oldest first.
  package var clients: [Client] { log.clients.withLock { $0 } }

  private init(port: Int, log: Log) {
    self.port = port
    self.log = log
  }

  /// Serves for as long as `body` runs; then all connections are cut.
  package static func serve<Result: Sendable>(
    _ configuration: Configuration, during body: (MTProxyServer) async throws -> Result
  ) async throws -> Result {
    let log = Log()
    return try await ProxyTunnel.serve(
      port: configuration.port,
      dialogue: { MTProxyDialogue(configuration) { log.add($0) } },
      during: { try await body(MTProxyServer(port: $0, log: log)) })
  }

  private final class Log: Sendable {
    let clients = Mutex<[Client]>([])
    func add(_ client: Client) { clients.withLock { $0.append(client) } }
  }
}
