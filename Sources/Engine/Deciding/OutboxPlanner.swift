import Model
import Store

/// Turns a plan into outbox items, each with its random id.
struct OutboxPlanner {
  let chat: Chat
  let message: Message
  /// What was decided with it, oldest first.
  var joined: [Message] = []
  /// The chats that forwards name, as far as they are known.
  var targets: [String: PeerID] = [:]
  let hashes: [String: String]
  let randomID: @Sendable () -> Int64

  func items(for plan: Plan, at instant: Timestamp) -> [NewOutboxItem] {
    plan.claims.flatMap { claim -> [NewOutboxItem] in
      switch claim.action {
      case .forward(let forwarding):
        (joined + [message]).compactMap {
          forward($0, forwarding, claim, lane: .forward, at: instant)
        }
      case .escalate(let escalation): escalate(escalation, claim, at: instant)
      default: item(for: claim, at: instant).map { [$0] } ?? []
      }
    }
  }

  /// One message on its way to another chat. Decided again, it goes there no second time.
  private func forward(
    _ message: Message, _ forwarding: Forwarding, _ claim: Claim, lane: OutboxItem.Lane,
    at instant: Timestamp
  ) -> NewOutboxItem? {
    guard let target = targets[forwarding.to] else { return nil }
    return NewOutboxItem(
      target: target, lane: lane, message: message.reference, sender: message.sender,
      rule: claim.rule, ruleHash: hashes[claim.rule], action: .forward(forwarding),
      randomID: randomID(), due: instant, text: message.text,
      once: "forward:\(message.chat)/\(message.id):\(target):\(claim.rule)")
  }

  /// A line for each step, and the message itself with the last.
  private func escalate(
    _ escalation: Escalation, _ claim: Claim, at instant: Timestamp
  ) -> [NewOutboxItem] {
    var items: [NewOutboxItem] = []
    for (step, wait) in escalation.steps {
      let due = instant.advanced(by: wait)
      items.append(
        NewOutboxItem(
          target: .user(message.account.rawValue), lane: .escalation, message: message.reference,
          sender: message.sender, rule: claim.rule, ruleHash: hashes[claim.rule],
          action: .escalate(step), randomID: randomID(), due: due, text: notice(step.line),
          once: "escalate:\(message.chat)/\(message.id):\(step.step):\(claim.rule)"))
      if step.isLast, let last = escalation.forward,
        let item = forward(message, last, claim, lane: .escalation, at: due)
      {
        items.append(item)
      }
    }
    return items
  }

  /// Whom it is about, unless the rule says it.
  private func notice(_ text: String) -> String {
    Notices.text(text.contains(chat.title) ? text : "\(text) [\(chat.title)]")
  }

  private func item(for claim: Claim, at instant: Timestamp) -> NewOutboxItem? {
    var item = NewOutboxItem(
      target: message.chat, lane: .act, message: message.reference, sender: message.sender,
      rule: claim.rule, ruleHash: hashes[claim.rule], action: claim.action, pace: claim.pace,
      randomID: randomID(), due: claim.pace?.due ?? instant)
    switch claim.action {
    case .reply(let text, _):
      item.lane = .speech
      item.text = text
      item.wake = claim.pace?.readAt ?? instant
    case .file(let attachment, let caption, _):
      item.lane = .speech
      item.text = caption
      item.attachment = attachment
      item.wake = claim.pace?.readAt ?? instant
    case .aiReply:
      item.lane = .speech
      item.wake = claim.pace?.readAt ?? instant
    case .voiceReply(let reply):
      item.lane = .speech
      item.text = reply.text
      item.wake = claim.pace?.readAt ?? instant
    case .draft(let text):
      item.lane = .speech
      item.text = text
    case .aiDraft:
      item.lane = .speech
    case .notify(let text):
      item.lane = .notice
      item.target = .user(message.account.rawValue)
      item.text = notice(text)
    case .react, .markRead:
      break
    case .ignore, .escalate, .forward, .label, .remember:
      return nil
    }
    return item
  }
}

extension Plan {
  /// The same plan where an answer would cost Stars, which are never spent: what would be said is left
  /// as a draft, and the owner is told. Nil if nothing in it would be sent to the chat.
  func withoutSpending(in chat: Chat) -> Plan? {
    guard let speech = claims.firstIndex(where: \.action.speaksToChat) else { return nil }
    var plan = self
    switch plan.claims[speech].action {
    case .reply(let text, _): plan.claims[speech].action = .draft(text: text)
    case .aiReply(let composition): plan.claims[speech].action = .aiDraft(composition)
    case .voiceReply(let reply):
      plan.claims[speech].action =
        reply.text.map { .draft(text: $0) } ?? .aiDraft(reply.composition)
    case .file:
      // A draft holds no file.
      plan.claims[speech].action = .notify(
        text: "a file was not sent: writing here costs Stars")
      plan.claims[speech].pace = nil
      return plan
    case .draft, .aiDraft, .ignore, .react, .markRead, .notify, .escalate, .forward, .label,
      .remember:
      return nil
    }
    plan.claims[speech].pace = nil
    plan.claims.append(
      Claim(
        rule: plan.claims[speech].rule,
        action: .notify(text: "an answer here costs Stars; it is left as a draft")))
    return plan
  }
}
