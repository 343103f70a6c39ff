import Foundation
internal import GRDB
package import Model

/// How a decision was taken in.
package enum Recording: Sendable, Hashable {
  /// The decision and its items stand on disk; `superseded` are earlier answers to the same person
  /// that it takes the place of.
  case recorded(items: [OutboxItem], superseded: [OutboxItem])
  /// Nothing was written: while the rules were deciding, this happened.
  case overtaken(GuardStop.Kind)
  /// Nothing was written: while the rules were deciding, the writer changed the message, or another
  /// decision changed what rules keep and these have read. It still waits in the inbox.
  case outdated
}

extension Store {
  /// Writes a decision and all that follows from it, in one transaction, and takes the message off the
  /// inbox.
  ///
  /// - Parameters:
  ///   - items: what is to be done, random ids drawn.
  ///   - seen: the message as it was decided about.
  ///   - standing: rules whose waiting answers stay.
  ///   - joined: decisions about earlier messages that this one decides with.
  ///   - state: what the rules would change of what they keep.
  package func record(
    _ decision: Decision, items: [NewOutboxItem] = [], sender: PeerID? = nil,
    seen: Message? = nil, standing: Set<String> = [], joined: [Decision] = [],
    state: StateDraft = StateDraft()
  ) async throws -> Recording {
    let row = try DecisionRow(decision)
    let joinedRows = try joined.map { (message: $0.message, row: try DecisionRow($0)) }
    let message = decision.message
    return try await write { database in
      if decision.guardStop == nil,
        let kind = try Self.overtaking(message, items: items, in: database)
      {
        return .overtaken(kind)
      }
      if decision.guardStop == nil, let seen,
        let now = try Message.fetchOne(
          database, key: ["account": seen.account, "chat": seen.chat, "id": seen.id]),
        now.says != seen.says
      {
        return .outdated
      }
      guard try Self.holds(state, account: message.account, in: database) else { return .outdated }
      var changes = try Self.apply(
        state, account: message.account, at: decision.at, in: database)
      // The decision about the message that is answered is the newest.
      for joined in joinedRows where try Self.isUndecided(joined.message, in: database) {
        try joined.row.store(in: database)
        try Self.takeOffInbox(joined.message, in: database)
      }
      let kept = try Self.keep(decision, sender: sender, in: database)
      if !kept.tags.isEmpty || !kept.replaced.isEmpty {
        var all = changes ?? AppliedState(counted: [:])
        all.tags = kept.tags.isEmpty ? nil : kept.tags
        all.replaced = kept.replaced.isEmpty ? nil : kept.replaced
        changes = all
      }
      try row.store(in: database, changes: changes)
      try Self.takeOffInbox(message, in: database)
      var superseded: [OutboxItem] = []
      if decision.guardStop == nil, decision.plan.answer != nil {
        superseded = try Self.supersede(
          by: message, from: sender, standing: standing, at: decision.at, in: database)
      }
      let stored = try items.compactMap {
        try Self.insert($0, account: message.account, at: decision.at, in: database)
      }
      return .recorded(items: stored, superseded: superseded)
    }
  }

  package func decision(about message: MessageReference) async throws -> Decision? {
    try await read { try Self.decision(about: message, in: $0) }
  }

  static func decision(
    about message: MessageReference, in database: Database
  ) throws -> Decision? {
    try String.fetchOne(
      database,
      cached: "SELECT body FROM decisions WHERE account = ? AND chat = ? AND message = ?",
      arguments: [message.account, message.chat, message.id]
    ).map(DecisionRow.decision(from:))
  }

  private static func overtaking(
    _ message: MessageReference, items: [NewOutboxItem], in database: Database
  ) throws -> GuardStop.Kind? {
    guard items.contains(where: { $0.lane == .speech }) else { return nil }
    if try isDeleted(message, in: database) { return .deleted }
    if try isSilenced(message, in: database) { return .killSwitch }
    if let mark = try ownerMark(in: message.chat, account: message.account, in: database),
      mark.message > message.id
    {
      return .ownerWrote
    }
    return try isAnswered(message, in: database) ? .answered : nil
  }

  /// One reply for a burst: what was planned for the same person's earlier messages and has not been
  /// attempted gives way.
  private static func supersede(
    by message: MessageReference, from sender: PeerID?, standing: Set<String>,
    at instant: Timestamp, in database: Database
  ) throws -> [OutboxItem] {
    let earlier = try OutboxRow.items(
      database,
      where: """
        account = ? AND target = ? AND lane = 'speech' AND state IN ('planned', 'composed')
          AND message < ? AND sender IS ?
        """, [message.account, message.chat, message.id, sender])
    return try earlier.filter { !standing.contains($0.rule) }.compactMap {
      try close(
        $0.id, as: .cancelled, reason: "superseded by message \(message.id)", at: instant,
        in: database)
    }
  }
}
