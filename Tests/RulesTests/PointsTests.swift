import Foundation
import Testing

/// docs/rules-points.md and the names of the tests say the same.
@Suite("The points of the rule language")
struct PointsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The points in the names of each suite's tests, by the file's name without its ending.
  private static func named() throws -> [String: Set<Int>] {
    let files = FileManager.default.enumerator(
      at: root.appending(component: "Tests"), includingPropertiesForKeys: nil)
    var named: [String: Set<Int>] = [:]
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", file.lastPathComponent != "PointsTests.swift" else {
        continue
      }
      let suite = file.deletingPathExtension().lastPathComponent
      let text = try String(contentsOf: file, encoding: .utf8)
      // Of "[C2, rules 8, 27]" the numbers behind the word.
      for match in text.matches(of: /@(?:Test|Suite)\(\s*"[^"]*\brules ([0-9, ]+)\]"/) {
        let points = match.output.1.split(whereSeparator: { ", ".contains($0) })
        named[suite, default: []].formUnion(points.compactMap { Int($0) })
      }
    }
    return named
  }

  @Test("Each of the forty points is in the name of a test of every suite that the table gives")
  func points() throws {
    let named = try Self.named()
    let document = try String(
      contentsOf: Self.root.appending(path: "docs/rules-points.md"), encoding: .utf8)
    var listed: [Int] = []
    for line in document.split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, let point = Int(cells[0]) else { continue }
      listed.append(point)
      let suites = cells[2].split(separator: " ").map(String.init)
      #expect(!suites.isEmpty)
      for suite in suites {
        #expect(named[suite]?.contains(point) == true, "\(suite) has no test for point \(point)")
      }
    }
    #expect(listed == Array(1...40))
    let all = named.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
    #expect(all.isSubset(of: 1...40), "\(all.subtracting(1...40))")
  }
}
