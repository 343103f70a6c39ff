/// What one client and a proxy say to each other, as a value: bytes in, bytes out.
protocol ProxyDialogue: Sendable {
  /// What the client's bytes lead to.
  mutating func receive(fromClient bytes: [UInt8]) -> ProxyStep

  /// The connection that was asked for stands, or could not be made.
  mutating func connected(_ stands: Bool) -> ProxyStep

  /// What the server's bytes lead to.
  mutating func receive(fromServer bytes: [UInt8]) -> ProxyStep
}

/// What a proxy does next.
struct ProxyStep: Sendable {
  var toClient: [UInt8] = []
  /// Waits until the connection stands.
  var toServer: [UInt8] = []
  var connect: ProxyTarget?
  /// Both connections are closed, once what goes to the client is written.
  var ends = false
}

/// Where a proxy connects to. On this machine only: a sandbox's proxy carries nothing anywhere else.
package struct ProxyTarget: Sendable, Hashable {
  package let host: String
  package let port: Int

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
}
