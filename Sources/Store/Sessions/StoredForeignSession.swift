package import Cryptography

/// A session of an account with a data center where it does not live, for the files that lie there.
package struct StoredForeignSession: Sendable, Equatable {
  package var dc: Int
  package var host: String
  package var port: Int
  /// 256 bytes.
  package var authKey: SecretBytes
  package var salt: Int64
  package var temporaryKey: StoredTemporaryKey?
  /// Server time minus this machine's, in seconds.
  package var timeOffset: Double

  package init(
    dc: Int, host: String, port: Int, authKey: SecretBytes, salt: Int64,
    temporaryKey: StoredTemporaryKey? = nil, timeOffset: Double
  ) {
    self.dc = dc
    self.host = host
    self.port = port
    self.authKey = authKey
    self.salt = salt
    self.temporaryKey = temporaryKey
    self.timeOffset = timeOffset
  }
}
