/// What all requests of one ``Fetcher`` share.
package struct FetchConfiguration: Sendable {
  package enum Proxy: Sendable, Hashable {
    /// `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` of the environment, as curl reads
    /// them. Loopback hosts are always reached directly.
    case environment
    case direct
  }

  package var proxy: Proxy
  /// A PEM file of certificates to trust in place of the system's; for tests and private
  /// authorities.
  package var certificateFile: String?
  package var userAgent: String
  /// Connections at once; more requests wait their turn within their total timeout.
  package var maximumConnections: Int
  package var maximumConnectionsPerHost: Int

  package init(
    proxy: Proxy = .environment, certificateFile: String? = nil, userAgent: String = "understudy",
    maximumConnections: Int = 32, maximumConnectionsPerHost: Int = 8
  ) {
    self.proxy = proxy
    self.certificateFile = certificateFile
    self.userAgent = userAgent
    self.maximumConnections = maximumConnections
    self.maximumConnectionsPerHost = maximumConnectionsPerHost
  }
}
