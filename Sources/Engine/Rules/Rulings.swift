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
  /// Whether a monitor under which a message is read names its writer.
  func names(
    _ sender: Contact, of message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> Bool
  /// Which sounds the monitor of a message has transcribed; nil: none.
  func listening(
    to message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> Listening?
  /// Ids of the rules whose waiting answers stand when the same person writes again.
  var standingRules: Set<String> { get }
  /// Whether any rule joins bursts.
  var hasBursts: Bool { get }
  /// How long the sender must have been silent before the message is decided; nil: not at all.
  func settle(_ input: DecisionInput) -> Duration?
  func decide(_ input: DecisionInput, host: any RuleHost) async -> Ruling
  /// Without their endings.
  var fileNames: [String] { get }
  var timers: [RuleTimer] { get }
  func fire(_ id: String, _ input: TimerInput, host: any RuleHost) async -> Ruling
  /// What may be done with a chat's messages beside deciding about them.
  func memory(of chat: Chat, contact: Contact?, owner: Contact?) -> MemoryPolicy
  /// Whether any chat is learnt from, or kept for a time only.
  var tendsMemory: Bool { get }
  /// What the ruling says of each rule, for the record: with those that did not fit, and how many of
  /// these are left out.
  func considerations(
    of ruling: Ruling, about input: DecisionInput
  ) -> (considered: [Consideration], omitted: Int)
}

extension RuleSet: Rulings {
  package var fileNames: [String] {
    summary.files.map { RuleSource(path: $0, bytes: []).ruleNamespace }
  }
}

extension Rulings {
  package var standingRules: Set<String> { [] }
  package var hasBursts: Bool { false }
  package func names(
    _ sender: Contact, of message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> Bool { false }
  package func listening(
    to message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> Listening? { nil }
  package var fileNames: [String] { [] }
  package var timers: [RuleTimer] { [] }
  package var tendsMemory: Bool { false }
  package func memory(of chat: Chat, contact: Contact?, owner: Contact?) -> MemoryPolicy { .none }
  package func fire(_ id: String, _ input: TimerInput, host: any RuleHost) async -> Ruling {
    Ruling(reason: "there are no timers")
  }
  package func settle(_ input: DecisionInput) -> Duration? { nil }
}
