internal import GRDB
package import Model

/// A stored message with what was decided about it: what a replay goes through.
package struct PastMessage: Sendable, Hashable {
  package var message: Message
  /// The twin sent it.
  package var isTwin: Bool
  /// Nil: nothing was decided about it.
  package var verdict: Verdict?

  package struct Verdict: Sendable, Hashable {
    package var at: Timestamp
    package var stop: GuardStop.Kind?
    package var reason: String
    package var plan: Plan
  }
}

extension Store {
  /// The stored messages of an account by date, also those that were deleted since: at most `limit`,
  /// from `since` on and before `until`, after the one that ended the page before.
  ///
  /// - Parameter chat: nil for all.
  package func pastMessages(
    of account: AccountID, since: Timestamp, until: Timestamp, chat: PeerID? = nil,
    after last: PastMessage? = nil, limit: Int = 2000
  ) async throws -> [PastMessage] {
    try await read { database in
      let place = chat == nil ? "" : "AND m.chat = ?"
      let arguments: StatementArguments = [
        account, last?.message.date ?? since, until, last?.message.date ?? since,
        last?.message.chat.marked ?? .min, last?.message.id ?? .min,
      ]
      let statement = try database.cachedStatement(
        sql: """
          SELECT m.*, d.at AS decided_at, d.guard, d.reason,
            CASE WHEN d.rule IS NULL THEN NULL ELSE json_extract(d.body, '$.plan') END AS plan,
            m.is_outgoing AND EXISTS (SELECT 1 FROM outbox WHERE account = m.account
              AND target = m.chat AND sent_id = m.id) AS is_twin
          FROM telegram_user_messages m
          LEFT JOIN decisions d ON d.account = m.account AND d.chat = m.chat AND d.message = m.id
          WHERE m.account = ? AND m.date >= ? AND m.date < ?
            AND (m.date, m.chat, m.id) > (?, ?, ?) \(place)
          ORDER BY m.date, m.chat, m.id LIMIT ?
          """)
      let rest: StatementArguments = chat.map { [$0, limit] } ?? [limit]
      // A cursor: its rows know where their columns are, and are not copied.
      return try Array(
        Row.fetchCursor(statement, arguments: arguments + rest).map { row in
          PastMessage(
            message: try Message(row: row), isTwin: row["is_twin"], verdict: try Self.verdict(row))
        })
    }
  }

  private static func verdict(_ row: Row) throws -> PastMessage.Verdict? {
    guard let at: Timestamp = row["decided_at"] else { return nil }
    let plan: String? = row["plan"]
    let stop: String? = row["guard"]
    return PastMessage.Verdict(
      at: at, stop: stop.flatMap(GuardStop.Kind.init), reason: row["reason"],
      plan: try plan.map { try Store.value(of: Plan.self, json: $0) } ?? Plan())
  }

  /// All chats that are known, by id.
  package func chats(of account: AccountID) async throws -> [PeerID: Chat] {
    try await read { database in
      let rows = try ChatRow.fetchAll(
        database, sql: "SELECT * FROM chats WHERE account = ?", arguments: [account])
      return Dictionary(rows.map { ($0.chat.id, $0.chat) }) { first, _ in first }
    }
  }

  /// All people who are known, by id.
  package func contacts(of account: AccountID) async throws -> [Int64: Contact] {
    try await read { database in
      let rows = try ContactRow.fetchAll(
        database, sql: "SELECT * FROM contacts WHERE account = ?", arguments: [account])
      return Dictionary(rows.map { ($0.contact.id, $0.contact) }) { first, _ in first }
    }
  }
}
