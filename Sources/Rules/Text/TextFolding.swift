import Foundation

/// Texts as they are compared: without case, accents and width, so that "Größe", "GROSSE" and
/// "grosse" are one word.
package enum TextFolding {
  package static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var folded = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    // Lower case of the upper case brings together what either alone leaves apart (ß, ς, ſ).
    let decomposed = text.uppercased().lowercased().decomposedStringWithCompatibilityMapping
    for scalar in decomposed.unicodeScalars {
      // й is a letter of its own, not an и with an accent.
      let isAccent = scalar.properties.generalCategory == .nonspacingMark
      if !isAccent || (scalar == "\u{306}" && previous == "и") { folded.append(scalar) }
      previous = scalar
    }
    return String(folded).precomposedStringWithCanonicalMapping
  }

  /// The words of a text: runs of letters, digits and marks; apostrophes and hyphens within count
  /// as part of the word.
  package static func words(_ text: String) -> [Substring] {
    if let words = asciiWords(text) { return words }
    var words: [Substring] = []
    var start: String.Index?
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      let character = text[index]
      let continues =
        isWordCharacter(character)
        || (start != nil && isJoiner(character) && next < text.endIndex
          && isWordCharacter(text[next]))
      if continues {
        if start == nil { start = index }
      } else if let from = start {
        words.append(text[from..<index])
        start = nil
      }
      index = next
    }
    if let start { words.append(text[start...]) }
    return words
  }

  /// The same without a look into Unicode's tables; nil for texts with anything beyond ASCII.
  private static func asciiWords(_ text: String) -> [Substring]? {
    let ranges = text.utf8.withContiguousStorageIfAvailable { asciiRanges($0) } ?? nil
    return ranges?.map { range in
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }
  }

  /// Where the words are; nil for texts with anything beyond ASCII.
  static func asciiRanges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(bytes.count / 5 + 1)
    var start: Int?
    for index in bytes.indices {
      let byte = bytes[index]
      let isJoiner = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
      let joins =
        start != nil && isJoiner && index + 1 < bytes.count && isASCIIWord(bytes[index + 1])
      if isASCIIWord(byte) || joins {
        start = start ?? index
      } else if let from = start {
        ranges.append(from..<index)
        start = nil
      }
    }
    if let start { ranges.append(start..<bytes.count) }
    return ranges
  }

  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private static func isJoiner(_ character: Character) -> Bool {
    character == "'" || character == "’" || character == "-"
  }

  /// Whether a text asks something: a question mark, of any script, that ends a word.
  static func isQuestion(_ text: String) -> Bool {
    if !text.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 >= 0x80 }) { return false }
    var pending = false
    for character in text {
      if pending, character.isWhitespace || character.isPunctuation || character.isSymbol {
        return true
      }
      pending = questionMarks.contains(character)
    }
    return pending
  }

  private static let questionMarks: Set<Character> = ["?", "？", "؟", "⁇", "⁈", "❓", "❔", "՞"]

  /// Scripts that are written without spaces, where a word is found anywhere in the text.
  static func isUnspaced(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
        0x4E00...0x9FFF, 0x20000...0x323AF:
        true
      default: false
      }
    }
  }
}

extension String {
  /// As `count`, and for texts of ASCII without a look at where characters end.
  var length: Int {
    // Of all pairs of ASCII only CR and LF are one character.
    utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") } ? utf8.count : count
  }
}
