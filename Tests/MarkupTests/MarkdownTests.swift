import Markup
import Model
import Testing

struct MarkdownTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let markdown: String
    let text: String
    let entities: [String]
    var testDescription: String { markdown }
  }

  static let examples = [
    Example(
      markdown: "*a* _b_ __c__ ~d~ ||e|| `f`", text: "a b c d e f",
      entities: [
        "bold 0+1", "italic 2+1", "underline 4+1", "strikethrough 6+1", "spoiler 8+1", "code 10+1",
      ]),
    Example(
      markdown: "*bold _italic bold ~italic bold strikethrough ||spoiler||~ __under___ bold*",
      text: "bold italic bold italic bold strikethrough spoiler under bold",
      entities: [
        "bold 0+61", "italic 5+51", "strikethrough 17+33", "spoiler 43+7", "underline 51+5",
      ]),
    Example(
      markdown: "___a_**__ b", text: "a b", entities: ["italic 0+1", "underline 0+1"]),
    Example(
      markdown: "[x](https://x.org/a_\\(b\\)) [y](tg://user?id=7) ![👍](tg://emoji?id=5)",
      text: "x y 👍",
      entities: ["textURL 0+1 https://x.org/a_(b)", "mentionName 2+1 7", "customEmoji 4+2 5"]),
    Example(
      markdown: "```swift\nlet a = `b`\n``` ```one line``` ```\nx```",
      text: "let a = `b`\n one line x", entities: ["pre 0+12 swift", "pre 13+8", "pre 22+1"]),
    Example(
      markdown: "a\n>b\n>*c*\nd\n>e\n>f\\>||\n**>g", text: "a\nb\nc\nd\ne\nf>\ng",
      entities: ["blockquote 2+3", "bold 4+1", "expandableBlockquote 8+4", "blockquote 13+1"]),
    Example(
      markdown: ">||a||||", text: "a", entities: ["expandableBlockquote 0+1", "spoiler 0+1"]),
    Example(
      markdown: "3 > 2, 1.5 - x! (#1) {a} = a|b \\*no\\* C:\\\\d 2+2 a]",
      text: "3 > 2, 1.5 - x! (#1) {a} = a|b *no* C:\\d 2+2 a]",
      entities: []),
    Example(
      markdown: "*👨‍👩‍👧 _שלום_* e\u{301}__x__", text: "👨‍👩‍👧 שלום e\u{301}x",
      entities: ["bold 0+13", "italic 9+4", "underline 16+1"]),
    Example(markdown: "** a **", text: "a", entities: []),
  ]

  @Test("Markdown becomes text and entities, offsets in UTF-16", arguments: examples)
  func reads(_ example: Example) throws {
    let text = try StyledText(markdown: example.markdown)
    #expect(text.text == example.text)
    #expect(brief(text) == example.entities)
  }

  @Test(
    "What is wrong is said with its place",
    arguments: [
      ("a *b", "line 1, column 3: * is opened here and nowhere closed"),
      ("*a _b* c_", "line 1, column 6: * stands where _ of line 1, column 4 must be closed first"),
      ("a\nsnake_case", "line 2, column 6: _ is opened here and nowhere closed"),
      ("`a", "` is opened here and nowhere closed"), ("```\na``", "``` is opened here"),
      ("see [1] there", "line 1, column 5: […] needs a (target) behind it"),
      ("[a](b", "the target of this link has no ')'"), ("[a]()", "target of this link is empty"),
      ("[a [b](c)](d)", "a link holds no other"),
      ("![a](https://x.org)", "an emoji's target is tg://emoji?id=NUMBER"),
      ("[*a](b)*", "] stands where * of"),
      (">*a\nb*", "line 1, column 2: * is opened inside the quote and not closed there"),
      ("*a\n>b* c", "* stands where > of line 2, column 1 must be closed first"),
      ("*_~__||a", "|| is opened here"),
    ])
  func mistakes(_ markdown: String, _ says: String) {
    let error = #expect(throws: MarkupError.self) { try StyledText(markdown: markdown) }
    #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
  }

  @Test("Any styled text survives Markdown and back, quotes as whole lines")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 24)
    for _ in 0..<2_000 {
      let text = StyledText.random(using: &random)
      let markdown = text.markdown
      do {
        #expect(try StyledText(markdown: markdown) == text.fittedToMarkdown(), "\(markdown)")
      } catch {
        Issue.record("\(error): \(markdown.debugDescription) \(brief(text.fittedToMarkdown()))")
      }
    }
  }

  @Test("A link that was written over two lines in HTML can be written in Markdown")
  func lineBreakInTarget() throws {
    let broken = try StyledText(html: "<a href=\"https://x.org/\na\">x</a> <a href=\"\n\">y</a>")
    #expect(broken.markdown == "[x](https://x.org/a) y")
    #expect(try StyledText(markdown: broken.markdown) == broken.fittedToMarkdown())
  }

  @Test("Junk is read or refused, without a crash")
  func junk() {
    var random = SeededGenerator(seed: 25)
    let parts = [
      "*", "_", "__", "||", "~", "`", "```", "[", "](", ")", ">", "\n", "\\", "!", "a", "👍",
    ]
    for _ in 0..<1_500 {
      let text = (0..<20).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      if let styled = try? StyledText(markdown: text) { #expect(styled == styled.canonical()) }
    }
  }
}
