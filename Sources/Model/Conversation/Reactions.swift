/// The reactions to one message (core.telegram.org/api/reactions).
package struct Reactions: Sendable, Hashable, Codable {
  package struct Count: Sendable, Hashable, Codable {
    /// An emoji; `custom:` and the id of a custom one; `paid`.
    package var reaction: String
    package var count: Int32
    /// The account is among those who gave it.
    package var isOwn: Bool

    package init(_ reaction: String, count: Int32, isOwn: Bool = false) {
      self.reaction = reaction
      self.count = count
      self.isOwn = isOwn
    }
  }

  package struct Giver: Sendable, Hashable, Codable {
    package var peer: PeerID
    package var reaction: String
    package var date: Timestamp

    package init(_ peer: PeerID, _ reaction: String, date: Timestamp) {
      self.peer = peer
      self.reaction = reaction
      self.date = date
    }
  }

  package var counts: [Count]
  /// Who gave them, as far as Telegram tells: in large groups only the latest, in channels nobody.
  package var givers: [Giver]
  /// Telegram did not say which of them are the account's own (a `min` constructor).
  /// Until they are completed; never kept.
  package var isPartial = false

  private enum CodingKeys: CodingKey { case counts, givers }

  package init(_ counts: [Count] = [], givers: [Giver] = [], isPartial: Bool = false) {
    self.counts = counts
    self.givers = givers
    self.isPartial = isPartial
  }

  package var isEmpty: Bool { counts.isEmpty }

  /// With the account's own reactions as they were known before, where Telegram did not tell them.
  package func completed(by known: Reactions?) -> Reactions {
    guard isPartial else { return self }
    var completed = self
    let own = Set(known?.counts.filter(\.isOwn).map(\.reaction) ?? [])
    for index in counts.indices where own.contains(counts[index].reaction) {
      completed.counts[index].isOwn = true
    }
    completed.isPartial = false
    return completed
  }
}
