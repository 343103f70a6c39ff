import Model

extension Consideration.Outcome {
  /// What the word means, for whoever meets it in `why` and `console`; docs/decisions.md has them all.
  var meaning: String? {
    switch self {
    case .won, .unmatched, .failed, .kept: nil
    case .outranked: "it was to speak, or wanted a slot, and a rule before it has it already"
    case .passed: "its function returned nothing"
    case .limited: "a limit held it back"
    case .skipped:
      "not asked: a rule before it speaks and it has no also = true, a guard ignores the message, or its "
        + "own answer still waits"
    case .shadow: "it works in shadow: nothing of it is done"
    case .suspended: "not asked: it failed too often, and rests"
    }
  }

  /// An empty line, and a line for each word among these that does not say it itself.
  static func legend(_ outcomes: [Self]) -> [String] {
    let words = allCases.filter(outcomes.contains).compactMap { word in
      word.meaning.map { "  \(word.rawValue): \($0)" }
    }
    return words.isEmpty ? [] : [""] + words
  }
}
