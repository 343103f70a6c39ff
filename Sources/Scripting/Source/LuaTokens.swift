/// The tokens of a Lua source with their lines: enough to find one's way, not to compile. A source
/// that is not Lua gives tokens that mean little, but an end.
struct LuaTokens {
  enum Token: Equatable {
    case name(String)
    /// A short string without its escapes resolved, or a long one.
    case string(String)
    case number(String)
    case symbol(UInt8)
  }

  private(set) var tokens: [(token: Token, line: Int)] = []
  private let text: [UInt8]
  private var at = 0
  private var line = 1

  init(_ source: String) {
    text = Array(source.utf8)
    while let next = self.next() { tokens.append(next) }
  }

  private func byte(_ offset: Int = 0) -> UInt8? {
    at + offset < text.count ? text[at + offset] : nil
  }

  private mutating func next() -> (Token, Int)? {
    skipSpaceAndComments()
    guard let first = byte() else { return nil }
    let line = line
    if Self.isNameStart(first) {
      return (.name(take { Self.isNameStart($0) || Self.isDigit($0) }), line)
    }
    if Self.isDigit(first) {
      return (.number(take { Self.isNameStart($0) || Self.isDigit($0) || $0 == Self.dot }), line)
    }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      return (shortString(first), line)
    }
    if let level = longBracket(at: at) { return (.string(longString(level)), line) }
    at += 1
    // "==" and its like, so that a single "=" means what it says.
    if byte() == UInt8(ascii: "="), [UInt8]("=~<>".utf8).contains(first) {
      at += 1
      return (.symbol(0), line)
    }
    return (.symbol(first), line)
  }

  private mutating func skipSpaceAndComments() {
    while let current = byte() {
      if current == Self.newline {
        line += 1
        at += 1
      } else if current <= UInt8(ascii: " ") {
        at += 1
      } else if current == Self.dash, byte(1) == Self.dash {
        at += 2
        if let level = longBracket(at: at) {
          _ = longString(level)
        } else {
          _ = take { $0 != Self.newline }
        }
      } else {
        return
      }
    }
  }

  private mutating func take(while belongs: (UInt8) -> Bool) -> String {
    let start = at
    while let current = byte(), belongs(current) { at += 1 }
    return String(decoding: text[start..<at], as: UTF8.self)
  }

  private mutating func shortString(_ quote: UInt8) -> Token {
    at += 1
    let start = at
    while let current = byte(), current != quote {
      if current == UInt8(ascii: "\\") { at += 1 }
      if byte() == Self.newline { line += 1 }
      at += 1
    }
    let end = min(at, text.count)
    at = end + 1
    return .string(String(decoding: text[start..<end], as: UTF8.self))
  }

  /// The number of equals signs when a long bracket opens there.
  private func longBracket(at start: Int) -> Int? {
    guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
    var end = start + 1
    while end < text.count, text[end] == UInt8(ascii: "=") { end += 1 }
    return end < text.count && text[end] == UInt8(ascii: "[") ? end - start - 1 : nil
  }

  private mutating func longString(_ level: Int) -> String {
    at += level + 2
    let start = at
    let close = [UInt8]("]".utf8) + Array(repeating: UInt8(ascii: "="), count: level) + [93]
    while at < text.count, !text[at...].starts(with: close) {
      if text[at] == Self.newline { line += 1 }
      at += 1
    }
    let end = at
    at = min(at + close.count, text.count)
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  private static let newline = UInt8(ascii: "\n")
  private static let dash = UInt8(ascii: "-")
  private static let dot = UInt8(ascii: ".")

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}
