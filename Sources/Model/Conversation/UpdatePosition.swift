/// How far the account has followed one of Telegram's event sequences
/// (core.telegram.org/api/updates).
package struct UpdatePosition: Sendable, Hashable, Codable {
  package enum Sequence: Sendable, Hashable, Codable {
    /// Private chats, groups and the account itself: pts, qts, seq and date.
    case account
    /// One channel or supergroup: pts alone.
    case channel(Int64)
  }

  package var sequence: Sequence
  /// Of a channel, zero: it is not followed any more.
  package var pts: Int32
  package var qts: Int32
  package var seq: Int32
  /// Seconds since 1970, as the server gave it.
  package var date: Int32
  /// Of a channel: it is known to have news that were not fetched yet, and nobody will say so again.
  package var isBehind: Bool

  package init(
    sequence: Sequence, pts: Int32, qts: Int32 = 0, seq: Int32 = 0, date: Int32 = 0,
    isBehind: Bool = false
  ) {
    self.sequence = sequence
    self.pts = pts
    self.qts = qts
    self.seq = seq
    self.date = date
    self.isBehind = isBehind
  }
}
