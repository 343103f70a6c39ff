/// Short exchanges from which histories are put together. In a line, `0` is the owner and any other
/// number one of the others; words in braces are drawn anew for each exchange.
struct Talk: Sendable {
  struct Line: Sendable {
    let speaker: Int
    let text: String
  }

  let lines: [Line]

  /// `"1 are you around?"`, one string per message.
  init(_ lines: String...) {
    self.lines = lines.map { line in
      Line(speaker: line.first?.wholeNumberValue ?? 0, text: String(line.dropFirst(2)))
    }
  }

  /// The texts with their words filled in.
  func filled(using generator: inout some RandomNumberGenerator) -> [Line] {
    var words: [String: String] = [:]
    for (slot, choices) in Self.words.sorted(by: { $0.key < $1.key }) {
      words[slot] = choices.randomElement(using: &generator)
    }
    return lines.map { line in
      var text = line.text
      for (slot, word) in words { text = text.replacing("{\(slot)}", with: word) }
      return Line(speaker: line.speaker, text: text)
    }
  }

  static let words = [
    "day": ["friday", "saturday", "sunday", "monday", "wednesday", "thursday"],
    "time": ["six", "half past six", "seven", "eight", "a quarter past nine", "noon"],
    "place": ["the harbour", "the library", "the station", "the old mill", "the market"],
    "dish": ["lentil soup", "pizza", "dumplings", "the mushroom thing", "pancakes"],
    "thing": ["drill", "ladder", "bike pump", "tent", "suitcase", "projector"],
    "show": ["the new season", "that documentary", "the match", "the finale"],
    "день": ["пятницу", "субботу", "воскресенье", "среду"],
    "вещь": ["дрель", "палатку", "книгу", "гитару"],
    "street": ["Mill Lane", "Harbour Road", "Elm Street", "Station Square", "Chapel Hill"],
    "hour": ["7:00", "9:30", "12:15", "16:00", "18:45"],
  ]
}
