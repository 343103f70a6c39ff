package import Cryptography
package import Model

/// What is needed to speak as an account again without a new code.
package struct StoredSession: Sendable {
  package var account: AccountID
  package var firstName: String
  package var username: String?
  package var phone: String?
  package var isBot: Bool
  /// The data center where the account lives.
  package var dc: Int
  package var host: String
  package var port: Int
  /// 256 bytes.
  package var authKey: SecretBytes
  package var salt: Int64
  /// What carries the account's messages at present.
  package var temporaryKey: StoredTemporaryKey?
  /// Server time minus this machine's, in seconds.
  package var timeOffset: Double
  package var created: Timestamp
  package var used: Timestamp

  package init(
    account: AccountID, firstName: String, username: String?, phone: String?, isBot: Bool,
    dc: Int, host: String, port: Int, authKey: SecretBytes, salt: Int64,
    temporaryKey: StoredTemporaryKey? = nil, timeOffset: Double, created: Timestamp, used: Timestamp
  ) {
    self.account = account
    self.firstName = firstName
    self.username = username
    self.phone = phone
    self.isBot = isBot
    self.dc = dc
    self.host = host
    self.port = port
    self.authKey = authKey
    self.salt = salt
    self.temporaryKey = temporaryKey
    self.timeOffset = timeOffset
    self.created = created
    self.used = used
  }
}

/// A key that lives for a day, and the salt to go on with.
package struct StoredTemporaryKey: Sendable, Equatable {
  /// 256 bytes.
  package var secret: SecretBytes
  package var salt: Int64
  /// Seconds since 1970-01-01 UTC, by the server's clock.
  package var expiresAt: Int32

  package init(secret: SecretBytes, salt: Int64, expiresAt: Int32) {
    self.secret = secret
    self.salt = salt
    self.expiresAt = expiresAt
  }
}

extension StoredSession {
  /// From this age in days on a fresh login is recommended [B42].
  package static let oldAge = 90

  /// Whole days since the login.
  package func ageInDays(at instant: Timestamp) -> Int {
    Int(created.duration(to: instant) / .seconds(86_400))
  }
}
