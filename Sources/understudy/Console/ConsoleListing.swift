import Foundation
import Rules

/// What is declared, as the console lists it.
enum ConsoleListing {
  struct Row {
    let name: String
    let place: String
    let detail: String
    let file: String
    let line: Int
  }

  struct List {
    let word: ConsoleCommandWord
    let rows: [Row]
  }

  static func lists(_ summary: RuleSetSummary) -> [List] {
    let declared: [(ConsoleCommandWord, [RuleSetSummary.Declaration])] = [
      (.monitors, summary.monitors), (.filters, summary.filters), (.hours, summary.hours),
      (.delays, summary.delays), (.personas, summary.personas), (.limits, summary.limits),
      (.timers, summary.timers),
    ]
    let rules = summary.rules.map { rule in
      let what = rule.actions.isEmpty ? "run" : rule.actions.joined(separator: ", ")
      let priority = rule.priority == 0 ? "" : ", priority \(rule.priority)"
      return Row(
        name: rule.id, place: "\(rule.file):\(rule.line)",
        detail: "\(rule.phase)\(priority): \(what)",
        file: rule.file, line: rule.line)
    }
    return [List(word: .rules, rows: rules)]
      + declared.map { word, list in
        List(
          word: word,
          rows: list.map {
            Row(
              name: $0.name, place: "\($0.file):\($0.line)", detail: $0.detail, file: $0.file,
              line: $0.line)
          })
      }
  }

  static func text(_ word: ConsoleCommandWord, _ summary: RuleSetSummary) -> String {
    let rows = lists(summary).first { $0.word == word }?.rows ?? []
    guard !rows.isEmpty else { return "There are no \(word.rawValue)." }
    var table = Table("NAME", "WHERE", "WHAT")
    for row in rows { table.add(row.name, row.place, row.detail) }
    return table.render(widest: 60)
  }

  /// The lines of the declarations of that name.
  static func details(
    of text: String, _ sources: [RuleSource], _ summary: RuleSetSummary
  ) throws -> String {
    let name = text.trimmingCharacters(in: CharacterSet(charactersIn: "\"' "))
    guard !name.isEmpty else { throw ConsoleError("Show what? show friends") }
    let rows = lists(summary).flatMap(\.rows)
    let found = rows.filter { $0.name == name || $0.name.hasSuffix("/\(name)") }
    guard !found.isEmpty else {
      let near = rows.map(\.name).filter { $0.localizedCaseInsensitiveContains(name) }
      throw ConsoleError(
        "Nothing is declared as \"\(name)\"."
          + (near.isEmpty ? "" : " There is \(near.prefix(5).joined(separator: ", "))."))
    }
    return found.map { row in "\(row.place)\n\(declaration(row, sources))" }
      .joined(separator: "\n\n")
  }

  /// From its line to the one that closes it: the first that ends in the first column.
  private static func declaration(_ row: Row, _ sources: [RuleSource]) -> String {
    guard let source = sources.first(where: { $0.path == row.file }) else { return "" }
    let lines = String(decoding: source.bytes, as: UTF8.self).components(separatedBy: "\n")
    let rest = lines.dropFirst(row.line - 1)
    guard let first = rest.first else { return "" }
    // A declaration of one line closes what it opens.
    let isWhole = first.count { "{(".contains($0) } == first.count { "})".contains($0) }
    guard !isWhole else { return first }
    let body = rest.dropFirst().prefix { !$0.hasPrefix("}") && !$0.hasPrefix("end)") }
    let close = rest.dropFirst(1 + body.count).first
    return ([first] + body + [close].compactMap(\.self)).prefix(200).joined(separator: "\n")
  }
}
