import Engine
import Model
import Rules

/// A rule set whose decisions are Swift.
struct ScriptedRules: Rulings {
  var fingerprint = "rules-1"
  var account = AccountSettings(
    caps: AccountSettings.Caps(chat: [Rate(count: 1000, per: .seconds(3600))], total: []))
  var ruleHashes = ["friends/all": "1"]
  var isMonitored: @Sendable (Message, Chat) -> Bool = { message, chat in
    chat.kind == .private && message.chat != .user(66)
  }
  var answer: @Sendable (DecisionInput, any RuleHost) async -> Ruling

  func monitor(
    of message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> String? {
    isMonitored(message, chat) ? "people" : nil
  }

  func monitor(for chat: Chat, contact: Contact?, owner: Contact?) -> String? {
    let message = Message(
      account: AccountID(owner?.id ?? 0), chat: chat.id, id: 1, sender: nil, date: .zero, text: "")
    return monitor(of: message, in: chat, contact: contact, owner: owner)
  }

  func decide(_ input: DecisionInput, host: any RuleHost) async -> Ruling {
    await answer(input, host)
  }

  func considerations(
    of ruling: Ruling, about input: DecisionInput
  ) -> (considered: [Consideration], omitted: Int) { (ruling.considered, 0) }

  /// Every message gets its answer after the rules have taken a minute.
  static var slow: ScriptedRules {
    var rules = ScriptedRules(paced: false)
    let plain = rules.answer
    rules.answer = { input, host in
      // Cut short only where the engine ends.
      try? await host.sleep(for: .seconds(60))
      return await plain(input, host)
    }
    return rules
  }

  /// Every message gets `actions(message)`, the speech of it at the pace of 10 s until noticed, 5 s of
  /// reading, 15 s of typing, or at once.
  init(
    paced: Bool = true, rule: String = "friends/all",
    actions: @escaping @Sendable (Message) -> [Action] = {
      [.reply(text: "re: \($0.text)", quotes: false)]
    }
  ) {
    answer = { input, _ in
      let pace = Pace(
        delay: "human", start: input.message.date, notice: 10_000, reading: 5_000, typing: 15_000)
      let claims = actions(input.message).map { action in
        Claim(rule: rule, action: action, pace: paced && action.slot == .speech ? pace : nil)
      }
      return Ruling(plan: Plan(claims: claims), reason: "a friend wrote")
    }
  }
}
