/// Whether somebody is online, as far as they let the account see it
/// (core.telegram.org/constructor/userStatusRecently).
package enum Presence: Sendable, Hashable, Codable {
  /// Counts as online until then, if nothing else is heard.
  case online(until: Timestamp)
  case offline(since: Timestamp)
  /// Within the last days, not told when.
  case recently
  case withinWeek
  case withinMonth
  case hidden

  package func isOnline(at instant: Timestamp) -> Bool {
    if case .online(let until) = self { instant < until } else { false }
  }

  /// Nil where it is not told. Who is online is seen at this instant.
  package func lastSeen(at instant: Timestamp) -> Timestamp? {
    switch self {
    case .online(let until): min(until, instant)
    case .offline(let since): since
    case .recently, .withinWeek, .withinMonth, .hidden: nil
    }
  }
}
