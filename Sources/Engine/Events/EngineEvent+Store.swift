import Model
import Store

// Events as they follow from what stands in the store.

extension EngineEvent.Dropped {
  init(_ item: OutboxItem) {
    self.init(
      chat: item.message?.chat ?? item.target, answers: item.message?.id, rule: item.rule,
      action: item.action.name, reason: item.reason ?? "")
  }
}

extension EngineEvent.Sent {
  init(_ item: OutboxItem) {
    self.init(
      chat: item.target, message: item.sentID, randomID: item.randomID,
      answers: item.lane.isSpeech ? item.message?.id : nil, rule: item.rule,
      text: item.text ?? "", attempts: item.attempts)
  }
}

extension EngineEvent.Act {
  init(_ item: OutboxItem, action: String? = nil, text: String? = nil) {
    self.init(
      chat: item.target, answers: item.message?.id, action: action ?? item.action.name, text: text)
  }
}

extension EngineEvent.Verdict {
  init(_ decision: Decision) {
    let leading = decision.plan.speech ?? decision.plan.claims.first
    self.init(
      chat: decision.message.chat, message: decision.message.id, rule: leading?.rule,
      actions: decision.plan.claims.map(\.action.name), due: decision.due,
      reason: decision.reason, guard: decision.guardStop?.kind)
  }
}
