package import Model
package import Rules

/// What the engine asks of a rule set: of a ``RuleSet``, or of a scripted one in a test.
package protocol Rulings: Sendable {
  var fingerprint: String { get }
  var account: AccountSettings { get }
  /// By rule id: a hash of the rule and all that it refers to.
  var ruleHashes: [String: String] { get }
  /// Nil: the chat is not read.
  func monitor(for chat: Chat, contact: Contact?, owner: Contact?) -> String?
  /// Nil: the message is not read.
  func monitor(
    of message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> String?
  func decide(_ input: DecisionInput, host: any RuleHost) async -> Ruling
  /// What the ruling says of each rule, for the record: with those that did not fit, and how many of
  /// these are left out.
  func considerations(
    of ruling: Ruling, about input: DecisionInput
  ) -> (considered: [Consideration], omitted: Int)
}

extension RuleSet: Rulings {}
