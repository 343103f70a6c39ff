/// What probably led to an error of syntax: Lua tells what it expected, which says little to those who know
/// another language, or none.
struct SyntaxHint {
  /// `'then' expected`, `unexpected symbol`.
  private let complaint: String
  /// Where Lua stopped reading; `<eof>` for the end of the file.
  private let token: String
  /// What is open, and since when: `if`, 12.
  private var open: (word: String, line: String)?

  /// Nil if Lua's compiler did not say that.
  ///
  /// - Parameter message: of the error.
  init?(message: String) {
    guard let near = message.ranges(of: " near ").last else { return nil }
    complaint = String(message[..<near.lowerBound])
    guard
      complaint.contains(" expected") || complaint == "unexpected symbol"
        || complaint == "syntax error"
    else { return nil }
    let quoted = message[near.upperBound...]
    token = String(
      quoted.count > 2 && quoted.hasPrefix("'") && quoted.hasSuffix("'")
        ? quoted.dropFirst().dropLast() : quoted)
    if let match = complaint.firstMatch(of: /\(to close '(.+)' at line (\d+)\)/) {
      open = (String(match.1), String(match.2))
    }
  }

  /// - Parameters:
  ///   - text: of the file.
  ///   - line: that the error names.
  func text(for text: String, line: Int) -> String? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let written = lines.indices.contains(line - 1) ? lines[line - 1] : ""
    if let operation = operation(in: written) { return operation }
    if complaint.hasPrefix("'}' expected") { return brace }
    if complaint.hasPrefix("'end' expected") { return end(in: text) }
    if complaint == "<eof> expected", token == "end" {
      return "this end closes nothing: there is one too many, here or above"
    }
    return nil
  }

  /// What other languages write, and Lua does not.
  private func operation(in line: Substring) -> String? {
    switch token {
    case "=":
      if ["'then' expected", "'do' expected", "<eof> expected"].contains(complaint)
        || complaint.hasPrefix("'end' expected")
      {
        return "to compare, write =="
      }
      return complaint.hasPrefix("')' expected")
        ? "to compare, write ==; what has a name stands in braces: reply { \"...\", delay = \"...\" }"
        : nil
    case "!": return "Lua writes ~= in place of !=, and not in place of !"
    case "&" where line.contains("&&"): return "Lua writes and in place of &&"
    case "|" where line.contains("||"): return "Lua writes or in place of ||"
    case ":" where complaint.hasPrefix("'}' expected"):
      return "a key and its value are joined by =, not by a colon"
    case "//",
      "/" where complaint == "unexpected symbol":
      return "a comment begins with --"
    case "+" where line.contains("++"): return "Lua has no ++; write n = n + 1"
    case "+", "-", "*", "/", "..":
      return line.contains("\(token)=")
        ? "Lua has no \(token)=; write n = n \(token) ..., with the name on both sides" : nil
    default: return nil
    }
  }

  private var brace: String? {
    let opened = open.map { "the { at line \($0.line)" } ?? "a { in this line"
    if token == "<eof>" || Self.keywords.contains(token) || Self.declarations.contains(token) {
      return "\(opened) is not closed before this"
    }
    return ["=", ")", "]", ";"].contains(token)
      ? nil : "a comma is missing before it, or the } that closes \(opened)"
  }

  private func end(in text: String) -> String {
    let opened = open.map { "the \($0.word) at line \($0.line)" }
    if ["<eof>", "}", ")", "]", ","].contains(token) || Self.keywords.contains(token) {
      let hint = "\(opened ?? "a function, if, for or while in this line") has no end of its own"
      return text.contains("else if") ? "\(hint); else if opens one more, elseif does not" : hint
    }
    return "return is the last thing before an end: what follows it would never be done"
  }

  private static let keywords: Set = [
    "break", "do", "else", "elseif", "end", "for", "goto", "if", "local", "repeat", "return",
    "then", "until", "while",
  ]

  private static let declarations = Set(RuleLanguage.declarations.map(\.name))
}
