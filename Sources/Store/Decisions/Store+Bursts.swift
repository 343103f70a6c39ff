internal import GRDB
package import Model

extension Store {
  /// The message, and what the same person wrote after it in the same place and is not decided yet;
  /// oldest first.
  package func burst(from message: Message, limit: Int = 100) async throws -> [Message] {
    try await read { database in
      let rows = try Message.fetchAll(
        database,
        cached: """
          SELECT telegram_user_messages.* FROM inbox
          JOIN telegram_user_messages ON telegram_user_messages.account = inbox.account
            AND telegram_user_messages.chat = inbox.chat AND telegram_user_messages.id = inbox.message
          WHERE inbox.account = ? AND inbox.chat = ? AND inbox.message >= ?
            AND sender IS ? AND thread IS ? AND deleted_at IS NULL
          ORDER BY inbox.message LIMIT ?
          """,
        arguments: [
          message.account, message.chat, message.id, message.sender, message.thread, limit,
        ])
      return rows
    }
  }

  /// The messages that an earlier decision about this one has joined with it.
  package func joined(with message: MessageReference) async throws -> [Message] {
    guard let ids = try await decision(about: message)?.joined, !ids.isEmpty else { return [] }
    return try await read { database in
      try ids.compactMap { id in
        try Self.message(
          MessageReference(account: message.account, chat: message.chat, id: id), in: database)
      }
    }
  }

  /// Whether an answer that the rule planned in this chat still waits.
  package func isPending(
    rule: String, in chat: PeerID, account: AccountID
  ) async throws -> Bool {
    try await read { database in
      try Bool.fetchOne(
        database,
        cached: """
          SELECT EXISTS (SELECT 1 FROM outbox WHERE account = ? AND target = ? AND lane = 'speech'
            AND rule = ? AND \(OutboxItem.State.open))
          """, arguments: [account, chat, rule]) == true
    }
  }
}
