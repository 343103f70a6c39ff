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
  /// What filters have answered, by their places; nil: not asked yet.
  private var passed: [Bool?] = []

  init(_ shared: SharedInput, monitors: [Int], kind: Chat.Kind) {
    self.shared = shared
    self.monitors = monitors
    self.kind = kind
  }

  /// Whether all conditions of a filter hold. One that is named more than once is asked once: otherwise
  /// filters that each name the next one twice would be asked a million times over.
  func passes(_ filter: NamedFilter) -> Bool {
    guard let place = filter.place else { return Condition.hold(filter.conditions, self) }
    if place < passed.count, let answer = passed[place] { return answer }
    let answer = Condition.hold(filter.conditions, self)
    if place >= passed.count {
      passed += Array(repeating: nil, count: place + 1 - passed.count)
    }
    passed[place] = answer
    return answer
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
