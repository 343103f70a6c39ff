/// A phone number in international form: digits alone, with the country code [A35].
package struct PhoneNumber: Sendable, Hashable {
  package let digits: String

  /// Accepts what people type: spaces, dashes, dots, brackets, a leading + or 00.
  ///
  /// - Throws: ``TelegramError`` with code `invalidInput`.
  package init(_ text: String) throws(TelegramError) {
    guard text.utf8.count <= 64 else {
      throw TelegramError(.invalidInput, "That is far too long for a phone number.")
    }
    var digits = ""
    for character in text {
      if let value = character.wholeNumberValue, character.isNumber, value < 10 {
        digits.append(String(value))
      } else if !Self.separators.contains(character) {
        throw TelegramError(
          .invalidInput,
          "A phone number has digits, spaces and dashes only; this one has \"\(character)\". "
            + "Write it like +1 555 010 0123.")
      }
    }
    if digits.hasPrefix("00") { digits.removeFirst(2) }
    // E.164: at most 15 digits; no country's numbers are shorter than 7 with the country code.
    guard (7...15).contains(digits.count) else {
      throw TelegramError(
        .invalidInput,
        "A phone number has 7 to 15 digits with its country code; this one has \(digits.count). "
          + "Write it like +1 555 010 0123.")
    }
    self.digits = digits
  }

  private static let separators: Set<Character> = [
    " ", "-", "+", "(", ")", ".", "/", "\u{a0}", "\u{2011}", "\u{2013}", "\t",
  ]
}
