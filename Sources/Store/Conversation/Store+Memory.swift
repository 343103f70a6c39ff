internal import GRDB
package import Model

extension Store {
  /// The newest stored messages of all chats that were not deleted, oldest first.
  package func newestMessages(of account: AccountID, limit: Int) async throws -> [Message] {
    try await read { database in
      let sql = """
        SELECT * FROM telegram_user_messages WHERE account = ? AND deleted_at IS NULL
        ORDER BY date DESC LIMIT ?
        """
      return try Message.fetchAll(database, cached: sql, arguments: [account, limit]).reversed()
    }
  }

  /// Which messages the twin sent, as opposed to the owner's own hand.
  package func sentByTwin(of account: AccountID) async throws -> Set<MessageReference> {
    try await read { database in
      let sql = "SELECT target, sent_id FROM outbox WHERE account = ? AND sent_id IS NOT NULL"
      return Set(
        try Row.fetchAll(database, cached: sql, arguments: [account]).map {
          MessageReference(account: account, chat: $0["target"], id: $0["sent_id"])
        })
    }
  }
}
