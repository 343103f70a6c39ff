import Foundation
import Model

/// What becomes of a model's answer before it may leave.
enum AnswerCheck: Sendable, Hashable {
  case fit(String)
  /// It holds what the persona must never say.
  case forbidden(String)
  case empty

  /// Telegram's own limit (core.telegram.org/method/messages.sendMessage).
  static let telegramLimit = 4096

  init(_ answer: String, persona: Persona) {
    let text = answer.trimmingCharacters(in: .whitespacesAndNewlines)
    let folded = Self.fold(text)
    if let word = persona.never.first(where: { !$0.isEmpty && folded.contains(Self.fold($0)) }) {
      self = .forbidden(word)
      return
    }
    let limit = min(persona.maximumLength ?? Self.telegramLimit, Self.telegramLimit)
    let cut = Self.cut(text, to: limit)
    self = cut.isEmpty ? .empty : .fit(cut)
  }

  private static func fold(_ text: String) -> String {
    text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }

  /// Ends after the last whole sentence that fits, else after the last whole word. Counted in UTF-16
  /// units, as Telegram counts.
  private static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var head = ""
    var length = 0
    for character in text {
      length += character.utf16.count
      guard length <= limit else { break }
      head.append(character)
    }
    let ends: Set<Character> = [".", "!", "?", "…", "。", "\n"]
    if let end = head.lastIndex(where: ends.contains) {
      return String(head[...end]).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    if let space = head.lastIndex(where: \.isWhitespace) { return String(head[..<space]) }
    return head
  }
}
