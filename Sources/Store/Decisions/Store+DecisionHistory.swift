internal import GRDB
package import Model

/// Which decisions a page of the history shows; nil parts restrict nothing.
package struct DecisionFilter: Sendable, Hashable {
  package var chat: PeerID?
  package var message: Int32?
  /// `file/rule`.
  package var rule: String?
  package var guardStop: GuardStop.Kind?
  /// Only those that answer, or only those that do not.
  package var answers: Bool?

  package init(
    chat: PeerID? = nil, message: Int32? = nil, rule: String? = nil,
    guardStop: GuardStop.Kind? = nil,
    answers: Bool? = nil
  ) {
    self.chat = chat
    self.message = message
    self.rule = rule
    self.guardStop = guardStop
    self.answers = answers
  }
}

/// One processed message in the history.
package struct DecidedMessage: Sendable, Hashable, Identifiable {
  /// Where the next page starts.
  package let id: Int64
  package let decision: Decision
  /// Nil if the message is no longer kept.
  package let message: Message?
  package let outbox: [OutboxItem]
}

extension Store {
  /// Processed messages with their decisions, newest first: at most `limit`, before the page that
  /// ended with `before`.
  package func history(
    of account: AccountID, filter: DecisionFilter = DecisionFilter(), limit: Int,
    before: Int64? = nil
  ) async throws -> [DecidedMessage] {
    var conditions = ["account = ?", "id < ?"]
    var arguments: StatementArguments = [account, before ?? .max]
    if let chat = filter.chat {
      conditions.append("chat = ?")
      arguments += [chat]
    }
    if let message = filter.message {
      conditions.append("message = ?")
      arguments += [message]
    }
    if let rule = filter.rule {
      conditions.append("rule = ?")
      arguments += [rule]
    }
    if let kind = filter.guardStop {
      conditions.append("guard = ?")
      arguments += [kind.rawValue]
    }
    if let answers = filter.answers {
      let speech = "ifnull(speech, 'ignore')"
      conditions.append(answers ? "\(speech) <> 'ignore'" : "\(speech) = 'ignore'")
    }
    let sql = """
      SELECT id, body FROM decisions WHERE \(conditions.joined(separator: " AND "))
      ORDER BY id DESC LIMIT ?
      """
    let bound = arguments + [limit]
    return try await read { database in
      try Row.fetchAll(database, sql: sql, arguments: bound).map { row in
        let decision = try DecisionRow.decision(from: row["body"])
        let message = decision.message
        return DecidedMessage(
          id: row["id"], decision: decision,
          message: try Message.fetchOne(
            database, key: ["account": account, "chat": message.chat, "id": message.id]),
          outbox: try OutboxRow.items(
            database, where: "account = ? AND chat = ? AND message = ? ORDER BY id",
            [account, message.chat, message.id]))
      }
    }
  }
}
