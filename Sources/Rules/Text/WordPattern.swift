/// What `text` looks for: words and phrases, whole, without regard to case and accents, and regular
/// expressions.
///
/// `pay*` is any word that begins so. Cost: one pass over the words of the message.
struct WordPattern: Sendable, Hashable {
  private struct Phrase: Sendable, Hashable {
    var words: [String]
    /// The last word is only a beginning.
    var isStem: Bool
  }

  /// As they were written.
  let texts: [String]
  let expressions: [RegularExpression]
  private var single: Set<String> = []
  private var longer: [Phrase] = []
  private var anywhere: [String] = []

  init(_ texts: [String], expressions: [RegularExpression] = []) {
    self.texts = texts + expressions.map(\.text)
    self.expressions = expressions
    for text in texts {
      let folded = TextFolding.fold(text)
      let isStem = folded.hasSuffix("*")
      let words = TextFolding.words(folded).map(String.init)
      if TextFolding.isUnspaced(folded) {
        anywhere.append(folded.filter { $0 != "*" })
      } else if words.count == 1, !isStem {
        single.insert(words[0])
      } else if !words.isEmpty {
        longer.append(Phrase(words: words, isStem: isStem))
      }
    }
  }

  /// Of each text one word without which it does not occur: what an index goes by.
  var anchors: [WordHash] {
    single.map { WordHash($0) }
      + longer.map { phrase in
        WordHash(phrase.words[0], isStem: phrase.isStem && phrase.words.count == 1)
      }
  }

  /// In bytes.
  var stemLengths: [Int] {
    longer.filter { $0.isStem && $0.words.count == 1 }.map { $0.words[0].utf8.count }
  }

  /// Whether some of it has no anchor: words of scripts without spaces, regular expressions.
  var hasUnanchored: Bool { !anywhere.isEmpty || !expressions.isEmpty }

  /// Whether the pattern can be found at all: it has a letter or digit.
  static func isUsable(_ text: String) -> Bool { !TextFolding.words(text).isEmpty }

  /// - Parameters:
  ///   - text: as it was written.
  ///   - folded: the same, folded, and its words.
  func matches(_ text: String, folded: String, words: [Substring]) -> Bool {
    if !single.isEmpty, words.contains(where: { single.contains(String($0)) }) { return true }
    if longer.contains(where: { Self.occurs($0, in: words) }) { return true }
    return anywhere.contains { folded.contains($0) } || expressions.contains { $0.matches(text) }
  }

  private static func occurs(_ phrase: Phrase, in words: [Substring]) -> Bool {
    guard words.count >= phrase.words.count else { return false }
    let last = phrase.words.count - 1
    return (0...(words.count - phrase.words.count)).contains { start in
      phrase.words.indices.allSatisfy { offset in
        let word = words[start + offset]
        let wanted = phrase.words[offset]
        return offset == last && phrase.isStem ? word.hasPrefix(wanted) : word == wanted
      }
    }
  }
}
