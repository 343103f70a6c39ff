/// A JSON text as it was written: members keep their order, numbers keep all their digits.
package enum JSONValue: Equatable, Sendable {
  package struct Member: Equatable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case null
  case bool(Bool)
  /// The number's own text, as JSON writes numbers.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// Reads one JSON text, bounded in size and depth.
  ///
  /// - Throws: ``RawError`` with line and column.
  package init(parsing text: String) throws(RawError) { self = try JSONParser.parse(text) }

  /// The member of this name; nil if there is none, or this is no object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// What it is, for a sentence: `a string`.
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
