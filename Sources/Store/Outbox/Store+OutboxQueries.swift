internal import GRDB
package import Model

/// What became of the queue, for `status`.
package struct QueueSummary: Sendable, Hashable, Codable {
  /// Answers that wait.
  package var pending: Int
  /// Messages without a decision.
  package var undecided: Int
  /// Since the given instant.
  package var sent: Int
  package var cancelled: Int
  package var failed: Int
  package var decisions: Int
  package var isHalted: Bool
  /// The next answer to leave.
  package var nextDue: Timestamp?
}

extension Store {
  /// Open answers, the next to leave first.
  package func pending(of account: AccountID, limit: Int = 1000) async throws -> [OutboxItem] {
    try await read { database in
      try OutboxRow.items(
        database,
        where: """
          account = ? AND lane = 'speech' AND \(OutboxItem.State.open) ORDER BY due, id LIMIT ?
          """, [account, limit])
    }
  }

  /// Everything that came of one message, in the order it was planned.
  package func outbox(for message: MessageReference) async throws -> [OutboxItem] {
    try await read { database in
      try OutboxRow.items(
        database, where: "account = ? AND chat = ? AND message = ? ORDER BY id",
        [message.account, message.chat, message.id])
    }
  }

  package func outboxItem(_ id: Int64) async throws -> OutboxItem? {
    try await read { try OutboxRow.item(id, in: $0) }
  }

  package func summary(of account: AccountID, since: Timestamp) async throws -> QueueSummary {
    try await read { try Self.summary(of: account, since: since, in: $0) }
  }

  static func summary(
    of account: AccountID, since: Timestamp, in database: Database
  ) throws -> QueueSummary {
    func count(_ sql: String, _ arguments: StatementArguments) throws -> Int {
      try Int.fetchOne(database, cached: "SELECT count(*) FROM \(sql)", arguments: arguments) ?? 0
    }
    func finished(_ state: OutboxItem.State) throws -> Int {
      try count(
        "outbox WHERE account = ? AND finished_at >= ? AND state = ? AND lane = 'speech'",
        [account, since, state])
    }
    // Of an answer in a row one message is open at a time.
    let open =
      "outbox WHERE account = ? AND lane IN ('speech', 'row') AND \(OutboxItem.State.open)"
    return QueueSummary(
      pending: try count(open, [account]),
      undecided: try count("inbox WHERE account = ?", [account]),
      sent: try finished(.sent), cancelled: try finished(.cancelled),
      failed: try finished(.failed),
      decisions: try count("decisions WHERE account = ? AND at >= ?", [account, since]),
      isHalted: try haltedAt(account, in: database) != nil,
      nextDue: try Timestamp.fetchOne(
        database, cached: "SELECT min(due) FROM \(open)", arguments: [account]))
  }

  /// How many answers were planned after this instant and not taken back: of one chat or of all.
  package func answerCount(
    of account: AccountID, in chat: PeerID? = nil, since: Timestamp
  ) async throws -> Int {
    try await read { database in
      try Self.answerCount(AnswerWindow(chat: chat, since: since), of: account, in: database)
    }
  }

  static func answerCount(
    _ window: AnswerWindow, of account: AccountID, in database: Database
  ) throws -> Int {
    let (place, arguments) = place(window.chat, [account, window.since])
    // What is forwarded leaves in the owner's name, too, but not for the chat that it comes from.
    let lanes = window.chat == nil ? "('speech', 'forward')" : "('speech')"
    return try Int.fetchOne(
      database,
      cached: """
        SELECT count(*) FROM outbox WHERE account = ? AND created_at > ? \(place)
          AND lane IN \(lanes) AND state NOT IN ('cancelled', 'failed')
        """, arguments: arguments) ?? 0
  }

  /// For how many messages a rule's claims were planned after this instant and not taken back.
  package func claimCount(
    of account: AccountID, rule: String, in chat: PeerID? = nil, since: Timestamp
  ) async throws -> Int {
    try await read { database in
      let (place, arguments) = Self.place(chat, [account, rule, since])
      return try Int.fetchOne(
        database,
        cached: """
          SELECT count(*) FROM (SELECT DISTINCT chat, message FROM outbox
            WHERE account = ? AND rule = ? AND created_at > ? \(place)
              AND state NOT IN ('cancelled', 'failed'))
          """, arguments: arguments) ?? 0
    }
  }

  private static func place(
    _ chat: PeerID?, _ arguments: StatementArguments
  ) -> (String, StatementArguments) {
    guard let chat else { return ("", arguments) }
    return ("AND chat = ?", arguments + [chat])
  }
}
