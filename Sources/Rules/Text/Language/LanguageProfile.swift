import Foundation

/// How likely words and sequences of three letters are in each language. Made once, from
/// ``LanguageSample``.
struct LanguageProfile: Sendable {
  /// A value for each language, by its place among ``codes``.
  typealias Scores = SIMD16<Float>

  let codes: [String]
  /// Logarithms of how much more likely a sequence is there than on the average.
  private var trigrams: [UInt64: Scores] = [:]
  private var words: [Substring: Scores] = [:]
  /// Letters that any of the languages writes; for those that one alone writes, its bonus.
  private var letters: [Unicode.Scalar: Scores] = [:]

  static let standard = LanguageProfile(LanguageSample.all)

  /// Added to every count, so that what a sample happens to lack is not impossible.
  private static let smoothing: Float = 0.4
  /// What a frequent word counts where it is one, as against where it is not.
  private static let wordWeight: Float = 3.5
  /// What a letter counts that no other of the languages writes.
  private static let letterWeight: Float = 3

  init(_ samples: [LanguageSample]) {
    codes = samples.map(\.code)
    var counts: [UInt64: Scores] = [:]
    var sums = Scores.zero
    for (place, sample) in samples.enumerated() {
      let listed = Self.words(of: sample.words)
      for word in listed + Self.words(of: sample.text) {
        for letter in word.unicodeScalars { letters[letter, default: .zero][place] = 1 }
        Self.eachTrigram(of: word) { trigram in
          counts[trigram, default: .zero][place] += 1
          sums[place] += 1
        }
      }
      for word in Set(listed) { words[word, default: .zero][place] = Self.wordWeight }
    }
    for (letter, places) in letters {
      letters[letter] = places.sum() == 1 ? places * Self.letterWeight : .zero
    }
    let kinds = Float(counts.count)
    for (trigram, count) in counts {
      var scores = Scores.zero
      for place in samples.indices {
        scores[place] = logf(
          (count[place] + Self.smoothing) / (sums[place] + Self.smoothing * kinds) * kinds)
      }
      trigrams[trigram] = scores
    }
  }

  /// Whether any of the languages writes the letter.
  func knows(_ letter: Unicode.Scalar) -> Bool { letters[letter] != nil }

  /// What the words say for each language.
  func scores(_ folded: [Substring]) -> (scores: Scores, knownWords: Int) {
    var sum = Scores.zero
    var known = 0
    for word in folded {
      var letters = Scores.zero
      var count: Float = 0
      Self.eachTrigram(of: word) { trigram in
        count += 1
        if let found = trigrams[trigram] { letters += found }
      }
      // A long word says little more than a short one.
      if count > 6 { letters *= 6 / count }
      sum += letters + own(word)
      if let found = words[word] {
        known += 1
        sum += found
      }
    }
    return (sum, known)
  }

  /// What one letter of the word tells that no other language has.
  private func own(_ word: Substring) -> Scores {
    for letter in word.unicodeScalars where letter.value >= 0x80 {
      if let scores = letters[letter], scores != .zero { return scores }
    }
    return .zero
  }

  /// Words in lower case, accents kept: they are what tells languages apart.
  static func words(of text: String) -> [Substring] {
    TextFolding.words(text.replacing("’", with: "'").lowercased())
      .filter { $0.contains(where: \.isLetter) }
  }

  private static func eachTrigram(of word: Substring, _ body: (UInt64) -> Void) {
    let edge: UInt64 = 32
    var last = (edge, edge)
    for scalar in word.unicodeScalars {
      let next = UInt64(scalar.value)
      if last.1 != edge || last.0 != edge { body(last.0 << 42 | last.1 << 21 | next) }
      last = (last.1, next)
    }
    body(last.0 << 42 | last.1 << 21 | edge)
    if let first = word.unicodeScalars.first { body(edge << 42 | edge << 21 | UInt64(first.value)) }
  }
}
