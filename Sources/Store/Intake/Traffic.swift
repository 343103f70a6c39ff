internal import GRDB
package import Model

/// Who wrote when, without what: for judging how a conversation runs.
package struct Traffic: Sendable, Hashable {
  package var date: Timestamp
  package var isOutgoing: Bool
  /// The twin sent it.
  package var isTwin: Bool

  package init(date: Timestamp, isOutgoing: Bool, isTwin: Bool) {
    self.date = date
    self.isOutgoing = isOutgoing
    self.isTwin = isTwin
  }
}

extension Store {
  /// The newest messages of a chat up to one message, newest first.
  static func traffic(
    upTo message: MessageReference, limit: Int, in database: Database
  ) throws -> [Traffic] {
    let sql = """
      SELECT date, is_outgoing, EXISTS (SELECT 1 FROM outbox WHERE account = m.account
        AND target = m.chat AND sent_id = m.id) AS is_twin
      FROM telegram_user_messages m WHERE account = ? AND chat = ? AND id <= ?
      ORDER BY id DESC LIMIT ?
      """
    return try Row.fetchAll(
      database, cached: sql, arguments: [message.account, message.chat, message.id, limit]
    ).map { row in
      Traffic(date: row["date"], isOutgoing: row["is_outgoing"], isTwin: row["is_twin"])
    }
  }
}
