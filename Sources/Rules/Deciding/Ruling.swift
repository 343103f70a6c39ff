package import Model

/// What the rules say about one message, and how they came to it.
package struct Ruling: Sendable, Hashable {
  /// Complete in itself: personas are resolved and delays sampled.
  package var plan: Plan
  /// One sentence.
  package var reason: String
  /// Every rule that was looked at, in order. Rules that cannot concern the chat are not.
  package var considered: [Consideration]
  /// What rules added with `x.note`, each as `file/rule: text`.
  package var notes: [String]
  /// Rules that failed on the way. The others have run all the same.
  package var problems: [RuleProblem]
  /// What rules would change of what they keep, for the host to write together with the decision.
  package var state: StateDraft
  /// What rules in shadow would do.
  package var shadow: [Claim]

  package init(
    plan: Plan = Plan(), reason: String, considered: [Consideration] = [], notes: [String] = [],
    problems: [RuleProblem] = [], state: StateDraft = StateDraft(),
    shadow: [Claim] = []
  ) {
    self.plan = plan
    self.reason = reason
    self.considered = considered
    self.notes = notes
    self.problems = problems
    self.state = state
    self.shadow = shadow
  }
}
