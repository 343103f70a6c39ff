/// A character that Lua cannot read, where it has told nothing but a byte of it: `unexpected symbol near
/// '<\226>'`. Word processors and chats put typographic quotes in place of straight ones.
struct StrayCharacter {
  let message: String
  let hint: String

  /// Nil if the error is of another kind.
  ///
  /// - Parameters:
  ///   - text: of the file.
  ///   - line: that the error names.
  ///   - message: of the error.
  init?(in text: String, line: Int, message: String) {
    // Whatever ends a line: to Swift CR and LF together are one character.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(line - 1) else { return nil }
    let isByte = message.contains(#"near '<\"#)
    let isUnfinished = message.contains("unfinished string")
    guard isByte || isUnfinished else { return nil }
    let strays = Self.strays(in: lines[line - 1], withinStrings: isUnfinished)
    if let quote = strays.first(where: { Self.quotes.contains($0) }) {
      self.message = "typographic quotes (\(quote)) stand here"
      hint = "Lua takes straight ones alone: \"...\""
    } else if isByte, let stray = strays.first {
      let code = String(stray.value, radix: 16, uppercase: true)
      let number = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
      let isVisible =
        !stray.properties.isWhitespace && !stray.properties.isDefaultIgnorableCodePoint
      self.message =
        "\(isVisible ? "\(stray) (\(number))" : "an invisible character (\(number))") "
        + "stands here, outside of any text"
      hint =
        isVisible
        ? "texts stand in quotes; names are of the letters a to z, digits and _"
        : "write the line anew"
    } else {
      return nil
    }
  }

  private static let quotes = Set("“”„‟‘’‚‛«»‹›".unicodeScalars)

  /// What is not ASCII, outside of strings and comments.
  private static func strays(in line: Substring, withinStrings: Bool) -> [Unicode.Scalar] {
    var strays: [Unicode.Scalar] = []
    var quote: Unicode.Scalar?
    var previous: Unicode.Scalar = " "
    for scalar in line.unicodeScalars {
      if !scalar.isASCII, quote == nil || withinStrings {
        strays.append(scalar)
      } else if let open = quote {
        if scalar == open, previous != "\\" { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if scalar == "-", previous == "-" {
        break
      }
      previous = scalar
    }
    return strays
  }
}
