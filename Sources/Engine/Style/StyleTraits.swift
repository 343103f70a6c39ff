import Foundation
import Rules

/// What one text shows of its writer's habits.
struct StyleTraits: Sendable, Hashable {
  /// By ``StyleHabit``; what only the conversation tells, ``StyleHabit/row``, is given.
  private(set) var classes: [StyleHabit: Int] = [:]
  let words: Int
  let characters: Int
  let emoji: [String]
  let smileys: [String]
  let abbreviations: [String]
  let greeting: String?
  let closing: String?

  /// Longer texts were pasted, or are no chat any more.
  static let longest = 1_000

  /// - Parameter followsOwn: the owner's own message stands right before it.
  /// - Returns: nil for what shows nothing: links alone, long texts, signs without a letter or an emoji.
  init?(of text: String, followsOwn: Bool) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.count <= Self.longest else { return nil }
    let tokens = text.split(whereSeparator: \.isWhitespace)
    guard !tokens.allSatisfy(Self.isLink) else { return nil }
    let plain = tokens.filter { !Self.isLink($0) }
    let cores = plain.map(Self.core)
    words = zip(plain, cores).reduce(0) { $0 + ($1.1.isEmpty ? 0 : Self.wordCount(of: $1.0)) }
    characters = text.count
    emoji = text.filter(\.isPictogram).map(String.init)
    guard words + emoji.count > 0 else { return nil }
    smileys = plain.compactMap { token in StyleLexicon.smileys.first { token.hasSuffix($0) } }
    abbreviations = zip(plain, cores).compactMap { token, core in
      let whole = token.lowercased()
      return [core, whole].first(where: StyleLexicon.abbreviations.contains)
    }
    greeting = cores.first { !$0.isEmpty }.flatMap {
      StyleLexicon.greetings.contains($0) ? $0 : nil
    }
    let last = cores.last { !$0.isEmpty }
    closing = words > 1 ? last.flatMap { StyleLexicon.closings.contains($0) ? $0 : nil } : nil
    let lines = text.split(whereSeparator: \.isNewline).count
    classes = [
      .words: Self.lengthClass(of: words), .beginning: Self.beginning(of: text).rawValue,
      .ending: Self.ending(of: text).rawValue,
      .commas: StyleHabit.commas.classOf(count: text.count { ",،、，".contains($0) }),
      .emoji: StyleHabit.emoji.classOf(count: emoji.count),
      .smileys: smileys.isEmpty ? 0 : 1,
      .abbreviations: StyleHabit.abbreviations.classOf(count: abbreviations.count),
      .greeting: greeting == nil ? 0 : 1, .closing: closing == nil ? 0 : 1,
      .lines: StyleHabit.lines.classOf(count: max(0, lines - 1)),
      .questions: text.contains { "?？؟".contains($0) } ? 1 : 0,
      .capitals: StyleHabit.capitals.classOf(count: plain.count(where: Self.isShouted)),
      .row: followsOwn ? 1 : 0,
    ]
  }

  /// The upper bounds of the classes of ``StyleHabit/words``, but the last.
  private static let lengths = [1, 2, 4, 7, 12, 20, 40, 80]

  private static func lengthClass(of words: Int) -> Int {
    lengths.firstIndex { words <= $0 } ?? lengths.count
  }

  private static func isLink(_ token: Substring) -> Bool {
    let word = token.lowercased()
    return ["http://", "https://", "www.", "t.me/", "tg://"].contains(where: word.hasPrefix)
  }

  /// Without the signs around it, in lower case.
  private static func core(of token: Substring) -> String {
    func isSign(_ character: Character) -> Bool { !character.isLetter && !character.isNumber }
    let start = token.drop(while: isSign)
    guard let end = start.lastIndex(where: { !isSign($0) }) else { return "" }
    return start[...end].lowercased().replacing("’", with: "'")
  }

  /// Scripts that put no spaces between words have about two characters in one.
  private static func wordCount(of token: Substring) -> Int {
    let unspaced = token.unicodeScalars.count { scalar in
      (0xE00...0xEFF).contains(scalar.value) || (0x3040...0x30FF).contains(scalar.value)
        || (0x3400...0x9FFF).contains(scalar.value)
    }
    return max(1, unspaced / 2)
  }

  private static func isShouted(_ token: Substring) -> Bool {
    let letters = token.filter(\.isLetter)
    return letters.count > 1 && letters.allSatisfy { $0.isUppercase && $0.isCased }
  }

  private static func beginning(of text: String) -> StyleBeginning {
    guard let letter = text.first(where: \.isLetter), letter.isCased else { return .neither }
    return letter.isLowercase ? .lower : .capital
  }

  private static func ending(of text: String) -> StyleEnding {
    guard let last = text.last else { return .other }
    if StyleLexicon.smileys.contains(where: text.hasSuffix) { return .smiley }
    if last.isPictogram { return .emoji }
    switch last {
    case ".", "。": return text.dropLast().last == "." ? .dots : .stop
    case "…": return .dots
    case "!", "！": return .exclamation
    case "?", "？", "؟": return .question
    default: return last.isLetter || last.isNumber ? .nothing : .other
    }
  }
}

extension Character {
  /// Shown as a picture: an emoji, alone or joined from several. Signs such as © and ™ are none.
  var isPictogram: Bool {
    guard let first = unicodeScalars.first, first.properties.isEmoji else { return false }
    if first.properties.isEmojiPresentation { return true }
    return first.value > 0x238C
      || unicodeScalars.contains { $0.value == 0xFE0F || $0.value == 0x20E3 }
  }
}
