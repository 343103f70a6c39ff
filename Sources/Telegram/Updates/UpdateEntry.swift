package import Model

/// One update with the number that orders it.
package struct UpdateEntry<Payload: Sendable>: Sendable {
  package enum Order: Sendable, Hashable {
    /// No number of its own: ordered by its container's seq, if that has one.
    case none
    /// The account's pts after it, and by how much it moves.
    case common(pts: Int32, count: Int32)
    /// The account's qts after it; each moves it by one.
    case secondary(qts: Int32)
    case channel(Int64, pts: Int32, count: Int32)
    /// Tells a channel's pts without belonging to it: no difference brings it again.
    case channelMark(Int64, pts: Int32)
  }

  package var order: Order
  /// Nil where only the number matters: the server's answer to a call of ours.
  package var payload: Payload?

  package init(_ payload: Payload?, order: Order = .none) {
    self.payload = payload
    self.order = order
  }
}

/// Updates that came in one container.
package struct UpdateContainer<Payload: Sendable>: Sendable {
  package var entries: [UpdateEntry<Payload>]
  /// The first and last seq it covers; zero: it has none.
  package var firstSeq: Int32
  package var seq: Int32
  /// Seconds since 1970; zero: not told.
  package var date: Int32

  package init(
    entries: [UpdateEntry<Payload>], firstSeq: Int32 = 0, seq: Int32 = 0, date: Int32 = 0
  ) {
    self.entries = entries
    self.firstSeq = firstSeq
    self.seq = seq
    self.date = date
  }
}

/// What the box wants to have asked of the server.
package enum DifferenceRequest: Sendable, Hashable {
  /// updates.getState: the account is followed for the first time.
  case state
  /// updates.getDifference
  case account(pts: Int32, qts: Int32, date: Int32)
  /// updates.getChannelDifference
  case channel(Int64, pts: Int32)
}

/// The answer to updates.getDifference.
package enum AccountDifference<Payload: Sendable>: Sendable {
  case empty(date: Int32, seq: Int32)
  /// `isFinal` is false for a slice, whose state is the intermediate one.
  case updates([UpdateEntry<Payload>], state: UpdatePosition, isFinal: Bool)
  /// Too much was missed to be told; go on from this pts.
  case tooLong(pts: Int32)
}

/// The answer to updates.getChannelDifference.
package enum ChannelDifference<Payload: Sendable>: Sendable {
  case empty(pts: Int32, isFinal: Bool)
  case updates([UpdateEntry<Payload>], pts: Int32, isFinal: Bool)
  /// Too much was missed: only the newest messages, oldest first.
  case tooLong([UpdateEntry<Payload>], pts: Int32, isFinal: Bool)
}

package enum DifferenceFailure: Sendable, Hashable {
  /// No answer or an error that passes: asked again, with growing pauses.
  case temporary
  /// PERSISTENT_TIMESTAMP_OUTDATED and answers that cannot be read: asked again a few times.
  case unusable
  /// The account is no longer in the channel.
  case gone
}

/// What is to be handed on, in order, and how far that brings the account.
package struct UpdateOutcome<Payload: Sendable>: Sendable {
  package enum Item: Sendable {
    case update(Payload)
    /// Updates of this sequence are missing before here, and will not come.
    case gap(UpdatePosition.Sequence)
  }

  package var items: [Item] = []
  /// The positions that moved.
  package var positions: [UpdatePosition] = []

  package var isEmpty: Bool { items.isEmpty && positions.isEmpty }
}
