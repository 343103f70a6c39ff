import Model

/// A ``DecisionInput`` that many hold at once: handing it on counts one reference instead of one for each
/// text in it.
final class SharedInput: Sendable {
  let input: DecisionInput

  init(_ input: DecisionInput) { self.input = input }
}

/// What conditions are tested against: one message, with what is derived from it made when first
/// asked for.
final class MatchContext {
  let shared: SharedInput
  /// The indices of the monitors that read the message.
  let monitors: [Int]
  let kind: Chat.Kind
  private var words: FoldedWords?
  private var question: Bool?
  private var guess: String??

  init(_ shared: SharedInput, monitors: [Int], kind: Chat.Kind) {
    self.shared = shared
    self.monitors = monitors
    self.kind = kind
  }

  func matches(_ pattern: WordPattern) -> Bool {
    let words = words ?? FoldedWords(shared.input.message.text)
    self.words = words
    return pattern.matches(words)
  }

  /// As ``LanguageGuess`` tells it.
  func language() -> String? {
    if let guess { return guess }
    let found = LanguageGuess.code(of: shared.input.message.text)
    guess = .some(found)
    return found
  }

  func isQuestion() -> Bool {
    let answer = question ?? TextFolding.isQuestion(shared.input.message.text)
    question = answer
    return answer
  }
}
