package import Model

/// A loaded, checked set of rule files. It never changes: a reload makes another one.
package final class RuleSet: Sendable {
  /// A hash of all paths and bytes.
  package let fingerprint: String
  package let warnings: [RuleProblem]
  package let account: AccountSettings
  package let summary: RuleSetSummary
  /// By rule id: a hash of the rule and all that it refers to.
  package let ruleHashes: [String: String]
  /// Ids of the rules whose waiting answers stand when the same person writes again.
  package let standingRules: Set<String>
  /// Whether any rule joins bursts.
  package let hasBursts: Bool
  /// Whether any delay asks a function.
  let hasDelayFunctions: Bool
  let book: RuleBook
  let files: [RuleFile]
  let limits: RuleLimits

  init(
    fingerprint: String, warnings: [RuleProblem], summary: RuleSetSummary, book: RuleBook,
    files: [RuleFile], limits: RuleLimits
  ) {
    self.fingerprint = fingerprint
    self.warnings = warnings
    self.account = book.account
    self.summary = summary
    ruleHashes = Dictionary(summary.rules.map { ($0.id, $0.hash) }) { first, _ in first }
    standingRules = Set(book.rules.filter { $0.mode != .restart }.map(\.id))
    hasBursts = book.rules.contains { $0.settle != nil }
    hasDelayFunctions = book.delays.values.contains { $0.function != nil }
    self.book = book
    self.files = files
    self.limits = limits
  }

  /// Loads the files, each in a Lua state of its own, and checks them together.
  ///
  /// - Throws: all problems of all files; then nothing of the set is usable.
  package static func load(
    _ sources: [RuleSource], limits: RuleLimits = .standard
  ) throws(RuleLoadError) -> RuleSet {
    try RuleSetLoader(sources: sources, limits: limits).load()
  }

  /// Bytes that the Lua states of the files have allocated now, in no order.
  package func stateMemory() async -> [Int] {
    var states: [Int] = []
    for file in files { states.append(await file.memoryInUse) }
    return states
  }

  /// The ``fingerprint`` that a set of these files has, without loading them: equal bytes need no
  /// reload.
  package static func fingerprint(of sources: [RuleSource]) -> String {
    let parts = sources.sorted { $0.path < $1.path }.flatMap { [Array($0.path.utf8), $0.bytes] }
    return CanonicalText.hash(bytes: parts)
  }

  /// The monitor that covers the chat, the most precise of several; nil: the chat is not read.
  ///
  /// A bot's chat, a channel, Saved Messages and Telegram's service chat are covered only where a
  /// monitor names their kind or the chat itself.
  ///
  /// - Parameter contact: the other side of a private chat.
  package func monitor(for chat: Chat, contact: Contact?, owner: Contact?) -> String? {
    covering(chat, contact: contact, owner: owner).first.map { book.monitors[$0].name }
  }

  /// The monitor under which this message is read: as ``monitor(for:contact:owner:)``, but a monitor
  /// with `only = "mentions"` reads what mentions the owner or answers them, and nothing else.
  package func monitor(
    of message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> String? {
    let kind = Self.kind(of: chat, owner: owner)
    return covering(chat, contact: contact, owner: owner)
      .first { book.monitors[$0].reads(message, kind: kind) }.map { book.monitors[$0].name }
  }

  /// Whether a monitor under which this message is read names its writer, by id or @name, beside the chat:
  /// so bots are heard in groups.
  ///
  /// - Parameter contact: the other side of a private chat.
  package func names(
    _ sender: Contact, of message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> Bool {
    let kind = Self.kind(of: chat, owner: owner)
    return covering(chat, contact: contact, owner: owner).lazy.map { self.book.monitors[$0] }
      .contains { $0.reads(message, kind: kind) && $0.names(sender) }
  }

  /// Asks the rules about a message that no guard of the host has stopped.
  ///
  /// Own, service and automatic messages, and those that no monitor reads, get an empty ruling.
  /// Decisions run side by side. When the task is cancelled, the ruling is empty.
  package func decide(_ input: DecisionInput, host: any RuleHost) async -> Ruling {
    if let why = Self.reasonToPass(input.message) { return Ruling(reason: why) }
    let context = matchContext(of: input)
    if context.monitors.isEmpty { return Ruling(reason: "no monitor covers the message") }
    guard let candidates = book.index.candidates(for: context) else {
      return Ruling(reason: "no rule is about this chat")
    }
    if candidates.isEmpty { return Ruling(reason: Decider.noneApplies) }
    var decider = Decider(set: self, input: context.shared, host: host)
    return await decider.decide(among: candidates, context)
  }

  /// How long the sender must have been silent before the message is decided, by the rules that it
  /// fits; nil: it is decided at once.
  package func settle(_ input: DecisionInput) -> Duration? {
    guard hasBursts, Self.reasonToPass(input.message) == nil else { return nil }
    let context = matchContext(of: input)
    guard !context.monitors.isEmpty else { return nil }
    return (book.index.candidates(for: context) ?? []).lazy.map { self.book.rules[$0] }
      .filter { rule in rule.settle != nil && rule.conditions.allSatisfy { $0.holds(context) } }
      .compactMap(\.settle).max()
  }

  private static func reasonToPass(_ message: Message) -> String? {
    if message.isOutgoing { return "the owner's own message" }
    if message.isService { return "a service message" }
    if message.isAutomatic { return "sent automatically, not by a person" }
    return nil
  }

  func matchContext(of input: DecisionInput) -> MatchContext {
    let kind = Self.kind(of: input.chat, owner: input.owner)
    let monitors = covering(input.chat, contact: input.sender, kind: kind) {
      $0.reads(input.message, kind: kind)
    }
    return MatchContext(SharedInput(input), monitors: monitors, kind: kind)
  }

  /// The instant at which the account's clock shows this.
  ///
  /// - Parameter seconds: since 1970-01-01T00:00:00 as that clock counts.
  package func instant(ofLocal seconds: Int) -> Timestamp {
    Timestamp(seconds: Int64(book.zone.instant(of: seconds)))
  }

  /// What the account's clock shows: `mon 2026-03-02 12:00`.
  package func localTime(at instant: Timestamp) -> String {
    LocalTime(instant, in: book.zone).text
  }

  /// Positions of the monitors that cover the chat, the most precise first, then as declared.
  func covering(_ chat: Chat, contact: Contact?, owner: Contact?) -> [Int] {
    covering(chat, contact: contact, kind: Self.kind(of: chat, owner: owner)) { _ in true }
  }

  private func covering(
    _ chat: Chat, contact: Contact?, kind: Chat.Kind, where isWanted: (Monitor) -> Bool
  ) -> [Int] {
    var found = book.monitors.indices.compactMap { index in
      let monitor = book.monitors[index]
      return isWanted(monitor)
        ? monitor.coverage(of: chat, contact: contact, kind: kind).map { (index, $0) } : nil
    }
    if found.count > 1 { found.sort { ($1.1, $0.0) < ($0.1, $1.0) } }
    return found.map(\.0)
  }

  /// The owner's chat with themselves is Saved Messages, however it is described.
  static func kind(of chat: Chat, owner: Contact?) -> Chat.Kind {
    owner.map { chat.id == .user($0.id) } == true ? .saved : chat.kind
  }
}
