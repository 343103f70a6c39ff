package import Model

/// A loaded, checked set of rule files. It never changes: a reload makes another one.
package final class RuleSet: Sendable {
  /// A hash of all paths and bytes.
  package let fingerprint: String
  package let warnings: [RuleProblem]
  package let account: AccountSettings
  package let summary: RuleSetSummary

  private init(
    fingerprint: String, warnings: [RuleProblem], account: AccountSettings, summary: RuleSetSummary
  ) {
    self.fingerprint = fingerprint
    self.warnings = warnings
    self.account = account
    self.summary = summary
  }

  /// Loads the files, each in a Lua state of its own, and checks them together.
  ///
  /// - Throws: all problems of all files; then nothing of the set is usable.
  package static func load(
    _ sources: [RuleSource], limits: RuleLimits = .standard
  ) throws(RuleLoadError) -> RuleSet {
    throw RuleLoadError(problems: [RuleProblem(file: "", message: "not loaded")])
  }

  /// The monitor that covers the chat, the most specific of several; nil: the chat is not read.
  ///
  /// A bot's chat, a channel, Saved Messages and Telegram's service chat are covered only where a
  /// monitor names their kind or the chat itself.
  ///
  /// - Parameter contact: the other side of a private chat.
  package func monitor(for chat: Chat, contact: Contact?, owner: Contact?) -> String? {
    nil
  }

  /// The monitor under which this message is read: as ``monitor(for:contact:owner:)``, but a monitor
  /// with `only = "mentions"` reads what mentions the owner or answers them, and nothing else.
  package func monitor(
    of message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> String? {
    nil
  }

  /// Asks the rules about a message that no guard of the host has stopped.
  ///
  /// Decisions run side by side. When the task is cancelled, the ruling is empty.
  package func decide(_ input: DecisionInput, host: any RuleHost) async -> Ruling {
    Ruling(reason: "no rule")
  }
}
