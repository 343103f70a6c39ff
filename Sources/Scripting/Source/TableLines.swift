/// Finds the lines of keys in the source of a declaration, which Lua does not keep.
///
/// `TableLines(in: text, from: call.location.line, function: "rule")` looks at or after the line for
/// `rule "friends" { ... }` (or `rule("friends", {...})`) and remembers where each key of the table
/// constructor stands. The keys within a call's table, as in `act = ai_reply { persona = "me" }`,
/// count as keys of `act`. Tables built in any other way have no lines; use the call's.
package struct TableLines: Sendable {
  private var lines: [[ScriptTable.Key]: Int] = [:]

  /// The line of a key, by the names that lead to it: `["when", "monitor"]`; positional items count
  /// from 1 as `.integer`. When the path itself is not there, the line of its nearest parent that
  /// is; nil when not even the table was found.
  package func line(of path: [ScriptTable.Key]) -> Int? {
    var path = path[...]
    while true {
      if let line = lines[Array(path)] { return line }
      if path.isEmpty { return nil }
      path = path.dropLast()
    }
  }

  package init(in text: String, from line: Int, function: String) {
    let tokens = LuaTokens(text).tokens
    let name = function.split(separator: ".").last.map(String.init) ?? function
    guard let call = tokens.firstIndex(where: { $0.line >= line && $0.token == .name(name) })
    else { return }
    var parser = TableParser(tokens: tokens, at: call + 1)
    parser.skipToTable()
    parser.table(path: [])
    lines = parser.lines
  }
}

/// Walks one table constructor.
private struct TableParser {
  typealias Path = [ScriptTable.Key]

  let tokens: [(token: LuaTokens.Token, line: Int)]
  var at: Int
  var lines: [Path: Int] = [:]

  /// Deeper tables are passed over without their keys.
  private static let maximalDepth = 32

  init(tokens: [(token: LuaTokens.Token, line: Int)], at: Int) {
    self.tokens = tokens
    self.at = at
  }

  private func token(_ offset: Int = 0) -> LuaTokens.Token? {
    tokens.indices.contains(at + offset) ? tokens[at + offset].token : nil
  }

  private static func symbol(_ scalar: Unicode.Scalar) -> LuaTokens.Token {
    .symbol(UInt8(ascii: scalar))
  }

  /// From behind the function's name over its title to the opening brace.
  mutating func skipToTable() {
    while let token = token(), token != Self.symbol("{") {
      switch token {
      case .string, Self.symbol("("), Self.symbol(")"), Self.symbol(","): at += 1
      default: return
      }
    }
  }

  mutating func table(path: Path) {
    guard token() == Self.symbol("{") else { return }
    if lines[path] == nil { lines[path] = tokens[at].line }
    at += 1
    var items: Int64 = 0
    while let token = token(), token != Self.symbol("}") {
      if token == Self.symbol(",") || token == Self.symbol(";") {
        at += 1
        continue
      }
      let line = tokens[at].line
      let key = takeKey()
      if key == nil { items += 1 }
      let entry = path + [key ?? .integer(items)]
      if lines[entry] == nil { lines[entry] = line }
      value(path: entry)
    }
    at += 1
  }

  /// `name =` or `[constant] =`; nil when a positional item stands here.
  private mutating func takeKey() -> ScriptTable.Key? {
    if case .name(let name)? = token(), token(1) == Self.symbol("=") {
      at += 2
      return .name(name)
    }
    guard token() == Self.symbol("["), token(2) == Self.symbol("]"),
      token(3) == Self.symbol("=")
    else { return nil }
    defer { at += 4 }
    switch token(1) {
    case .string(let name)?: return .name(name)
    case .number(let text)?: return Int64(text).map { .integer($0) } ?? .name(text)
    default: return .name("?")
    }
  }

  /// An expression up to the comma or brace that ends it; the tables in it belong to its path.
  private mutating func value(path: Path) {
    var brackets = 0
    var blocks = 0
    while let token = token() {
      switch token {
      case Self.symbol("{"):
        if blocks == 0, path.count < Self.maximalDepth {
          table(path: path)
        } else {
          brackets += 1
          at += 1
        }
        continue
      case Self.symbol("("), Self.symbol("["): brackets += 1
      case Self.symbol(")"), Self.symbol("]"): brackets -= 1
      case Self.symbol("}"):
        if brackets <= 0, blocks == 0 { return }
        brackets -= 1
      case Self.symbol(","), Self.symbol(";"):
        if brackets <= 0, blocks == 0 { return }
      case .name("function"), .name("do"), .name("if"), .name("repeat"): blocks += 1
      case .name("end"), .name("until"): blocks = max(0, blocks - 1)
      default: break
      }
      at += 1
    }
  }
}
