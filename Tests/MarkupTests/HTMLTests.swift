import Markup
import Model
import Testing

struct HTMLTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let html: String
    let text: String
    let entities: [String]
    var testDescription: String { html }
  }

  static let examples = [
    Example(
      html: "<b>a</b><strong>b</strong> <i>c</i> <EM>d</EM>", text: "ab c d",
      entities: ["bold 0+2", "italic 3+1", "italic 5+1"]),
    Example(
      html: "<u>a</u> <ins>b</ins> <s>c</s> <strike>d</strike> <del>e</del>", text: "a b c d e",
      entities: [
        "underline 0+1", "underline 2+1", "strikethrough 4+1", "strikethrough 6+1",
        "strikethrough 8+1",
      ]),
    Example(
      html: "<span class=\"tg-spoiler\">a</span> <tg-spoiler>b</tg-spoiler>", text: "a b",
      entities: ["spoiler 0+1", "spoiler 2+1"]),
    Example(
      html: "<a href='https://x.org/?a=1&amp;b=2'>x</a> <a href=\"tg://user?id=7\">y</a>",
      text: "x y",
      entities: ["textURL 0+1 https://x.org/?a=1&b=2", "mentionName 2+1 7"]),
    Example(
      html:
        "<code>a &lt; b</code> <pre>c\n</pre><pre><code class=\"language-swift\">d</code></pre>",
      text: "a < b c\nd", entities: ["code 0+5", "pre 6+2", "pre 8+1 swift"]),
    Example(
      html: "<blockquote>a\nb</blockquote>\n<blockquote expandable>c</blockquote>", text: "a\nb\nc",
      entities: ["blockquote 0+3", "expandableBlockquote 4+1"]),
    Example(
      html: "<tg-emoji emoji-id=\"536\">👍</tg-emoji> &#128077;&#x1F44D; AT&T &copy; &quot;",
      text: "👍 👍👍 AT&T &copy; \"",
      entities: ["customEmoji 0+2 536"]),
    Example(
      html: "<b>👨‍👩‍👧 <i>שלום</i></b> e\u{301}<u>x</u><br>y", text: "👨‍👩‍👧 שלום e\u{301}x\ny",
      entities: ["bold 0+13", "italic 9+4", "underline 16+1"]),
    Example(html: " <b> a </b> ", text: "a", entities: ["bold 0+1"]),
    Example(html: "<b></b>a<b > </b >", text: "a", entities: []),
    Example(html: "a\r\nb", text: "a\nb", entities: []),
  ]

  @Test("HTML becomes text and entities, offsets in UTF-16", arguments: examples)
  func reads(_ example: Example) throws {
    let text = try StyledText(html: example.html)
    #expect(text.text == example.text)
    #expect(brief(text) == example.entities)
  }

  @Test(
    "What is wrong is said with its place",
    arguments: [
      ("<b>a", "line 1, column 1: <b> is opened here and nowhere closed"),
      (
        "a\n👨‍👩‍👧<i>b</b>", "line 2, column 6: </b> stands where <i> of line 2, column 2 must be closed"
      ),
      ("a</b>", "line 1, column 2: </b> closes nothing"),
      ("<script>", "line 1, column 1: the tag <script> is unknown; there are b, i"),
      ("1 < 2", "line 1, column 3: '<' begins a tag here; for the character itself write &lt;"),
      ("<a>x</a>", "line 1, column 1: <a> needs href"), ("<a href=\"x>", "no closing \""),
      ("<b", "the tag <b> has no '>'"), ("<b =>", "no name of an attribute"),
      ("<span>x</span>", "needs class=\"tg-spoiler\""),
      ("<tg-emoji emoji-id=x>a</tg-emoji>", "needs emoji-id"), ("&#xD800;", "is no character"),
      (String(repeating: "<b>", count: 100), "nested deeper than 64"),
      (String(repeating: "x", count: 300_000), "more than"),
    ])
  func mistakes(_ html: String, _ says: String) {
    let error = #expect(throws: MarkupError.self) { try StyledText(html: html) }
    #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
  }

  @Test("Any styled text survives HTML and back")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<1_500 {
      let text = StyledText.random(using: &random).canonical()
      let html = text.html
      #expect(try StyledText(html: html) == text, "\(html)")
    }
  }

  @Test("Junk is read or refused, without a crash")
  func junk() {
    var random = SeededGenerator(seed: 23)
    let parts = [
      "<", ">", "b", "/", "a", " href=", "\"", "'", "&", "#", ";", "x", "pre", "code", "👍", "\n",
    ]
    for _ in 0..<1_500 {
      let text = (0..<20).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      if let styled = try? StyledText(html: text) { #expect(styled == styled.canonical()) }
    }
  }
}
