internal import GRDB
package import Model

extension Store {
  /// The accounts that have decided anything or are logged in, the oldest first.
  package func knownAccounts() async throws -> [AccountID] {
    try await read { database in
      try AccountID.fetchAll(
        database,
        sql: """
          SELECT account FROM (
            SELECT account, created_at AS since FROM telegram_sessions
            UNION ALL SELECT account, min(at) FROM decisions GROUP BY account)
          GROUP BY account ORDER BY min(since), account
          """)
    }
  }

  /// Which message a person may mean by an id alone: one that came in, or the one that an answer of
  /// ours with this id answered. The newest first.
  package func candidates(
    for id: Int32, account: AccountID
  ) async throws -> [MessageReference] {
    try await read { database in
      let sql = """
        SELECT chat, message FROM (
          SELECT chat, message, at FROM decisions WHERE account = :account AND message = :id
          UNION ALL
          SELECT chat, message, created_at FROM outbox
          WHERE account = :account AND sent_id = :id AND message IS NOT NULL)
        ORDER BY at DESC
        """
      return try Row.fetchAll(database, sql: sql, arguments: ["account": account, "id": id])
        .map { MessageReference(account: account, chat: $0["chat"], id: $0["message"]) }
    }
  }

  /// One message with its decision and all that came of it.
  package func decided(about message: MessageReference) async throws -> DecidedMessage? {
    let filter = DecisionFilter(chat: message.chat, message: message.id)
    return try await history(of: message.account, filter: filter, limit: 1).first
  }
}
