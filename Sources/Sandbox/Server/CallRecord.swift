package import MTProto

/// A call that the server has received, for tests that count them.
package struct CallRecord: Sendable, Hashable {
  /// `messages.sendMessage`; of wrapped calls the inner one.
  package let method: String
  /// Nil before login.
  package let person: Int64?
  package let session: SessionKey
  /// The error it was answered with.
  package let refusal: Refusal?
}

/// What a client did that Telegram does not allow, and in which of its sessions.
package struct ConductNote: Sendable, Hashable, CustomStringConvertible {
  package let session: SessionKey
  package let breach: Breach

  package var description: String { breach.description }
}
