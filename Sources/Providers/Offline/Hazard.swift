/// What a recalled reply must not hold, as it was true or meant for another day and another person.
///
/// Word lists for Russian and English, kept wide: a false alarm costs one recalled reply, an
/// oversight a promise in the owner's name.
enum Hazard: String, Sendable, Hashable, CaseIterable {
  case date, time, place, number, name, promise, link

  static func found(in text: String) -> Set<Hazard> {
    var hazards: Set<Hazard> = []
    if text.contains(where: \.isNumber) { hazards.insert(.number) }
    if ["://", "www.", "t.me/", "@"].contains(where: { text.contains($0) }) {
      hazards.insert(.link)
    }
    if holdsCapitalInside(text) { hazards.insert(.name) }
    for word in TextVector.words(of: text) {
      for (hazard, list) in lists where list.holds(word) { hazards.insert(hazard) }
      if isRussianFirstPerson(word) { hazards.insert(.promise) }
    }
    return hazards
  }

  /// The contact asks for something to be done or agreed to: then even a plain "yes" is a promise.
  static func isRequest(_ text: String) -> Bool {
    TextVector.words(of: text).contains(where: requests.holds)
  }

  /// A capital letter that does not begin a sentence; "I" and its forms aside.
  private static func holdsCapitalInside(_ text: String) -> Bool {
    var beginsSentence = true
    for token in text.split(separator: " ").flatMap({ $0.split(whereSeparator: \.isNewline) }) {
      let word = token.drop { !$0.isLetter }
      if !beginsSentence, word.first?.isUppercase == true, word != "I", !word.hasPrefix("I'"),
        !word.hasPrefix("I’")
      {
        return true
      }
      beginsSentence = token.last.map { ".!?…)".contains($0) } ?? true
    }
    return false
  }

  /// Russian verbs of the first person end in -у or -ю, in the present and in the future; other
  /// words with these endings fall in too.
  private static func isRussianFirstPerson(_ word: String) -> Bool {
    guard word.count >= 3, let last = word.last, last == "у" || last == "ю" else { return false }
    return !harmless.contains(word)
  }

  private static let harmless: Set<String> = [
    "думаю", "знаю", "понимаю", "люблю", "обожаю", "скучаю", "обнимаю", "целую", "слышу", "вижу",
    "надеюсь", "почему", "потому", "поэтому", "кому", "чему", "тому", "этому", "ему", "нему",
    "моему", "твоему", "нету", "сразу", "поздравляю", "желаю", "верю", "помню", "минуту",
  ]
}

/// Words, or beginnings of words where they end in a hyphen.
struct WordList: Sendable {
  private let words: Set<String>
  private let beginnings: [String]

  init(_ text: String) {
    let all = text.split(whereSeparator: \.isWhitespace)
    words = Set(all.filter { !$0.hasSuffix("-") }.map(String.init))
    beginnings = all.filter { $0.hasSuffix("-") }.map { String($0.dropLast()) }
  }

  func holds(_ word: String) -> Bool {
    words.contains(word) || beginnings.contains { word.hasPrefix($0) }
  }
}
