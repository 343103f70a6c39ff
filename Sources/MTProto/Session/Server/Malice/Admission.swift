/// What becomes of a call before it counts as received: a server that works well takes every one.
package enum Admission: Sendable, Hashable {
  case take
  /// It never arrived: neither acknowledged nor remembered, so that a repeat is taken.
  case lose
  /// bad_msg_notification with this code, though nothing may be wrong with it.
  case refuse(Int32)
  /// The salt is another one from now on: bad_server_salt.
  case changeSalt
}

/// A message that no client may believe (core.telegram.org/mtproto/security_guidelines).
package enum Forgery: Sendable, Hashable, CaseIterable {
  /// Encrypted with the right key, for a session that there is not.
  case foreignSession
  /// With an id as only clients make them.
  case evenID
  /// A minute ahead of the server's time: 30 s are allowed.
  case idAhead
  /// Ten minutes behind it: 300 s are allowed.
  case idBehind
}

/// A message that a client has to survive.
package enum HostileMessage: Sendable, Hashable, CaseIterable {
  /// gzip_packed that unpacks to more than ``SessionLimits/unpackedSize``.
  case gzipBomb
  /// Containers within containers, deeper than ``SessionLimits/nesting``.
  case deepContainer
  /// A service message that declares more ids than it holds.
  case malformed
}
