/// The answer to "why did you say that?": what was decided about one message, and how.
package struct Decision: Sendable, Hashable, Codable {
  package var message: MessageReference
  package var at: Timestamp
  /// The host guard that stopped everything, if one did; no rule was asked then.
  package var guardStop: GuardStop?
  package var plan: Plan
  /// One sentence: the reason as the winning rule or the guard gives it.
  package var reason: String
  /// Every rule that was looked at, in order.
  package var considered: [Consideration]
  /// What rules added with `x.note`.
  package var notes: [String]
  /// A hash of the rule set's sources: which rules these were.
  package var ruleSet: String
  /// Earlier messages of the same burst that were decided as one with this, oldest first.
  package var joined: [Int32]?
  /// What rules in shadow would have done.
  package var shadow: [Claim]?
  /// When the message, as it stands, was decided for the first time; nil: this is it.
  package var firstAt: Timestamp?

  package init(
    message: MessageReference, at: Timestamp, guardStop: GuardStop? = nil, plan: Plan = Plan(),
    reason: String, considered: [Consideration] = [], notes: [String] = [], ruleSet: String = "",
    joined: [Int32]? = nil, shadow: [Claim]? = nil
  ) {
    self.message = message
    self.at = at
    self.guardStop = guardStop
    self.plan = plan
    self.reason = reason
    self.considered = considered
    self.notes = notes
    self.ruleSet = ruleSet
    self.joined = joined
    self.shadow = shadow
  }

  /// When the speech of the plan is due, if there is one that leaves.
  package var due: Timestamp? { plan.speech?.pace?.due }
}

/// What became of one rule in a decision.
package struct Consideration: Sendable, Hashable, Codable {
  package enum Outcome: String, Sendable, Codable, CaseIterable {
    /// It claimed its slots.
    case won
    /// It asked for a slot that a stronger rule holds.
    case outranked
    /// Its `when` does not fit; `why` names the part.
    case unmatched
    /// Its function returned nothing.
    case passed
    /// Its function returned nothing, and changed what it keeps or counted.
    case kept
    case limited
    case failed
    /// Speech was claimed above it.
    case skipped
    /// It works in shadow: what it wanted is recorded and not done.
    case shadow
    /// It failed too often and is not asked for a while.
    case suspended
  }

  package var rule: String
  package var outcome: Outcome
  package var why: String?

  package init(rule: String, outcome: Outcome, why: String? = nil) {
    self.rule = rule
    self.outcome = outcome
    self.why = why
  }
}

/// A guard of the host that no rule overrides.
package struct GuardStop: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case killSwitch = "kill_switch"
    case ownerWrote = "owner_wrote"
    case unmonitored, own, bot, service, automatic, stale, cap, loop, answered, paid,
      deleted
  }

  package var kind: Kind
  /// One sentence for the owner.
  package var why: String

  package init(kind: Kind, why: String) {
    self.kind = kind
    self.why = why
  }
}
