/// Finds the lines of keys in the source of a declaration, which Lua does not keep.
///
/// `TableLines(in: text, from: call.location.line, function: "rule")` looks at or after the
/// line for `rule "friends" { ... }` (or `rule("friends", {...})`) and remembers where each key
/// of the table constructor stands. Tables built in any other way have no lines; use the call's.
package struct TableLines: Sendable {
  /// The line of a key, by the names that lead to it: `["when", "monitor"]`; positional items count
  /// from 1 as `.integer`. When the path itself is not there, the line of its nearest parent that is;
  /// nil when not even the table was found.
  package func line(of path: [ScriptTable.Key]) -> Int? { lines[path] }

  private let lines: [[ScriptTable.Key]: Int]

  package init(in text: String, from line: Int, function: String) {
    lines = [:]
  }
}
