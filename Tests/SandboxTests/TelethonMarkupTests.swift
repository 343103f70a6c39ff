import Foundation
import Markup
import Model
import Testing

/// What Telethon's own HTML parser makes of the HTML that we write, and we of Telethon's.
@Suite(.timeLimit(.minutes(5)))
struct TelethonMarkupTests {
  private struct Row: Decodable, Hashable, Sendable {
    struct Entity: Decodable, Hashable, Sendable {
      let kind: String
      let offset: Int32
      let length: Int32
      let argument: String?
      let collapsed: Bool
    }

    let text: String
    let entities: Set<Entity>
  }

  private static let names: [TextEntity.Kind: String] = [
    .bold: "Bold", .italic: "Italic", .underline: "Underline", .strikethrough: "Strike",
    .code: "Code", .pre: "Pre", .blockquote: "Blockquote", .expandableBlockquote: "Blockquote",
    .textURL: "TextUrl", .customEmoji: "CustomEmoji",
  ]

  private static func row(_ text: StyledText) -> Row {
    Row(
      text: text.text,
      entities: Set(
        text.entities.map { entity in
          Row.Entity(
            kind: names[entity.kind] ?? "", offset: entity.offset, length: entity.length,
            argument: entity.argument, collapsed: entity.kind == .expandableBlockquote)
        }))
  }

  /// Texts of the kinds that Telethon knows, in canonical form.
  private static func samples(without missing: Set<TextEntity.Kind> = []) -> [StyledText] {
    var random = SeededGenerator(seed: 31)
    let words = ["a", "b c", "👍🏽", "👨‍👩‍👧", "שלום", "e\u{301}", "<", "&amp;", "\"", "\n", " ", "𝄞"]
    let kinds = names.keys.filter { !missing.contains($0) }.sorted { $0.rawValue < $1.rawValue }
    let arguments: [TextEntity.Kind: String] = [
      .textURL: "https://example.org/?a=1&b=<\"2\">", .customEmoji: "5368324170671202286",
      .pre: "c++",
    ]
    return (0..<300).map { _ in
      let text = (0..<12).map { _ in words.randomElement(using: &random) ?? "" }.joined()
      let entities = (0..<6).map { _ in
        let kind = kinds.randomElement(using: &random) ?? .bold
        return TextEntity(
          kind: kind, offset: .random(in: 0...20, using: &random),
          length: .random(in: 1...9, using: &random), argument: arguments[kind])
      }
      return StyledText(text, entities).canonical()
    }
  }

  @Test("Telethon reads the HTML that we write as we meant it")
  func reads() async throws {
    let samples = Self.samples()
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server) { agent in
        let rows: [Row] = try await agent.ask("read_html", ["texts": samples.map(\.html)])
        for (sample, row) in zip(samples, rows) {
          #expect(row == Self.row(sample), "\(sample.html)")
        }
        #expect(rows.count == samples.count)
      }
    }
  }

  @Test("Code and links, which both kinds of Markdown write alike, are read alike")
  func markdown() async throws {
    var random = SeededGenerator(seed: 32)
    let words = [
      "a ", "👍🏽", "`b c`", "`👨‍👩‍👧`", "[שלום](https://example.org/?a=1)", "e\u{301} ", "\n",
      "[d 𝄞](tg://x)",
    ]
    let texts = (0..<200).map { _ in
      "x" + (0..<8).map { _ in words.randomElement(using: &random) ?? "" }.joined() + "y"
    }
    // Code beside code is another mark.
    .map { $0.replacing("``", with: "` `") }
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server) { agent in
        let rows: [Row] = try await agent.ask("read_markdown", ["texts": texts])
        for (text, row) in zip(texts, rows) {
          #expect(row == Self.row(try StyledText(markdown: text)), "\(text)")
        }
        #expect(rows.count == texts.count)
      }
    }
  }

  @Test("We read the HTML that Telethon writes as Telethon meant it")
  func writes() async throws {
    // Telethon writes white space of its own into a pre.
    let samples = Self.samples(without: [.pre])
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server) { agent in
        let texts: [String] = try await agent.ask("write_html", ["texts": samples.map(\.html)])
        for (sample, text) in zip(samples, texts) {
          #expect(try StyledText(html: text) == sample, "\(text)")
        }
        #expect(texts.count == samples.count)
      }
    }
  }
}
