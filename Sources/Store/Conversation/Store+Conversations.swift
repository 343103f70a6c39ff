internal import GRDB
package import Model

extension Store {
  /// How far the account's event sequences have been followed.
  package func positions(of account: AccountID) async throws -> [UpdatePosition] {
    try await read { database in
      let sql = "SELECT * FROM update_positions WHERE account = ?"
      return try Row.fetchAll(database, cached: sql, arguments: [account]).map { row in
        let channel: Int64 = row["channel"]
        return UpdatePosition(
          sequence: channel == 0 ? .account : .channel(channel), pts: row["pts"],
          qts: row["qts"], seq: row["seq"], date: row["date"], isBehind: row["is_behind"])
      }
    }
  }

  package func chat(_ id: PeerID, account: AccountID) async throws -> Chat? {
    try await read { try ChatRow.fetch(id, of: account, in: $0)?.chat }
  }

  package func contact(_ id: Int64, account: AccountID) async throws -> Contact? {
    try await read { try ContactRow.fetch(id, of: account, in: $0)?.contact }
  }

  package func message(_ reference: MessageReference) async throws -> Message? {
    try await read { try Self.message(reference, in: $0) }
  }

  static func message(
    _ reference: MessageReference, in database: Database
  ) throws -> Message? {
    try Message.fetchOne(
      database,
      cached: "SELECT * FROM telegram_user_messages WHERE account = ? AND chat = ? AND id = ?",
      arguments: [reference.account, reference.chat, reference.id])
  }

  /// The stored messages of one chat that were not deleted, newest first: at most `limit`, older
  /// than `before` (nil: from the newest).
  package func messages(
    in chat: PeerID, account: AccountID, limit: Int, before: Int32? = nil
  ) async throws -> [Message] {
    try await read { database in
      let sql = """
        SELECT * FROM telegram_user_messages
        WHERE account = ? AND chat = ? AND id < ? AND deleted_at IS NULL
        ORDER BY id DESC LIMIT ?
        """
      return try Message.fetchAll(
        database, cached: sql, arguments: [account, chat, before ?? .max, limit])
    }
  }

  /// Messages by id alone, in whichever chat: the newest chats first.
  package func messages(withID id: Int32, account: AccountID) async throws -> [Message] {
    try await read { database in
      let sql = """
        SELECT * FROM telegram_user_messages WHERE account = ? AND id = ? ORDER BY date DESC
        """
      return try Message.fetchAll(database, cached: sql, arguments: [account, id])
    }
  }

  /// Notes that the owner, by their own hand, wrote in a chat at this instant.
  package func noteOwnerWrote(
    in chat: PeerID, at instant: Timestamp, account: AccountID
  ) async throws {
    try await write { database in
      try database.execute(
        cached: """
          INSERT INTO owner_activity (account, chat, last_wrote) VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET last_wrote = max(last_wrote, excluded.last_wrote)
          """, arguments: [account, chat, instant])
    }
  }

  /// When the owner last wrote there by their own hand, as far as is known.
  package func ownerLastWrote(in chat: PeerID, account: AccountID) async throws -> Timestamp? {
    try await read { database in
      try Timestamp.fetchOne(
        database, cached: "SELECT last_wrote FROM owner_activity WHERE account = ? AND chat = ?",
        arguments: [account, chat])
    }
  }
}
