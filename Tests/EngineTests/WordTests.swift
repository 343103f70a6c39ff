import Foundation
import Model
import Store
import Testing

/// What `why` and the other tools say of a decision.
struct WordTests {
  @Test("docs/decisions.md explains every word for what becomes of messages, rules and actions")
  func words() throws {
    let page = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/decisions.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let words =
      Consideration.Outcome.allCases.map(\.rawValue) + OutboxItem.State.allCases.map(\.rawValue)
      + GuardStop.Kind.allCases.map(\.rawValue)
    // Each stands in the first column of a table, alone or beside others.
    let defined = Set(
      text.split(separator: "\n").filter { $0.hasPrefix("| `") }
        .flatMap { $0.split(separator: "|").first?.split(separator: ",") ?? [] }
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) })
    #expect(words.filter { !defined.contains($0) } == [])
  }
}
