/// Which language a text is written in, as far as its script, its frequent words and its sequences of
/// letters tell. Always the same for the same text; no network, no model.
package enum LanguageGuess {
  /// What can be told: ISO 639-1.
  static let codes = (LanguageProfile.standard.codes + byScript.map(\.code)).sorted()

  /// What rules write for a text of which nothing can be told.
  static let unknown = "unknown"

  /// So many characters are looked at.
  private static let longest = 600

  /// Languages that their script alone tells.
  private static let byScript: [(code: String, range: ClosedRange<UInt32>)] = [
    ("el", 0x370...0x3FF), ("hy", 0x530...0x58F), ("he", 0x590...0x5FF), ("th", 0xE00...0xE7F),
    ("ka", 0x10A0...0x10FF), ("ko", 0xAC00...0xD7AF), ("ja", 0x3040...0x30FF),
    ("zh", 0x4E00...0x9FFF),
  ]

  /// Nil where the text is too short, or no language is clearly ahead.
  package static func code(of text: String) -> String? {
    let text = String(text.prefix(longest))
    let words = LanguageProfile.words(of: text).filter { !isForeignToLanguage($0) }
    if words.isEmpty { return nil }
    var counts = ScriptCounts()
    for word in words { counts.add(word) }
    if let code = counts.telling { return code }
    guard counts.isMostlyLetters else { return nil }
    return byProfile(words, profile: .standard)
  }

  /// Addresses, names with an @ before them and the like are cut up into words of no language.
  private static func isForeignToLanguage(_ word: Substring) -> Bool {
    word.contains(where: \.isNumber) || ["http", "https", "www", "com"].contains(word)
  }

  private static func byProfile(_ words: [Substring], profile: LanguageProfile) -> String? {
    let foreign = words.count { word in
      word.unicodeScalars.contains { $0.properties.isAlphabetic && !profile.knows($0) }
    }
    // Letters that none of the languages has: it is none of them.
    if foreign * 5 > words.count { return nil }
    let (scores, known) = profile.scores(words)
    var best = 0
    var second = -1
    for place in profile.codes.indices.dropFirst() {
      if scores[place] > scores[best] {
        second = best
        best = place
      } else if second < 0 || scores[place] > scores[second] {
        second = place
      }
    }
    let lead = scores[best] - scores[second]
    let isClear = lead >= (known > 0 ? 2 : 4) && scores[best] > 0
    // A single word may be a name.
    let isEnough = known > 0 || words.count >= 3
    return isClear && isEnough ? profile.codes[best] : nil
  }

  /// How many letters are of which script.
  private struct ScriptCounts {
    private var all = 0
    private var common = 0
    private var counts = [Int](repeating: 0, count: byScript.count)

    mutating func add(_ word: Substring) {
      for scalar in word.unicodeScalars {
        all += 1
        // Latin and Cyrillic.
        if scalar.value < 0x250 || (0x400...0x52F).contains(scalar.value) {
          common += 1
          continue
        }
        for (index, script) in byScript.enumerated() where script.range.contains(scalar.value) {
          counts[index] += 1
        }
      }
    }

    var isMostlyLetters: Bool { common * 2 > all }

    var telling: String? {
      let japanese = byScript.firstIndex { $0.code == "ja" } ?? 0
      // Kana among Chinese characters is Japanese.
      if counts[japanese] * 8 > all { return "ja" }
      guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] * 2 > all
      else { return nil }
      return byScript[best].code
    }
  }
}
