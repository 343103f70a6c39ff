import Foundation

/// A text as weighted character trigrams, for the likeness of short texts in any language: it bears
/// endings, spellings and typing errors.
struct TextVector: Sendable, Hashable {
  /// Three Unicode scalars of 21 bits each.
  typealias Gram = UInt64

  /// Of length 1, unless it is empty.
  private(set) var weights: [Gram: Double]

  /// - Parameter rarity: weighs a trigram by how much it tells.
  init(_ text: String, rarity: (Gram) -> Double = { _ in 1 }) {
    var weights = Self.counts(of: text)
    for (gram, count) in weights { weights[gram] = (1 + log(count)) * rarity(gram) }
    let length = weights.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    self.weights = length > 0 ? weights.mapValues { $0 / length } : [:]
  }

  /// 0 (nothing in common) to 1 (the same).
  func likeness(to other: TextVector) -> Double {
    let (small, large) =
      weights.count <= other.weights.count ? (self, other) : (other, self)
    return small.weights.reduce(0) { $0 + $1.value * (large.weights[$1.key] ?? 0) }
  }

  static func counts(of text: String) -> [Gram: Double] {
    let scalars = normalized(text).unicodeScalars.map { UInt64($0.value) }
    guard scalars.count >= 3 else { return [:] }
    var counts: [Gram: Double] = [:]
    for index in 2..<scalars.count {
      let gram = scalars[index - 2] << 42 | scalars[index - 1] << 21 | scalars[index]
      counts[gram, default: 0] += 1
    }
    return counts
  }

  /// Lower case, ё as е, one space around each word. Where there is no word (a smiley, an emoji),
  /// the signs themselves.
  static func normalized(_ text: String) -> String {
    let words = words(of: text)
    guard words.isEmpty else { return " " + words.joined(separator: " ") + " " }
    let signs = text.filter { !$0.isWhitespace }
    return signs.isEmpty ? "" : " \(signs) "
  }

  /// In lower case, ё as е.
  static func words(of text: String) -> [String] {
    text.lowercased().replacing("ё", with: "е")
      .split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .map { String($0).replacing("’", with: "'") }
  }
}
