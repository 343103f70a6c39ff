internal import GRDB
package import Model

extension Store {
  /// Accepts a batch and all that it means for the queue, in one transaction: monitored messages are
  /// stored and wait in the inbox, the owner's hand cancels what is pending, commands take effect, own
  /// messages are told from the twin's, and the positions move on. So a batch that is delivered again
  /// changes nothing, and one that was not stored is delivered again.
  ///
  /// What can never be stored, by what it says itself, is set aside and told: it would stop all that comes
  /// after it.
  package func take(
    _ batch: EventBatch, account: AccountID, at instant: Timestamp, policy: IntakePolicy
  ) async throws -> Intake {
    if batch.isFleeting {
      // Typing and online states come by the hundred, and nothing of them is kept.
      return try await read { database in
        var sorter = IntakeSorter(
          account: account, instant: instant, policy: policy, batch: batch, database: database)
        for event in batch.events { try sorter.take(event) }
        return sorter.intake
      }
    }
    func store(settingAside: Bool) async throws -> Intake {
      try await write { database in
        var sorter = IntakeSorter(
          account: account, instant: instant, policy: policy, batch: batch, database: database)
        if settingAside {
          try sorter.takeWhatCanBeStored()
        } else {
          try Self.storePeople(of: batch, account: account, in: database)
          for event in batch.events { try sorter.take(event) }
        }
        for position in batch.positions {
          try Self.store(position, account: account, in: database)
        }
        return sorter.intake
      }
    }
    do {
      return try await store(settingAside: false)
    } catch  where Self.isLasting(error) {
      return try await store(settingAside: true)
    }
  }

  /// Whether the same would fail again, however often it is tried: what is to be stored is at fault, and
  /// not the disk.
  static func isLasting(_ error: any Error) -> Bool {
    switch error {
    case is EncodingError, is DecodingError: true
    case let error as StoreError: error.code == .conflict
    case let error as DatabaseError: StoreError(error).code == .conflict
    default: false
    }
  }

  /// The messages that wait for their decision, the oldest of each chat.
  package func inboxHeads(of account: AccountID) async throws -> [MessageReference] {
    try await read { try Self.inboxHeads(of: account, in: $0) }
  }

  static func inboxHeads(
    of account: AccountID, in database: Database
  ) throws -> [MessageReference] {
    let sql = "SELECT chat, min(message) AS message FROM inbox WHERE account = ? GROUP BY chat"
    return try Row.fetchAll(database, cached: sql, arguments: [account]).map { row in
      MessageReference(account: account, chat: row["chat"], id: row["message"])
    }
  }

  static func isUndecided(_ message: MessageReference, in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      cached: """
        SELECT EXISTS (SELECT 1 FROM inbox WHERE account = ? AND chat = ? AND message = ?)
        """, arguments: [message.account, message.chat, message.id]) == true
  }

  /// Takes a message off the inbox undecided: it is gone, or its chat is no longer monitored.
  package func forget(_ message: MessageReference) async throws {
    try await write { try Self.takeOffInbox(message, in: $0) }
  }

  static func takeOffInbox(_ message: MessageReference, in database: Database) throws {
    try database.execute(
      cached: "DELETE FROM inbox WHERE account = ? AND chat = ? AND message = ?",
      arguments: [message.account, message.chat, message.id])
  }

  /// Cancels an answer and has its message decided again.
  package func decideAgain(
    _ item: OutboxItem, reason: String, at instant: Timestamp
  ) async throws -> OutboxItem? {
    try await write { database in
      guard let message = item.message,
        let closed = try Self.close(
          item.id, as: .cancelled, reason: reason, at: instant, in: database)
      else { return nil }
      try Self.takeBackState(of: message, at: instant, in: database)
      try Self.queueForDecision(message, in: database)
      return closed
    }
  }

  /// Puts a message into the inbox.
  static func queueForDecision(_ message: MessageReference, in database: Database) throws {
    try database.execute(
      cached: "INSERT INTO inbox (account, chat, message) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      arguments: [message.account, message.chat, message.id])
  }
}

extension EventBatch {
  fileprivate var isFleeting: Bool {
    positions.isEmpty && !events.isEmpty && events.allSatisfy(\.isFleeting)
  }
}
