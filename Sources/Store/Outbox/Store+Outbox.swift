internal import GRDB
package import Model

/// Whether an item may leave, asked in the transaction that marks it as leaving.
package enum SendPermit: Sendable, Hashable {
  /// It stands as `sending` on disk; the attempt may be made. `isRetry`: an earlier attempt may have
  /// arrived, so that no answer to this one proves that the item was not sent.
  case granted(OutboxItem, isRetry: Bool)
  /// A guard forbids it; it is cancelled.
  case denied(OutboxItem)
  /// It is no longer open.
  case closed
}

/// What stands in the store to be done, as of one instant.
package struct Agenda: Sendable {
  /// Items that are looked at in one go.
  static let limit = 500

  /// The messages that wait for their decision, the oldest of each chat.
  package var undecided: [MessageReference]
  /// The items whose turn has come: of each ordered lane the oldest, if it is awake, and what needs no
  /// order; the longest awake first, so many at most.
  package var due: [OutboxItem]
  /// When the next item wakes that sleeps now.
  package var nextWake: Timestamp?
}

/// The steps of an item. Each is one transaction and checks where the item stands, so that two parties
/// that disagree (the performer and the owner's hand) cannot both have their way.
extension Store {
  /// What there is to do now, and when to look again.
  package func agenda(of account: AccountID, at now: Timestamp) async throws -> Agenda {
    try await read { database in
      Agenda(
        undecided: try Self.inboxHeads(of: account, in: database),
        due: try Self.dueItems(of: account, at: now, in: database),
        nextWake: try Self.nextWake(of: account, after: now, in: database))
    }
  }

  private static func dueItems(
    of account: AccountID, at now: Timestamp, in database: Database
  ) throws -> [OutboxItem] {
    try OutboxRow.items(
      database,
      where: """
        account = ? AND wake <= ? AND \(OutboxItem.State.open)
        AND (lane IN ('act', 'escalation') OR NOT EXISTS (
          SELECT 1 FROM outbox AS older WHERE older.account = outbox.account
            AND older.target = outbox.target AND older.lane = outbox.lane
            AND older.id < outbox.id AND older.\(OutboxItem.State.open)))
        AND (lane <> 'speech' OR NOT EXISTS (
          SELECT 1 FROM outbox AS begun WHERE begun.account = outbox.account
            AND begun.target = outbox.target AND begun.lane = 'row'
            AND begun.\(OutboxItem.State.open)))
        ORDER BY wake, id LIMIT ?
        """, [account, now, Agenda.limit])
  }

  private static func nextWake(
    of account: AccountID, after now: Timestamp, in database: Database
  ) throws -> Timestamp? {
    try Timestamp.fetchOne(
      database,
      cached: """
        SELECT min(wake) FROM outbox WHERE account = ? AND wake > ? AND \(OutboxItem.State.open)
        """, arguments: [account, now])
  }

  /// Queues what belongs to no decision: a line to the owner.
  ///
  /// - Returns: nil if an item with the same ``NewOutboxItem/once`` exists.
  package func enqueue(
    _ item: NewOutboxItem, account: AccountID, at instant: Timestamp
  ) async throws -> OutboxItem? {
    try await write { try Self.insert(item, account: account, at: instant, in: $0) }
  }

  /// Marks an item as leaving, unless a guard forbids it: the kill switch, or the owner who has
  /// written since. Lines to the owner always leave, reactions and read marks unless the kill switch is
  /// on; what is said again until the owner reacts leaves until then.
  package func beginSend(_ id: Int64, at instant: Timestamp) async throws -> SendPermit {
    try await write { database in
      guard let item = try OutboxRow.item(id, in: database), item.state.isOpen else {
        return .closed
      }
      let reason =
        try Self.objection(to: item, in: database)
        ?? Self.overtaking(item, at: instant, in: database)
      if let reason {
        return try Self.close(id, as: .cancelled, reason: reason, at: instant, in: database)
          .map(SendPermit.denied) ?? .closed
      }
      try database.execute(
        cached: """
          UPDATE outbox SET state = 'sending', attempts = attempts + 1, reason = NULL WHERE id = ?
          """, arguments: [id])
      let isRetry = item.state == .sending
      return try OutboxRow.item(id, in: database)
        .map { .granted($0, isRetry: isRetry) } ?? .closed
    }
  }

