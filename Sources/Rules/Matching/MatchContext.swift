import Model

/// What conditions are tested against: one message, with what is derived from it made when first
/// asked for.
final class MatchContext {
  let input: DecisionInput
  /// The indices of the monitors that read the message.
  let monitors: [Int]
  let kind: Chat.Kind
  private var foldedText: String?
  private var splitWords: [Substring]?
  private var question: Bool?
  private var guess: String??

  init(input: DecisionInput, monitors: [Int], kind: Chat.Kind) {
    self.input = input
    self.monitors = monitors
    self.kind = kind
  }

  func matches(_ pattern: WordPattern) -> Bool {
    let folded = foldedText ?? TextFolding.fold(input.message.text)
    foldedText = folded
    let words = splitWords ?? TextFolding.words(folded)
    splitWords = words
    return pattern.matches(input.message.text, folded: folded, words: words)
  }

  /// As ``LanguageGuess`` tells it.
  func language() -> String? {
    if let guess { return guess }
    let found = LanguageGuess.code(of: input.message.text)
    guess = .some(found)
    return found
  }

  func isQuestion() -> Bool {
    let answer = question ?? TextFolding.isQuestion(input.message.text)
    question = answer
    return answer
  }
}
