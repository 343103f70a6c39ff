/// What a client and a data center have agreed on, for the next start.
package struct Credentials: Sendable {
  /// Names the client for good. With forward secrecy it only ever signs temporary keys.
  package var permanentKey: AuthKey
  /// The salt to begin with under the permanent key.
  package var salt: Int64
  /// What carries the messages; nil without forward secrecy, or before one is bound.
  package var temporaryKey: TemporaryKey?

  package init(permanentKey: AuthKey, salt: Int64, temporaryKey: TemporaryKey? = nil) {
    self.permanentKey = permanentKey
    self.salt = salt
    self.temporaryKey = temporaryKey
  }
}

/// A key that is forgotten after a while, so that what it encrypted stays secret whatever becomes of
/// the permanent key (core.telegram.org/api/pfs).
package struct TemporaryKey: Sendable {
  package var key: AuthKey
  package var salt: Int64
  /// Seconds since 1970-01-01 UTC, by the server's clock.
  package var expiresAt: Int32

  package init(key: AuthKey, salt: Int64, expiresAt: Int32) {
    self.key = key
    self.salt = salt
    self.expiresAt = expiresAt
  }
}
