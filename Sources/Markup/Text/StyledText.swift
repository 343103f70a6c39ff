package import Model

/// A text with its entities; offsets and lengths in UTF-16 code units, as on the wire.
package struct StyledText: Sendable, Hashable {
  package var text: String
  package var entities: [TextEntity]

  package init(_ text: String, _ entities: [TextEntity] = []) {
    self.text = text
    self.entities = entities
  }
}

/// What is wrong in a marked-up text, and where.
package struct MarkupError: Error, Sendable, Hashable, CustomStringConvertible {
  /// From 1.
  package let line: Int
  /// From 1, in characters as people count them.
  package let column: Int
  /// A clause without the place.
  package let reason: String

  package var description: String { "line \(line), column \(column): \(reason)" }
}

/// The scalars of a marked-up text, read from front to back.
struct MarkupSource {
  /// Telegram takes 4,096 characters of text; no sane markup around them is longer.
  static let maximumLength = 1 << 18

  private let scalars: [Unicode.Scalar]
  var position = 0

  /// Line breaks are line feeds, as Telegram's servers make them.
  init(_ text: String) throws(MarkupError) {
    guard text.utf8.count <= Self.maximumLength else {
      throw MarkupError(
        line: 1, column: 1, reason: "the text has more than \(Self.maximumLength) bytes")
    }
    scalars = Array(text.replacing("\r\n", with: "\n").unicodeScalars)
  }

  var isAtEnd: Bool { position >= scalars.count }

  subscript(offset: Int) -> Unicode.Scalar? {
    scalars.indices.contains(position + offset) ? scalars[position + offset] : nil
  }

  var next: Unicode.Scalar? { self[0] }

  func starts(with text: String) -> Bool {
    scalars[min(position, scalars.count)...].starts(with: text.unicodeScalars)
  }

  /// Moves past the text if it stands here.
  mutating func take(_ text: String) -> Bool {
    guard starts(with: text) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  /// The scalars from here on that belong; moves past them.
  mutating func prefix(while belongs: (Unicode.Scalar) -> Bool) -> String {
    var found = String.UnicodeScalarView()
    while let scalar = next, belongs(scalar) {
      found.append(scalar)
      position += 1
    }
    return String(found)
  }

  func error(at position: Int? = nil, _ reason: String) -> MarkupError {
    let before = scalars[..<min(position ?? self.position, scalars.count)]
    let line = before.count { $0 == "\n" } + 1
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    var column = String.UnicodeScalarView()
    column.append(contentsOf: before[start...])
    return MarkupError(line: line, column: String(column).count + 1, reason: reason)
  }
}
