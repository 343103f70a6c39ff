/// What a rule set holds, for `check` and `status`.
package struct RuleSetSummary: Sendable, Hashable, Codable {
  /// A declaration other than a rule.
  package struct Declaration: Sendable, Hashable, Codable {
    package var name: String
    package var file: String
    package var line: Int
    /// What it says, in a few words: `mon-fri 09:00-17:00 (Europe/Berlin)`.
    package var detail: String
  }

  package struct Rule: Sendable, Hashable, Codable {
    /// `file/rule`.
    package var id: String
    package var file: String
    package var line: Int
    /// `guard`, `decide` or `observe`.
    package var phase: String
    package var priority: Int
    /// The names of the constant actions; empty for a rule that runs a function.
    package var actions: [String]
    /// Of the rule and everything it refers to: equal before and after a reload, the plans that it
    /// made still stand.
    package var hash: String
  }

  package var files: [String]
  package var monitors: [Declaration]
  package var filters: [Declaration]
  package var hours: [Declaration]
  package var delays: [Declaration]
  package var personas: [Declaration]
  package var limits: [Declaration]
  package var timers: [Declaration]
  /// In the order in which they are asked.
  package var rules: [Rule]
}
