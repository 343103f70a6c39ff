/// Reads one JSON text (RFC 8259), bounded in size and depth. Unlike Foundation's it loses no digit of a
/// number, keeps the order of members, refuses a name that stands twice, and says line and column.
struct JSONParser {
  /// Arrays and objects in one another; TL itself goes 64 deep, with an array around each value.
  static let maximumDepth = 128
  /// UTF-8 bytes. A file part of 512 KiB, the largest thing to be sent in one call, is 700 KB in base64.
  static let maximumSize = 4 << 20

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  static func parse(_ text: String) throws(RawError) -> JSONValue {
    var parser = try JSONParser(text)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.position == parser.bytes.count else {
      throw parser.error("something follows the end of the JSON text")
    }
    return value
  }

  private init(_ text: String) throws(RawError) {
    bytes = Array(text.utf8)
    guard bytes.count <= Self.maximumSize else {
      throw RawError(
        .syntax,
        "The JSON text has \(bytes.count) bytes; at most \(Self.maximumSize) are taken.")
    }
  }

  private mutating func value() throws(RawError) -> JSONValue {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try nested { parser throws(RawError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(RawError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
    case nil: throw error("the JSON text ends where a value was expected")
    default: throw error("a value was expected: { [ \" true false null or a number")
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(RawError) -> JSONValue
  ) throws(RawError) -> JSONValue {
    guard depth < Self.maximumDepth else {
      throw error("values are nested deeper than \(Self.maximumDepth)")
    }
    depth += 1
    position += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(RawError) -> JSONValue {
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    if closes(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw error("a name in quotes was expected") }
      let start = position
      let name = try string()
      guard names.insert(name).inserted else {
        position = start
        throw error("the name \"\(name.prefix(40))\" stands twice in one object")
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error("a ':' was expected after the name") }
      members.append(.init(name, try value()))
    } while try hasMore(until: UInt8(ascii: "}"))
    return .object(members)
  }

  private mutating func array() throws(RawError) -> JSONValue {
    var elements: [JSONValue] = []
    if closes(UInt8(ascii: "]")) { return .array([]) }
    repeat { elements.append(try value()) } while try hasMore(until: UInt8(ascii: "]"))
    return .array(elements)
  }

  private mutating func hasMore(until end: UInt8) throws(RawError) -> Bool {
    skipSpace()
    if take(UInt8(ascii: ",")) { return true }
    guard take(end) else {
      throw error("',' or '\(Character(Unicode.Scalar(end)))' was expected")
    }
    return false
  }

  private mutating func closes(_ end: UInt8) -> Bool {
    skipSpace()
    return take(end)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(RawError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else {
      throw error("a value was expected: { [ \" true false null or a number")
    }
    position += word.utf8.count
    return value
  }
}

// MARK: Numbers and strings

extension JSONParser {
  private mutating func number() throws(RawError) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    guard position - start <= 400 else { throw error("the number has too many digits") }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() throws(RawError) {
    let start = position
    while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
    guard position > start else { throw error("a digit was expected") }
  }

  private mutating func string() throws(RawError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        position += 1
        text.append(
          contentsOf: Array(UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter))
      case 0..<0x20:
        throw error("a control character in a string is written as an escape, \\n for a line break")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw error("the string has no end")
  }

  private mutating func escape() throws(RawError) -> Unicode.Scalar {
    let escapes: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{c}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if let byte = peek, let scalar = escapes[byte] {
      position += 1
      return scalar
    }
    guard take(UInt8(ascii: "u")) else { throw error("'\\' begins no escape of JSON's here") }
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xd800..<0xdc00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u"))
    else { throw error("half of a surrogate pair") }
    let second = try codeUnit()
    guard (0xdc00..<0xe000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    else { throw error("half of a surrogate pair") }
    return scalar
  }

  private mutating func codeUnit() throws(RawError) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits were expected after \\u") }
    position += 4
    return value
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { position += 1 }
  }

  private func error(_ message: String) -> RawError {
    let before = bytes[..<min(position, bytes.count)]
    let line = before.count { $0 == 0x0a } + 1
    let start = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let column = String(decoding: before[start...], as: UTF8.self).count + 1
    return RawError(.syntax, "The JSON text, line \(line), column \(column): \(message).")
  }
}
