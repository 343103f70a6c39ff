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

  func isQuestion() -> Bool {
    let answer = question ?? TextFolding.isQuestion(input.message.text)
    question = answer
    return answer
  }
}
