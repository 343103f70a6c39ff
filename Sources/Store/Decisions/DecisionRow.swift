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
  ///
  /// - Parameter changes: what it changed of what rules keep.
  func store(in database: Database, changes: AppliedState? = nil) throws {
    let changed = try changes.map { try Store.json($0) }
    let leading = decision.plan.speech ?? decision.plan.claims.first
    try database.cachedStatement(
      sql: """
        INSERT INTO decisions (account, chat, message, at, guard, rule, speech, due, reason, body,
          state_changes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET at = excluded.at, guard = excluded.guard, rule = excluded.rule,
          speech = excluded.speech, due = excluded.due, reason = excluded.reason,
          body = excluded.body, state_changes = excluded.state_changes
        """
    ).execute(
      arguments: [
        decision.message.account, decision.message.chat, decision.message.id, decision.at,
        decision.guardStop?.kind.rawValue, leading?.rule, decision.plan.speech?.action.name,
        decision.due, decision.reason, body, changed,
      ])
  }
}
