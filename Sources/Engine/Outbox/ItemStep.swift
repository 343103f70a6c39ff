import Model
import Store

/// What is to be done next about one outbox item.
enum ItemStep: Sendable, Hashable {
  case wait(until: Timestamp)
  case read
  /// A model writes the text.
  case compose
  /// A provider speaks the text.
  case speak
  /// The file that leaves with it is brought to the server.
  case upload
  /// "typing…" is shown, or shown again.
  case type
  case send
  /// What sends no message: a draft, a reaction, a read mark.
  case act
}

extension ItemStep {
  /// Telegram forgets "typing…" after 6 s (core.telegram.org/method/messages.setTyping).
  static let typingLasts = Duration.seconds(5)
}

extension OutboxItem {
  /// - Parameter typed: when "typing…" was last shown for it.
  func step(at now: Timestamp, typed: Timestamp?) -> ItemStep {
    guard now >= wake else { return .wait(until: wake) }
    switch action {
    case .reply, .aiReply, .voiceReply, .file: return speechStep(at: now, typed: typed)
    case .notify, .escalate, .forward: return .send
    case .aiDraft where text == nil: return .compose
    case .draft, .aiDraft, .react, .markRead, .ignore, .label, .remember: return .act
    }
  }

  private func speechStep(at now: Timestamp, typed: Timestamp?) -> ItemStep {
    // First of all, so that a message which no answer comes about for is left unread.
    if text == nil { return .compose }
    if !isRead { return .read }
    if let typingAt = pace?.typingAt, now < typingAt { return .wait(until: typingAt) }
    if voice != nil, attachment == nil { return .speak }
    if attachment != nil, upload?.isComplete != true { return .upload }
    // However late it is, who writes like a person is seen writing.
    if now >= due { return typed == nil && (pace?.typing ?? 0) > 0 ? .type : .send }
    guard let typed, typed.advanced(by: ItemStep.typingLasts) > now else { return .type }
    return .wait(until: min(due, typed.advanced(by: ItemStep.typingLasts)))
  }
}
