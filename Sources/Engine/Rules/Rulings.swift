package import Model
package import Rules

/// What the engine asks of a rule set: of a ``RuleSet``, or of a scripted one in a test.
package protocol Rulings: Sendable {
  var fingerprint: String { get }
  var account: AccountSettings { get }
  /// By rule id: a hash of the rule and all that it refers to.
  var ruleHashes: [String: String] { get }
  /// Nil: the message is not read.
  func monitor(
    of message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> String?
  func decide(_ input: DecisionInput, host: any RuleHost) async -> Ruling
}

extension RuleSet: Rulings {
  package var ruleHashes: [String: String] {
    Dictionary(summary.rules.map { ($0.id, $0.hash) }) { first, _ in first }
  }
}
