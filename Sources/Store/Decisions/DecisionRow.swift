import Foundation
import GRDB
import Model

/// A decision as it stands in `decisions`.
struct DecisionRow: Sendable {
  private let decision: Decision
  private let body: String

  init(_ decision: Decision) throws {
    self.decision = decision
    body = try Store.json(decision)
  }

  static func decision(from body: String) throws -> Decision {
    try Store.value(of: Decision.self, json: body)
  }

  /// A message that is decided again keeps its place in the history.
  func store(in database: Database) throws {
    let leading = decision.plan.speech ?? decision.plan.claims.first
    try database.cachedStatement(
      sql: """
        INSERT INTO decisions (account, chat, message, at, guard, rule, speech, due, reason, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET at = excluded.at, guard = excluded.guard, rule = excluded.rule,
          speech = excluded.speech, due = excluded.due, reason = excluded.reason,
          body = excluded.body
        """
    ).execute(
      arguments: [
        decision.message.account, decision.message.chat, decision.message.id, decision.at,
        decision.guardStop?.kind.rawValue, leading?.rule, decision.plan.speech?.action.name,
        decision.due, decision.reason, body,
      ])
  }
}
