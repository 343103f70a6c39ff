internal import GRDB
package import Model

// The texts of messages in chats that are learnt from.
extension Store {
  /// How many messages a transaction takes up.
  package static var learningBatch: Int { 500 }

  /// Takes up the messages of a chat that are not learnt yet, from one on: as many as a short transaction can.
  ///
  /// - Returns: the last that was looked at; nil once there is none left.
  package func learn(
    _ chat: PeerID, account: AccountID, after id: Int32
  ) async throws -> Int32? {
    try await write { database in
      let messages = try Message.fetchAll(
        database,
        cached: """
          SELECT * FROM telegram_user_messages
          WHERE account = ? AND chat = ? AND id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?
          """, arguments: [account, chat, id, Self.learningBatch])
      for message in messages { try Self.learn(message, in: database) }
      return messages.last?.id
    }
  }

  /// The chats of which messages are learnt.
  package func learntChats(of account: AccountID) async throws -> [PeerID] {
    try await read { database in
      try PeerID.fetchAll(
        database,
        sql: "SELECT DISTINCT chat FROM memories WHERE account = ? AND is_fact = 0",
        arguments: [account])
    }
  }

  /// Forgets learnt messages of a chat, some at a time; the messages themselves stay.
  ///
  /// - Returns: whether there may be more.
  package func unlearn(_ chat: PeerID, account: AccountID) async throws -> Bool {
    try await write { database in
      try database.execute(
        cached: """
          DELETE FROM memories WHERE id IN (SELECT id FROM memories
            WHERE account = ? AND chat = ? AND is_fact = 0 LIMIT ?)
          """, arguments: [account, chat, Self.learningBatch])
      return database.changesCount >= Self.learningBatch
    }
  }

  /// Known already, its words become these: what was heard in it may have come since.
  static func learn(_ message: Message, in database: Database) throws {
    let text = message.remembered
    guard !text.isEmpty, !message.isService else { return }
    try relearn(message, in: database)
    try database.execute(
      cached: """
        INSERT INTO memories (account, chat, message, is_fact, person, is_outgoing, at, place, text)
        SELECT ?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (SELECT 1 FROM memories
          WHERE account = ?1 AND chat = ?2 AND message = ?3 AND is_fact = 0)
        """,
      arguments: [
        message.account, message.chat, message.id, message.sender, message.isOutgoing,
        message.date, MemoryPlace.word(for: message.chat, of: message.account), text,
      ])
  }

  /// A learnt message says something else now.
  static func relearn(_ message: Message, in database: Database) throws {
    let text = message.remembered
    try database.execute(
      cached: """
        UPDATE memories SET text = ?1
        WHERE account = ?2 AND chat = ?3 AND message = ?4 AND is_fact = 0 AND text <> ?1
        """, arguments: [text, message.account, message.chat, message.id])
  }

  /// A learnt message is gone.
  static func unlearn(
    _ id: Int32, in chat: PeerID, account: AccountID, _ database: Database
  ) throws {
    try database.execute(
      cached: """
        DELETE FROM memories WHERE account = ? AND chat = ? AND message = ? AND is_fact = 0
        """, arguments: [account, chat, id])
  }
}
