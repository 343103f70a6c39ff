internal import GRDB
package import Model

extension Store {
  /// The newest texts that the owner wrote in a chat by hand, oldest first: nothing that the twin sent,
  /// no forwards, no commands, nothing made with a bot.
  ///
  /// - Parameter before: only messages before this one; nil: all.
  package func ownWords(
    in chat: PeerID, account: AccountID, before: Int32?, limit: Int
  ) async throws -> [String] {
    try await read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT text FROM telegram_user_messages AS own
          WHERE account = ?1 AND chat = ?2 AND id < ?3 AND is_outgoing AND text <> ''
            AND text NOT LIKE '/%' AND NOT is_forwarded AND via_bot IS NULL AND NOT is_service
            AND deleted_at IS NULL
            AND NOT EXISTS (
              SELECT 1 FROM outbox WHERE account = ?1 AND target = ?2 AND sent_id = own.id)
          ORDER BY id DESC LIMIT ?4
          """, arguments: [account, chat, before ?? Int32.max, max(0, limit)]
      ).reversed()
    }
  }

  /// Whether the twin has sent anything in the chat.
  package func hasSpoken(in chat: PeerID, account: AccountID) async throws -> Bool {
    try await read { database in
      try Bool.fetchOne(
        database,
        cached: """
          SELECT EXISTS (
            SELECT 1 FROM outbox WHERE account = ? AND target = ? AND sent_id IS NOT NULL)
          """, arguments: [account, chat]) ?? false
    }
  }
}
