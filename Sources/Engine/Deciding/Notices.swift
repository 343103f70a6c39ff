import Model
import Store

/// Lines to the owner in Saved Messages, through the same outbox as all that leaves.
struct Notices: Sendable {
  let parts: EngineParts

  /// The mark at the front also keeps a line from ever being read as a command.
  static func text(_ line: String) -> String {
    String("Understudy: \(line)".prefix(AnswerCheck.telegramLimit))
  }

  /// - Parameter once: the same line is not queued again under this key.
  func post(
    _ line: String, once: String?, about message: MessageReference? = nil, rule: String = Self.host
  ) async throws {
    let text = Self.text(line)
    let now = parts.clock.now
    let item = NewOutboxItem(
      target: .user(parts.account.rawValue), lane: .notice, message: message, rule: rule,
      action: .notify(text: line), randomID: parts.randomID(), due: now, text: text,
      once: once.map { String($0.prefix(300)) })
    if try await parts.store.enqueue(item, account: parts.account, at: now) != nil {
      parts.emit(.notice(EngineEvent.Notice(text: text, rule: rule)))
    }
  }

  /// The rule of what no rule asked for.
  static let host = "host"
}
