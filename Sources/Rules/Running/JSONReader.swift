import Scripting

/// Reads one JSON text (RFC 8259) in one pass, bounded in depth: what a server sent is not to be trusted.
/// `null` is nil, so it leaves no trace in lists and objects. Of a name that stands twice the last counts.
struct JSONReader {
  /// Lists and objects in one another; what may cross into a script.
  static let mostDepth = 32

  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0

  static func read(_ text: String) throws(GrammarError) -> ScriptValue {
    var reader = JSONReader(bytes: Array(text.utf8))
    let value = try reader.value()
    reader.skipSpace()
    guard reader.at == reader.bytes.count else { throw reader.error("something follows its end") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func error(_ message: String) -> GrammarError {
    let before = bytes[..<at]
    let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return GrammarError(message: "not JSON: \(message) (line \(line), column \(at - start + 1))")
  }

  private mutating func skipSpace() {
    while let next, next == 0x20 || next == 0x0a || next == 0x0d || next == 0x09 { at += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    at += 1
    return true
  }

  private mutating func value() throws(GrammarError) -> ScriptValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .nil)
    case nil: throw error("it ends too early")
    default: return try number()
    }
  }

  private mutating func enter() throws(GrammarError) {
    guard depth < Self.mostDepth else { throw error("nested deeper than \(Self.mostDepth)") }
    depth += 1
    at += 1
  }

  private mutating func list() throws(GrammarError) -> ScriptValue {
    try enter()
    var items: [ScriptValue] = []
    if !take(UInt8(ascii: "]")) {
      repeat {
        let item = try value()
        if !item.isNil { items.append(item) }
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw error("',' or ']' was expected") }
    }
    depth -= 1
    return .array(items)
  }

  private mutating func object() throws(GrammarError) -> ScriptValue {
    try enter()
    var members: [String: ScriptValue] = [:]
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipSpace()
        guard next == UInt8(ascii: "\"") else { throw error("a name in quotes was expected") }
        let name = try string()
        guard take(UInt8(ascii: ":")) else { throw error("':' was expected") }
        let member = try value()
        if member.isNil { members.removeValue(forKey: name) } else { members[name] = member }
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw error("',' or '}' was expected") }
    }
    depth -= 1
    let fields = members.sorted { $0.key < $1.key }
    return .table(ScriptTable(fields: fields.map { .init(name: $0.key, value: $0.value) }))
  }

  private mutating func word(
    _ word: StaticString, _ value: ScriptValue
  ) throws(GrammarError) -> ScriptValue {
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.count, bytes[at..<end].elementsEqual("\(word)".utf8) else {
      throw error("a value was expected")
    }
    at = end
    return value
  }
}

extension JSONReader {
  private mutating func digits() throws(GrammarError) {
    let start = at
    while let next, Self.isDigit(next) { at += 1 }
    if at == start { throw error("a digit was expected") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func number() throws(GrammarError) -> ScriptValue {
    let start = at
    if next == UInt8(ascii: "-") { at += 1 }
    guard let first = next, Self.isDigit(first) else { throw error("a value was expected") }
    if first == UInt8(ascii: "0") { at += 1 } else { try digits() }
    var isWhole = true
    if next == UInt8(ascii: ".") {
      isWhole = false
      at += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      isWhole = false
      at += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isWhole, let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw error("the number is too large") }
    return .number(number)
  }

  private mutating func string() throws(GrammarError) -> String {
    at += 1
    var content: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        at += 1
        try escape(into: &content)
      case 0..<0x20: throw error("a line break or control character stands in a text")
      default:
        content.append(byte)
        at += 1
      }
    }
    throw error("a text has no end")
  }

  private mutating func escape(into content: inout [UInt8]) throws(GrammarError) {
    let letter = next
    at += 1
    switch letter {
    case UInt8(ascii: "n"): content.append(0x0a)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "r"): content.append(0x0d)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0c)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(letter ?? 0)
    case UInt8(ascii: "u"):
      var code = try unit()
      if (0xd800..<0xdc00).contains(code), bytes[at...].starts(with: "\\u".utf8) {
        at += 2
        let low = try unit()
        guard (0xdc00..<0xe000).contains(low) else {
          throw error("half of a character stands alone")
        }
        code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw error("half of a character stands alone")
      }
      content.append(contentsOf: String(Character(scalar)).utf8)
    default:
      at -= 1
      throw error("'\\' is followed by something that it does not go with")
    }
  }

  private mutating func unit() throws(GrammarError) -> UInt32 {
    let text = String(decoding: bytes[at...].prefix(4), as: UTF8.self)
    guard text.utf8.count == 4,
      text.utf8.allSatisfy({ Self.isDigit($0) || $0 >= UInt8(ascii: "A") }),
      let code = UInt32(text, radix: 16)
    else { throw error("four hexadecimal digits were expected") }
    at += 4
    return code
  }
}
