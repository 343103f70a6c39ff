package import Model
import Synchronization

/// A SOCKS5 proxy on loopback (RFC 1928, RFC 1929), which carries connections to this machine alone.
/// It can be told to misbehave.
package final class SOCKS5Server: Sendable {
  package struct Configuration: Sendable {
    /// 0: any free one.
    package var port = 0
    /// Who is let in; nil: anybody, without a word about it.
    package var account: Account?
    /// Names that only this proxy knows, and the hosts they stand for.
    package var names: [String: String] = [:]
    package var fault: Fault?

    package init() {}
  }

  package struct Account: Sendable {
    package let user: String
    package let password: Secret<String>

    package init(user: String, password: Secret<String>) {
      self.user = user
      self.password = password
    }
  }

  package enum Fault: Sendable, Hashable {
    /// Every request is answered with this code (RFC 1928, 6).
    case refuse(UInt8)
    /// Connections are taken, and nothing is ever said.
    case silence
    /// The first answer to anybody.
    case say([UInt8])
  }

  /// What a client asked for, after it was let in.
  package struct Request: Sendable, Hashable {
    package let user: String?
    package let host: String
    /// The host came as a name, for the proxy to resolve.
    package let isName: Bool
    package let port: Int

    package init(user: String?, host: String, isName: Bool, port: Int) {
      self.user = user
      self.host = host
      self.isName = isName
      self.port = port
    }
  }

  package let port: Int
  private let log: Log

  /// The requests so far, oldest first.
  package var requests: [Request] { log.requests.withLock { $0 } }

  private init(port: Int, log: Log) {
    self.port = port
    self.log = log
  }

  /// Serves for as long as `body` runs; then all connections are cut.
  package static func serve<Result: Sendable>(
    _ configuration: Configuration = Configuration(),
    during body: (SOCKS5Server) async throws -> Result
  ) async throws -> Result {
    let log = Log()
    return try await ProxyTunnel.serve(
      port: configuration.port,
      dialogue: { SOCKS5Dialogue(configuration) { log.add($0) } },
      during: { try await body(SOCKS5Server(port: $0, log: log)) })
  }

  private final class Log: Sendable {
    let requests = Mutex<[Request]>([])
    func add(_ request: Request) { requests.withLock { $0.append(request) } }
  }
}
