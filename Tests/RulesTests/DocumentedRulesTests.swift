import Foundation
import Rules
import Testing

/// What the documentation shows is what works.
@Suite("Examples in the documentation")
struct DocumentedRulesTests {
  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let pages: [String] = {
    let docs = project.appending(path: "docs")
    // Where the folder cannot be read there is nothing to test, which the first test tells.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: docs.path)) ?? []
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
  }()

  /// The Lua blocks of a page, each with its line.
  private static func blocks(_ page: String) throws -> [(line: Int, text: String)] {
    let text = String(decoding: try Data(contentsOf: project.appending(path: page)), as: UTF8.self)
    var blocks: [(Int, String)] = []
    var current: (line: Int, lines: [Substring])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let block = current, line.hasPrefix("```") {
        blocks.append((block.line, block.lines.joined(separator: "\n")))
        current = nil
      } else if current != nil {
        current?.lines.append(line)
      } else if line == "```lua" {
        current = (index + 1, [])
      }
    }
    return blocks
  }

  @Test("There are pages, and Lua on them")
  func found() throws {
    let counts = try Self.pages.map { try Self.blocks($0).count }
    #expect(counts.reduce(0, +) >= 7)
  }

  private static let calendar = """
    BEGIN:VCALENDAR
    VERSION:2.0
    BEGIN:VEVENT
    DTSTART;VALUE=DATE:20201003
    RRULE:FREQ=YEARLY
    SUMMARY:Tag der Deutschen Einheit
    END:VEVENT
    END:VCALENDAR
    """

  /// The rules that ship: some pages show what can be put beside them.
  private static func shipped() throws -> [String: String] {
    let folder = project.appending(path: "rules")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var files: [String: String] = [:]
    for name in names where name.hasSuffix(".lua") && !name.hasSuffix("_test.lua") {
      files[name] = String(
        decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    return files
  }

  @Test("Every block of Lua loads, by itself or beside the rules that ship", arguments: pages)
  func loads(page: String) throws {
    for (line, text) in try Self.blocks(page) {
      let alone = ["page.lua": text, "de-berlin.ics": Self.calendar]
      let found = problems(alone)
      guard !found.isEmpty else { continue }
      let beside = problems(try Self.shipped().merging(alone) { $1 })
      #expect(beside.isEmpty, "\(page):\(line): \(found.joined(separator: "\n"))")
    }
  }
}
