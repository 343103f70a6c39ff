internal import GRDB
package import Model

extension Store {
  /// How many messages are looked at in one transaction.
  package static var retentionBatch: Int { 500 }

  /// Deletes the oldest messages of a chat, as far as they are older than the instant and a short
  /// transaction can: with what was learnt of them, the decisions about them, what a model was asked, and
  /// the words of what was sent. That something was sent, and when, stays: limits and caps count it.
  ///
  /// - Returns: how many messages were deleted; fewer than ``retentionBatch``: there are no more.
  package func purge(
    _ chat: PeerID, account: AccountID, before instant: Timestamp
  ) async throws -> Int {
    let nothing = try Self.json(Action.ignore)
    return try await write { database in
      // A chat's ids are in the order of time, so the oldest are the first.
      let ids = try Int32.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT id FROM (SELECT id, date FROM telegram_user_messages
              WHERE account = ? AND chat = ? ORDER BY id LIMIT ?) WHERE date < ?
            """), arguments: [account, chat, Self.retentionBatch, instant])
      for id in ids {
        for table in ["inbox", "decisions", "prompt_traces", "voice_traces"] {
          try database.execute(
            cached: "DELETE FROM \(table) WHERE account = ? AND chat = ? AND message = ?",
            arguments: [account, chat, id])
        }
        try database.execute(
          cached: """
            UPDATE outbox SET text = NULL, attachment = NULL, upload = NULL, reason = NULL, action = ?
            WHERE account = ? AND chat = ? AND message = ? AND NOT (\(OutboxItem.State.open))
            """, arguments: [nothing, account, chat, id])
        try Self.unlearn(id, in: chat, account: account, database)
        try database.execute(
          cached: "DELETE FROM telegram_user_messages WHERE account = ? AND chat = ? AND id = ?",
          arguments: [account, chat, id])
      }
      return ids.count
    }
  }
}
