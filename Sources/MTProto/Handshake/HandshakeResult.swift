/// What a key exchange leaves on either side.
package struct HandshakeResult: Sendable {
  package var key: AuthKey
  /// The salt to begin with.
  package var salt: Int64
  /// The server's time as told in the exchange.
  package var clock: ServerClock
  /// The data centre that the client said it wants; nil if it did not say (server's side only).
  package var dc: Int32?
  /// Seconds that a temporary key lives; nil for a permanent one.
  package var expiresIn: Int32?

  package init(
    key: AuthKey, salt: Int64, clock: ServerClock, dc: Int32? = nil, expiresIn: Int32? = nil
  ) {
    self.key = key
    self.salt = salt
    self.clock = clock
    self.dc = dc
    self.expiresIn = expiresIn
  }
}
