internal import GRDB
package import Model

extension Schema {
  static func joinNotices(_ database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE outbox ADD COLUMN joined_into INTEGER;
        ALTER TABLE outbox ADD COLUMN own_text TEXT;
        CREATE INDEX outbox_joined ON outbox (joined_into) WHERE joined_into IS NOT NULL;
        """)
  }
}

extension Store {
  /// From so many on, lines to the owner that wait together leave as one message.
  package static var manyNotices: Int { 3 }
  /// The most that one message takes.
  private static var mostNotices: Int { 50 }

  /// Has the lines that wait behind this one leave with it, in one message: it gets the words of all, and they
  /// are sent when it is. Nothing changes where there are only few, or where it was attempted before.
  ///
  /// - Parameter join: one text of several; nil if it would be too long.
  package func joinNotices(
    behind id: Int64, at now: Timestamp, join: @escaping @Sendable ([String]) -> String?
  ) async throws {
    try await write { database in
      guard let first = try OutboxRow.item(id, in: database), first.isFreshNotice,
        try !Self.hasJoined(id, in: database)
      else { return }
      let waiting = try OutboxRow.items(
        database,
        where: """
          account = ? AND target = ? AND lane = 'notice' AND \(OutboxItem.State.open) AND id >= ?
            AND wake <= ? ORDER BY id LIMIT ?
          """, [first.account, first.target, id, now, Self.mostNotices])
      // In their order, and no later one before an earlier one.
      var together = Array(waiting.prefix { $0.isFreshNotice })
      while together.count >= Self.manyNotices {
        if let text = join(together.map { $0.text ?? "" }) {
          try database.execute(
            cached: "UPDATE outbox SET own_text = text, text = ? WHERE id = ?",
            arguments: [text, id])
          for item in together.dropFirst() {
            try database.execute(
              cached: "UPDATE outbox SET joined_into = ? WHERE id = ?", arguments: [id, item.id])
          }
          return
        }
        together.removeLast()
      }
    }
  }

  private static func hasJoined(_ id: Int64, in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, cached: "SELECT EXISTS (SELECT 1 FROM outbox WHERE joined_into = ?)",
      arguments: [id]) == true
  }

  /// What left with an item has become what it has become.
  static func followJoined(_ id: Int64, in database: Database) throws {
    try database.execute(
      cached: """
        UPDATE outbox SET (state, sent_id, finished_at, reason) =
          (SELECT state, sent_id, finished_at, reason FROM outbox WHERE id = ?1)
        WHERE joined_into = ?1 AND \(OutboxItem.State.open)
        """, arguments: [id])
    // What others said is kept with them, for as long as they are.
    try database.execute(
      cached:
        "UPDATE outbox SET text = own_text, own_text = NULL WHERE id = ? AND own_text IS NOT NULL",
      arguments: [id])
  }

  /// Why a step of an escalation says nothing any more: a later one is due as well. One that was attempted may
  /// have arrived, and stays.
  static func overtaking(
    _ step: OutboxItem, at now: Timestamp, in database: Database
  ) throws -> String? {
    guard case .escalate = step.action, step.attempts == 0, let message = step.message else {
      return nil
    }
    let isOvertaken = try Bool.fetchOne(
      database,
      cached: """
        SELECT EXISTS (SELECT 1 FROM outbox WHERE account = ? AND chat = ? AND message = ?
          AND lane = 'escalation' AND \(OutboxItem.State.open) AND target = ? AND rule = ? AND id > ?
          AND wake <= ?)
        """,
      arguments: [step.account, message.chat, message.id, step.target, step.rule, step.id, now])
    return isOvertaken == true ? "the next time to say it has come as well" : nil
  }
}

extension OutboxItem {
  /// A line to the owner that nobody has tried to send.
  fileprivate var isFreshNotice: Bool { lane == .notice && state == .planned && attempts == 0 }
}
