package import MTProto

extension RPCError {
  /// The session is over; only a new login helps.
  package var endsSession: Bool { Self.sessionEnds.contains(name) }

  /// Sending is frozen for the account (core.telegram.org/api/auth#frozen-accounts).
  package var isFrozen: Bool { name.hasPrefix("FROZEN_") }

  private static let sessionEnds: Set<String> = [
    "AUTH_KEY_UNREGISTERED", "AUTH_KEY_INVALID", "AUTH_KEY_DUPLICATED", "AUTH_KEY_PERM_EMPTY",
    "SESSION_REVOKED", "SESSION_EXPIRED", "USER_DEACTIVATED", "USER_DEACTIVATED_BAN",
  ]
}
