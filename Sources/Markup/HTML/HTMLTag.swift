/// One tag as it stands in a text: `<a href="…">`, `</b>`.
struct HTMLTag {
  var name: String
  var isClosing = false
  var attributes: [String: String] = [:]

  static let longestName = 32

  /// Reads a tag; the source stands behind its `<`.
  init(from source: inout MarkupSource) throws(MarkupError) {
    let start = source.position - 1
    isClosing = source.take("/")
    name = source.prefix { Self.isNamePart($0) }.lowercased()
    guard !name.isEmpty, name.utf8.count <= Self.longestName else {
      throw source.error(at: start, "'<' begins a tag here; for the character itself write &lt;")
    }
    while true {
      source.skipSpace()
      if source.take(">") { return }
      if source.take("/>") { return }
      guard !source.isAtEnd else { throw source.error(at: start, "the tag <\(name)> has no '>'") }
      try readAttribute(&source, of: start)
    }
  }

  private mutating func readAttribute(
    _ source: inout MarkupSource, of start: Int
  ) throws(MarkupError) {
    let key = source.prefix { Self.isNamePart($0) }.lowercased()
    guard !key.isEmpty else {
      throw source.error("the tag <\(name)> goes on with no name of an attribute")
    }
    source.skipSpace()
    guard source.take("=") else {
      attributes[key] = ""
      return
    }
    source.skipSpace()
    var value = ""
    let quote = source.next.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
    if quote != nil { source.position += 1 }
    while let scalar = source.next {
      if let quote {
        if scalar == quote { break }
      } else if scalar == ">" || scalar.properties.isWhitespace {
        break
      }
      value.unicodeScalars.append(contentsOf: try HTMLText.scalars(from: &source))
    }
    if let quote, !source.take(String(quote)) {
      throw source.error(at: start, "the value of \(key) has no closing \(quote)")
    }
    attributes[key] = value
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      || scalar == "-" || scalar == "_"
  }
}

extension MarkupSource {
  mutating func skipSpace() { _ = prefix { $0.properties.isWhitespace } }
}

/// Text between tags and in attributes.
enum HTMLText {
  private static let named: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": "\u{a0}",
  ]

  /// The next character, or what a reference stands for. An ampersand that begins none is itself.
  static func scalars(
    from source: inout MarkupSource
  ) throws(MarkupError) -> String.UnicodeScalarView {
    let start = source.position
    guard let scalar = source.next else { return "".unicodeScalars }
    source.position += 1
    guard scalar == "&" else { return String(scalar).unicodeScalars }
    let isNumeric = source.take("#")
    let name = source.prefix { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9") ~= $0) }
    if source.take(";") {
      if isNumeric {
        guard let referred = numeric(name) else {
          throw source.error(at: start, "&#\(name.prefix(12)); is no character")
        }
        return String(referred).unicodeScalars
      }
      if let referred = named[name] { return String(referred).unicodeScalars }
    }
    source.position = start + 1
    return "&".unicodeScalars
  }

  static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"" where isAttribute: escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func numeric(_ digits: String) -> Unicode.Scalar? {
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let value = UInt32(
      isHexadecimal ? String(digits.dropFirst()) : digits, radix: isHexadecimal ? 16 : 10)
    return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}
