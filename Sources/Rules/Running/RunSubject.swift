import Model

/// On whose behalf a function runs, and about what.
struct RunSubject: Sendable {
  /// `file/rule`.
  var id: String
  /// Mixed into what the run draws at random.
  var seeds: [Int64]
  var account: AccountID
  var owner: Contact
  var now: Timestamp
  /// Nil for a timer.
  var input: DecisionInput?

  var namespace: String { String(id[..<(id.lastIndex(of: "/") ?? id.startIndex)]) }
  var chat: PeerID? { input?.chat.id }

  init(rule: CompiledRule, input: DecisionInput) {
    let message = input.message
    id = rule.id
    seeds = [message.account.rawValue, message.chat.marked, Int64(message.id), rule.seed]
    account = message.account
    owner = input.owner
    now = input.now
    self.input = input
  }
}
