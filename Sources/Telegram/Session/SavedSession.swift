package import Cryptography
package import MTProto

/// What a client and its data center have agreed on: with it no new login is needed.
package struct SavedSession: Sendable {
  package var address: ServerAddress
  /// 256 bytes.
  package var authKey: SecretBytes
  package var salt: Int64
  /// What carries the messages until it expires; without it another one is made at the next start.
  package var temporaryKey: TemporaryKey?
  /// Server time minus this machine's, in seconds.
  package var timeOffset: Double

  package init(
    address: ServerAddress, authKey: SecretBytes, salt: Int64 = 0,
    temporaryKey: TemporaryKey? = nil, timeOffset: Double = 0
  ) {
    self.address = address
    self.authKey = authKey
    self.salt = salt
    self.temporaryKey = temporaryKey
    self.timeOffset = timeOffset
  }
}

/// Where a data center listens.
package struct ServerAddress: Sendable, Hashable, CustomStringConvertible {
  /// The data center's number.
  package var dc: Int
  /// A name or an IP address.
  package var host: String
  package var port: Int

  package init(dc: Int, host: String, port: Int) {
    self.dc = dc
    self.host = host
    self.port = port
  }

  package var description: String {
    "DC \(dc) at " + (host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)")
  }
}
