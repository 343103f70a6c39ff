import Foundation

// What a model is told of a manner.
extension StyleProfile {
  /// What a persona is told that takes all of the manner, rows of messages included.
  package var wholeInstructions: String { instructions(amount: 1, row: MessageRow(self)) }

  /// What a persona is told that takes so much of the manner: the more, the more habits and the more firmly,
  /// first what an assistant would not do by itself.
  ///
  /// - Parameters:
  ///   - amount: 0 to 1.
  ///   - row: how an answer is sent in several messages, if it is.
  func instructions(amount: Double, row: MessageRow? = nil) -> String {
    let told = habits(withLines: row == nil)
    let count = max(1, Int((min(1, amount) * Double(told.count)).rounded(.up)))
    let manner = (told.prefix(count) + [row?.instruction].compactMap(\.self))
      .joined(separator: "; ")
    return "\(Self.heading(amount)): \(manner). What is said above goes before this."
  }

  private static func heading(_ amount: Double) -> String {
    if amount >= 0.75 { return "Write like this" }
    return amount >= 0.4 ? "Write more or less like this" : "Lean a little towards this manner"
  }

  /// The habits in words, the length first, then the furthest from what an assistant does.
  ///
  /// - Parameter withLines: breaks of lines are the owner's own habit, and not what parts messages.
  private func habits(withLines: Bool) -> [String] {
    let others: [(text: String?, habits: [StyleHabit])] = [
      (beginningText, [.beginning]), (endingText, [.ending]), (exclamationText, [.ending]),
      (commaText, [.commas]), (emojiText, [.emoji]), (smileyText, [.smileys]),
      (abbreviationText, [.abbreviations]), (greetingText, [.greeting]),
      (closingText, [.closing]), (withLines ? lineText : nil, [.lines]),
      (questionText, [.questions]),
      (capitalText, [.capitals]),
    ]
    let told = others.compactMap { other in
      other.text.map { text in
        (text, other.habits.reduce(0) { $0 + divergence($1, from: .generic) })
      }
    }
    // A sort that keeps equals in order.
    let sorted = told.enumerated().sorted {
      ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
    }
    return [lengthText] + sorted.map(\.element.0)
  }

  private var lengthText: String {
    let (low, high) = (max(1, words.quarter), max(1, words.threeQuarters))
    let usual = low == high ? "\(low)" : "\(low) to \(high)"
    let unit = high == 1 ? "word" : "words"
    let most = max(high, words.nineTenths)
    return "usually \(usual) \(unit)" + (most > high ? ", seldom more than \(most)" : "")
  }

  private var beginningText: String? {
    let lower = share(.beginning, StyleBeginning.lower.rawValue)
    let capital = share(.beginning, StyleBeginning.capital.rawValue)
    // Scripts without capitals have no such habit.
    guard lower + capital > 0.3 else { return nil }
    switch lower / (lower + capital) {
    case 0.7...: return "begin in lower case"
    case ..<0.2: return "begin with a capital letter"
    default: return "begin now with a capital letter, now with a small one"
    }
  }

  private var endingText: String? {
    let stop = share(.ending, StyleEnding.stop.rawValue)
    let without =
      share(.ending, StyleEnding.nothing.rawValue) + share(.ending, StyleEnding.emoji.rawValue)
      + share(.ending, StyleEnding.smiley.rawValue)
    let dots = share(.ending, StyleEnding.dots.rawValue)
    guard stop + without > 0.1 else { return nil }
    let trailing = dots >= 0.1 ? ", dots now and then" : ""
    switch stop / (stop + without) {
    case ..<0.1: return "no full stop at the end" + trailing
    case ..<0.4: return "seldom a full stop at the end" + trailing
    case 0.75...: return "a full stop at the end" + trailing
    default: return trailing.isEmpty ? nil : "dots at the end now and then"
    }
  }

  private var exclamationText: String? {
    switch share(.ending, StyleEnding.exclamation.rawValue) {
    case 0.2...: "often an exclamation mark at the end"
    case ..<0.02: "no exclamation marks"
    default: nil
    }
  }

  private var commaText: String? {
    switch share(.commas, 0) {
    case 0.85...: "hardly any commas"
    case ..<0.35: "commas where they belong"
    default: nil
    }
  }

  private var emojiText: String? {
    let shown = emoji.isEmpty ? "" : ", mostly \(emoji.joined(separator: " "))"
    return switch 1 - share(.emoji, 0) {
    case 0.6...: "nearly always an emoji\(shown)"
    case 0.2...: "often an emoji\(shown)"
    case 0.03...: "an emoji now and then\(shown)"
    default: "no emoji"
    }
  }

  private var smileyText: String? {
    guard share(.smileys, 1) >= 0.05, !smileys.isEmpty else { return nil }
    let often = share(.smileys, 1) >= 0.3 ? "often" : "now and then"
    return "\(often) a smiley like \(smileys.joined(separator: " "))"
  }

  private var abbreviationText: String? {
    switch 1 - share(.abbreviations, 0) {
    case 0.08... where !abbreviations.isEmpty:
      "short forms such as \(Self.list(abbreviations))"
    case ..<0.02: "words written out"
    default: nil
    }
  }

  private var greetingText: String? {
    switch share(.greeting, 1) {
    case 0.08... where !greetings.isEmpty: "a greeting now and then: \(Self.list(greetings))"
    case ..<0.03: "no greeting"
    default: nil
    }
  }

  private var closingText: String? {
    switch share(.closing, 1) {
    case 0.05... where !closings.isEmpty: "at the end now and then: \(Self.list(closings))"
    case ..<0.02: "no closing words"
    default: nil
    }
  }

  private var lineText: String? {
    switch 1 - share(.lines, 0) {
    case 0.25...: "break lines freely"
    case ..<0.05: "all on one line"
    default: nil
    }
  }

  private var questionText: String? {
    switch share(.questions, 1) {
    case 0.35...: "often ask back"
    case ..<0.08: "hardly ever ask back"
    default: nil
    }
  }

  private var capitalText: String? {
    1 - share(.capitals, 0) >= 0.12 ? "a word in CAPITALS now and then" : nil
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
