import Model

/// Where an account stands (core.telegram.org/constructor/updates.state), without `seq`, which
/// belongs to the session.
package struct AccountState: Sendable, Hashable {
  package var pts: Int32
  package var qts: Int32
  package var date: Int32
  package var unread: Int32
}

/// What has happened since a position.
package enum Difference: Sendable, Hashable {
  case empty
  /// `isFinal`: nothing is left after it. `behind`: channels with news since the given date, and
  /// their positions.
  case changes([LoggedChange], dated: [Change], behind: [Int64: Int32], isFinal: Bool)
  /// More than the server keeps; the position to go on from.
  case tooLong(pts: Int32)
}

extension World {
  package func state(of owner: Int64) -> AccountState {
    AccountState(
      pts: mailboxes[owner]?.log.end ?? 1, qts: 0, date: now,
      unread: dialogs(of: owner).filter { $0.unread > 0 }.count.clamped)
  }

  /// - Parameters:
  ///   - date: of the caller's state; what has no pts is found by it. Changes of that very second
  ///     are told again rather than lost.
  package func difference(
    of owner: Int64, since pts: Int32, date: Int32
  ) throws(Refusal) -> Difference {
    guard let mailbox = mailboxes[owner] else { throw .unregistered }
    guard pts > 0 else { throw .timestampEmpty }
    guard pts <= mailbox.log.end else { throw .timestampInvalid }
    guard let changes = mailbox.log.since(pts), changes.count <= limits.log else {
      return .tooLong(pts: mailbox.log.end)
    }
    let page = changes.prefix(limits.difference)
    let isFinal = page.count == changes.count
    let dated = isFinal ? mailbox.dated.filter { $0.date >= date }.map(\.change) : []
    var behind: [Int64: Int32] = [:]
    if isFinal {
      for channel in channels.values
      where channel.changed >= date && channel.members.contains(owner) {
        behind[channel.id] = channel.pts
      }
    }
    if page.isEmpty, dated.isEmpty, behind.isEmpty { return .empty }
    return .changes(Array(page), dated: dated, behind: behind, isFinal: isFinal)
  }

  package func channelDifference(
    of id: Int64, since pts: Int32, limit: Int32
  ) throws(Refusal) -> Difference {
    guard let channel = channels[id] else { throw .channelInvalid }
    guard pts > 0 else { throw .timestampEmpty }
    guard pts <= channel.pts else { throw .timestampInvalid }
    guard pts < channel.pts else { return .empty }
    guard let changes = channel.log.since(pts), changes.count <= limits.log else {
      return .tooLong(pts: channel.pts)
    }
    let page = changes.prefix(max(1, min(Int(limit), limits.difference)))
    return .changes(
      Array(page), dated: [], behind: [:], isFinal: page.count == changes.count)
  }
}

extension Int {
  /// As the wire's 32 bits.
  package var clamped: Int32 { Int32(clamping: self) }
}
