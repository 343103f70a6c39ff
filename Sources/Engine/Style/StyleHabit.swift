/// A habit of writing: every text falls into one of its classes.
package enum StyleHabit: String, Sendable, Hashable, Codable, CaseIterable {
  case words, beginning, ending, commas, emoji, smileys, abbreviations, greeting, closing
  case lines, questions, capitals, row

  /// The classes, in the order of their numbers.
  package var classes: [String] {
    switch self {
    case .words: ["1", "2", "3-4", "5-7", "8-12", "13-20", "21-40", "41-80", "81 or more"]
    case .beginning: ["lower case", "capital", "no letter of either case"]
    case .ending: ["nothing", "full stop", "!", "?", "dots", "smiley", "emoji", "other"]
    case .commas, .emoji: ["none", "1", "2", "3 or more"]
    case .abbreviations, .capitals: ["none", "1", "2 or more"]
    case .lines: ["1", "2", "3 or more"]
    case .smileys, .greeting, .closing, .questions: ["no", "yes"]
    case .row: ["begins a turn", "follows the owner's own"]
    }
  }

  package var title: String {
    switch self {
    case .words: "words"
    case .beginning: "begins with"
    case .ending: "ends with"
    case .commas: "commas"
    case .emoji: "emoji"
    case .smileys: "smileys"
    case .abbreviations: "abbreviations"
    case .greeting: "greeting"
    case .closing: "closing"
    case .lines: "lines"
    case .questions: "question"
    case .capitals: "words in capitals"
    case .row: "in a row"
    }
  }

  /// The class of a count: the last one holds all that is beyond.
  func classOf(count: Int) -> Int { min(count, classes.count - 1) }
}

/// How a text may begin and end, by the numbers of ``StyleHabit/classes``.
enum StyleBeginning: Int { case lower, capital, neither }
enum StyleEnding: Int { case nothing, stop, exclamation, question, dots, smiley, emoji, other }