  /// Telegram has it.
  ///
  /// - Parameter messageID: nil if the server no longer tells it.
  /// - Returns: nil if that was known already, from an update that came before the answer.
  package func finishSend(
    _ id: Int64, messageID: Int32?, at instant: Timestamp
  ) async throws -> OutboxItem? {
    try await write { database in
      guard let item = try OutboxRow.item(id, in: database) else { return nil }
      return try Self.confirm(item, as: messageID, at: instant, in: database)
    }
  }

  /// Takes an item for sent if this message of the account, found in the chat's history, is it.
  package func confirm(
    _ id: Int64, ifItIs message: Message, at instant: Timestamp
  ) async throws -> OutboxItem? {
    try await write { database in
      guard let item = try Self.recognise(message, in: database), item.id == id else { return nil }
      return try Self.confirm(item, as: message.id, at: instant, in: database)
    }
  }

  /// - Returns: nil if it was no longer open.
  package func close(
    _ id: Int64, as state: OutboxItem.State, reason: String?, at instant: Timestamp
  ) async throws -> OutboxItem? {
    try await write { database in
      try Self.close(id, as: state, reason: reason, at: instant, in: database)
    }
  }

  /// The chat was marked as read for it.
  package func noteRead(_ id: Int64, wake: Timestamp) async throws {
    try await write { database in
      try database.execute(
        cached: "UPDATE outbox SET is_read = 1, wake = ? WHERE id = ?", arguments: [wake, id])
    }
  }

  /// Keeps what the model wrote, with its trace, so that it is never asked again.
  ///
  /// - Parameter following: what of it leaves in messages of its own after `text`.
  /// - Returns: nil if the item was no longer open; the trace is kept all the same.
  package func noteComposed(
    _ id: Int64, text: String, following: [OutboxItem.Following] = [], trace: PromptTrace,
    wake: Timestamp
  ) async throws -> OutboxItem? {
    let rest = following.isEmpty ? nil : try Self.json(following)
    return try await write { database in
      try Self.insert(trace, in: database)
      try database.execute(
        cached: """
          UPDATE outbox SET text = ?, following = ?, state = 'composed', wake = ?, reason = NULL
          WHERE id = ? AND state = 'planned'
          """, arguments: [text, rest, wake, id])
      guard database.changesCount > 0 else { return nil }
      return try OutboxRow.item(id, in: database)
    }
  }

  /// Puts the next step off.
  ///
  /// - Parameter isUnsent: no attempt was executed, which Telegram has said of each.
  package func postpone(
    _ id: Int64, until wake: Timestamp, reason: String, refusals: Int? = nil,
    isUnsent: Bool = false
  ) async throws {
    try await write { database in
      try database.execute(
        cached: """
          UPDATE outbox SET wake = ?, reason = ?, refusals = ifnull(?, refusals),
            state = CASE WHEN ? AND state = 'sending' THEN 'composed' ELSE state END
          WHERE id = ? AND \(OutboxItem.State.open)
          """, arguments: [wake, reason, refusals, isUnsent, id])
    }
  }

  /// Turns a reply that may not be sent into a draft with the text, which is all that is left of it.
  package func turnIntoDraft(_ id: Int64, text: String, reason: String) async throws {
    let action = try Self.json(Action.draft(text: text))
    try await write { database in
      try database.execute(
        cached: """
          UPDATE outbox SET action = ?, text = ?, following = NULL, state = 'composed', reason = ?
          WHERE id = ? AND \(OutboxItem.State.open)
          """, arguments: [action, text, reason, id])
    }
  }

  /// Cancels open speech: of one chat or, without one, of all.
  package func cancelSpeech(
    in chat: PeerID? = nil, account: AccountID, reason: String, at instant: Timestamp
  ) async throws -> [OutboxItem] {
    try await write { database in
      try Self.cancelSpeech(
        in: chat, account: account, reason: reason, at: instant, in: database)
    }
  }
}
