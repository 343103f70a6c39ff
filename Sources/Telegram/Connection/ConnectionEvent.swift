/// What a connection reports while it lives.
package enum ConnectionEvent: Sendable {
  /// The server's proof was accepted; calls go out.
  case connected(ServerAddress)
  /// It is tried again until the connection is told to end.
  case disconnected(ServerAddress, ReconnectPolicy.Ending)
  /// One boxed TL value that the server sent by itself.
  case update([UInt8])
  /// Updates may have been lost.
  case updatesMayBeMissing
  /// Something that the next start needs has changed.
  case sessionChanged(SavedSession)
}
