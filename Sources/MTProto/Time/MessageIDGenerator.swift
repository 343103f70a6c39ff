/// Message ids: server time in units of 2^-32 s, the two low bits telling who made them
/// (core.telegram.org/mtproto/description#message-identifier-msg-id).
package enum MessageID {
  /// The instant in an id, since 1970-01-01 UTC.
  package static func time(of id: Int64) -> Duration {
    let word = UInt64(bitPattern: id)
    let nanoseconds = ((word & 0xffff_ffff) * 1_000_000_000) >> 32
    return .seconds(Int64(word >> 32)) + .nanoseconds(Int64(nanoseconds))
  }

  /// The least id of an instant.
  package static func first(at time: Duration) -> Int64 {
    let (seconds, attoseconds) = time.components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let fraction = ((attoseconds / 1_000_000_000) << 32) / 1_000_000_000
    return (seconds << 32 | fraction) & ~3
  }
}

/// Makes ids that always rise, whatever the clock does.
package struct MessageIDGenerator: Hashable, Sendable {
  package enum Kind: Int64, Hashable, Sendable {
    case client = 0
    /// An answer to a client's message.
    case serverAnswer = 1
    /// Anything else that a server sends.
    case serverNotice = 3
  }

  /// The last id without its two low bits.
  private(set) var last: Int64 = 0

  package init() {}

  package mutating func next(_ kind: Kind, at serverTime: Duration) -> Int64 {
    last = max(MessageID.first(at: serverTime), last + 4)
    return last | kind.rawValue
  }

  /// Lets ids begin at the clock again. Only for ids that the other side is known to have refused.
  mutating func reset() {
    last = 0
  }
}
