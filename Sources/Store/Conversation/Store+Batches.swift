internal import GRDB
package import Model

extension Store {
  /// Accepts what Telegram reported: chats, contacts, peers, the messages worth keeping, edits,
  /// deletions and the new positions, in one transaction.
  ///
  /// - Parameter isKept: whether a message is stored at all. What is in no monitored chat must not
  ///   be.
  /// - Returns: the messages that were not known before, in their order.
  package func accept(
    _ batch: EventBatch, account: AccountID, keeping isKept: @escaping @Sendable (Message) -> Bool
  ) async throws -> [Message] {
    try await write { database in
      try Self.storePeople(of: batch, account: account, in: database)
      var fresh: [Message] = []
      for event in batch.events {
        switch event {
        case .message(let message):
          guard isKept(message), try !message.exists(database) else { continue }
          try message.insert(database)
          fresh.append(message)
        case .edited(let message):
          if try message.exists(database) { try message.update(database) }
        case .deleted(let chat, let ids):
          try Self.markDeleted(ids, in: chat, account: account, database)
        case .readByOther, .readByOwner, .typing, .gap, .sent:
          break
        }
      }
      for position in batch.positions {
        try Self.store(position, account: account, in: database)
      }
      return fresh
    }
  }

  /// Stores messages fetched from history; those that are known keep their place.
  package func store(history messages: [Message]) async throws {
    try await write { database in
      for message in messages where try !message.exists(database) { try message.insert(database) }
    }
  }

  private static func storePeople(
    of batch: EventBatch, account: AccountID, in database: Database
  ) throws {
    for chat in batch.chats { try ChatRow(chat, account: account).upsert(database) }
    for contact in batch.contacts { try ContactRow(contact, account: account).upsert(database) }
    for reference in batch.peers { try store(reference, account: account, in: database) }
  }

  private static func markDeleted(
    _ ids: [Int32], in chat: PeerID?, account: AccountID, _ database: Database
  ) throws {
    // Where Telegram names no chat, the ids are those of private chats and basic groups.
    let place = chat.map { "chat = \($0.marked)" } ?? "chat > -1000000000000"
    let statement = try database.cachedStatement(
      sql: """
        UPDATE telegram_user_messages SET deleted_at = unixepoch() * 1000
        WHERE account = ? AND id = ? AND \(place) AND deleted_at IS NULL
        """)
    for id in ids { try statement.execute(arguments: [account, id]) }
  }

  private static func store(
    _ position: UpdatePosition, account: AccountID, in database: Database
  ) throws {
    let channel: Int64
    switch position.sequence {
    case .account: channel = 0
    case .channel(let id): channel = id
    }
    try database.cachedStatement(
      sql: """
        INSERT INTO update_positions (account, channel, pts, qts, seq, date)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
          pts = excluded.pts, qts = excluded.qts, seq = excluded.seq, date = excluded.date
        """
    ).execute(
      arguments: [account, channel, position.pts, position.qts, position.seq, position.date])
  }
}
