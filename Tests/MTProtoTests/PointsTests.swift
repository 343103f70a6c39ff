import Foundation
import Testing

/// docs/mtproto.md and the names of the tests say the same.
struct PointsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The points in the names of each suite's tests, by the file's name without its ending.
  private static func named() throws -> [String: Set<Int>] {
    let tests = root.appending(component: "Tests")
    let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
    var named: [String: Set<Int>] = [:]
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", file.lastPathComponent != "PointsTests.swift" else {
        continue
      }
      let suite = file.deletingPathExtension().lastPathComponent
      let text = try String(contentsOf: file, encoding: .utf8)
      // Of "[A1, mtproto 13, 18-20, B45]" the numbers behind the word, and none with a letter.
      for match in text.matches(of: /mtproto ([0-9, -]+)/) {
        for part in match.output.1.split(separator: ",") {
          let ends = part.split(separator: "-").compactMap {
            Int($0.trimmingCharacters(in: .whitespaces))
          }
          guard let first = ends.first, let last = ends.last, first <= last else { continue }
          named[suite, default: []].formUnion(first...last)
        }
      }
    }
    return named
  }

  @Test("Each of the 42 points of docs/mtproto.md is in the name of a test, and so are its suites")
  func points() throws {
    let named = try Self.named()
    let document = try String(
      contentsOf: Self.root.appending(path: "docs/mtproto.md"), encoding: .utf8)
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
    #expect(listed == Array(1...42))
  }
}
