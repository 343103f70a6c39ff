import Model
import Store

/// Lines to the owner in Saved Messages, through the same outbox as all that leaves.
struct Notices: Sendable {
  let parts: EngineParts

  private static let mark = "Understudy: "

  /// The mark at the front also keeps a line from ever being read as a command.
  static func text(_ line: String) -> String {
    String("\(mark)\(line)".prefix(AnswerCheck.telegramLimit))
  }

  /// Several lines as one message; nil if it would be too long for Telegram.
  static func joined(_ texts: [String]) -> String? {
    let lines = texts.map { text in
      "\n· " + (text.hasPrefix(mark) ? String(text.dropFirst(mark.count)) : text)
    }
    let whole = "Understudy, \(texts.count) lines:" + lines.joined()
    return whole.utf16.count <= AnswerCheck.telegramLimit ? whole : nil
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
