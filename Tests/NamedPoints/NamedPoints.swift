import Foundation

/// A document's table of numbered points, beside the points that tests have in their names.
package struct NamedPoints {
  /// Point by point, as the table lists them: the number and the suites that show it.
  package let listed: [(point: Int, suites: [String])]
  /// The points in the names of each suite's tests, by the file's name without its ending.
  package let named: [String: Set<Int>]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// - Parameters:
  ///   - document: its path in the repository. A row of its table is `| 7 | Key exchange | SuiteTests |`.
  ///   - names: finds the numbers, `13, 18-20`, in the text of a test file.
  package init(document: String, names: Regex<(Substring, Substring)>) throws {
    let text = try String(
      contentsOf: Self.root.appending(path: document), encoding: .utf8)
    listed = text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, let point = Int(cells[0]) else { return nil }
      return (point, cells[2].split(separator: " ").map(String.init))
    }
    named = try Self.named(names)
  }

  private static func named(_ names: Regex<(Substring, Substring)>) throws -> [String: Set<Int>] {
    let files = FileManager.default.enumerator(
      at: root.appending(component: "Tests"), includingPropertiesForKeys: nil)
    var named: [String: Set<Int>] = [:]
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", file.lastPathComponent != "PointsTests.swift" else {
        continue
      }
      let suite = file.deletingPathExtension().lastPathComponent
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: names) {
        for part in match.output.1.split(whereSeparator: { ", ".contains($0) }) {
          let ends = part.split(separator: "-").compactMap { Int($0) }
          guard let first = ends.first, let last = ends.last, first <= last else { continue }
          named[suite, default: []].formUnion(first...last)
        }
      }
    }
    return named
  }
}
