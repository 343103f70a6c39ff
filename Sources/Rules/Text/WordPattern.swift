/// What `text` looks for: words and phrases, whole, without regard to case and accents, and regular
/// expressions.
///
/// `pay*` is any word that begins so. Cost: one pass over the words of the message.
struct WordPattern: Sendable, Hashable {
  private struct Phrase: Sendable, Hashable {
    /// In UTF-8.
    var words: [[UInt8]]
    /// The last word is only a beginning.
    var isStem: Bool
  }

  /// As they were written.
  let texts: [String]
  let expressions: [RegularExpression]
  /// In UTF-8, by their hashes.
  private let single: WordTable<[[UInt8]]>
  private let singleHashes: Set<WordHash>
  private var longer: [Phrase] = []
  private var anywhere: [String] = []

  init(_ texts: [String], expressions: [RegularExpression] = []) {
    self.texts = texts + expressions.map(\.text)
    self.expressions = expressions
    var single: [WordHash: [[UInt8]]] = [:]
    for text in texts {
      let folded = TextFolding.fold(text)
      let isStem = folded.hasSuffix("*")
      let words = TextFolding.words(folded).map { Array($0.utf8) }
      if TextFolding.isUnspaced(folded) {
        anywhere.append(folded.filter { $0 != "*" })
      } else if words.count == 1, !isStem {
        let hash = WordHash(words[0])
        if !single[hash, default: []].contains(words[0]) {
          single[hash, default: []].append(words[0])
        }
      } else if !words.isEmpty {
        longer.append(Phrase(words: words, isStem: isStem))
      }
    }
    self.single = WordTable(single)
    singleHashes = Set(single.keys)
  }

  /// Of each text one word without which it does not occur: what an index goes by.
  var anchors: [WordHash] {
    Array(singleHashes)
      + longer.map { phrase in
        WordHash(phrase.words[0], isStem: phrase.isStem && phrase.words.count == 1)
      }
  }

  /// In bytes.
  var stemLengths: [Int] {
    longer.filter { $0.isStem && $0.words.count == 1 }.map { $0.words[0].count }
  }

  /// Whether some of it has no anchor: words of scripts without spaces, regular expressions.
  var hasUnanchored: Bool { !anywhere.isEmpty || !expressions.isEmpty }

  /// Whether the pattern can be found at all: it has a letter or digit.
  static func isUsable(_ text: String) -> Bool { !TextFolding.words(text).isEmpty }

  /// What is usable, and hardly means what it says: signs are not looked for, so that those of patterns have no
  /// effect.
  static func doubt(about text: String) -> Complaint? {
    let words = TextFolding.words(TextFolding.fold(text)).joined(separator: " ")
    let effect = "\"\(text)\", finds \"\(words)\" as it stands"
    let stem = text.hasSuffix("*") ? text.dropLast() : text[...]
    let looksLikeExpression =
      [".*", ".+", "|", "\\", "[", "(?", "^"].contains { text.contains($0) }
    if looksLikeExpression {
      return Complaint(message: effect, hint: "for a regular expression write re \"...\"")
    }
    guard stem.contains("*") || text.hasSuffix("%") else { return nil }
    return Complaint(
      message: effect, hint: "* stands for any ending, and works as the last sign alone")
  }

  func matches(_ text: FoldedWords) -> Bool {
    if !singleHashes.isEmpty, text.words.contains(where: { isSingle($0, in: text) }) { return true }
    if longer.contains(where: { occurs($0, in: text) }) { return true }
    return anywhere.contains { text.folded.contains($0) }
      || expressions.contains { $0.matches(text.text) }
  }

  private func isSingle(_ word: FoldedWords.Word, in text: FoldedWords) -> Bool {
    single[word.hash]?.contains { text.bytes[word.range].elementsEqual($0) } ?? false
  }

  private func occurs(_ phrase: Phrase, in text: FoldedWords) -> Bool {
    guard text.words.count >= phrase.words.count else { return false }
    let last = phrase.words.count - 1
    return (0...(text.words.count - phrase.words.count)).contains { start in
      phrase.words.indices.allSatisfy { offset in
        let word = text.bytes[text.words[start + offset].range]
        let wanted = phrase.words[offset]
        return offset == last && phrase.isStem
          ? word.starts(with: wanted) : word.elementsEqual(wanted)
      }
    }
  }
}
