import Markup
import Model

/// HTML and Markdown as people and models write them: refused in words, or a text whose entities lie
/// inside it, and which is written and read again as the same.
struct MarkupTarget: FuzzTarget {
  static let name = "markup"

  static func seeds() -> [[UInt8]] {
    let html = [
      "<b>bold <i>both</i></b> <u>u</u><s>s</s> <span class=\"tg-spoiler\">x</span> &lt;&#x1F600;&#33;",
      "<pre><code class=\"language-swift\">let x = 1\n</code></pre><blockquote expandable>q</blockquote>",
      "<a href=\"https://example.org/?a=1&amp;b\">שלום</a> <a href='tg://user?id=7'>👨‍👩‍👧</a><br/>",
      "<tg-emoji emoji-id=\"5368324170671202286\">👍</tg-emoji> e\u{301} <code>x</code>",
    ]
    let markdown = [
      "**bold _both_** ~~gone~~ ||hidden|| `code` \\* __under__", "> quoted\n> more\n\n**>long||",
      "```swift\nlet x = 1\n```\n[שלום](https://example.org/) ![👍](tg://emoji?id=5)",
      "[you](tg://user?id=7) *a*b*c* 𝄞",
    ]
    return html.map { [0] + Array($0.utf8) } + markdown.map { [1] + Array($0.utf8) }
      + [[2, 3, 0, 4, 9, 1, 2, 5, 2, 4] + Array("some words 👍 to style".utf8)]
  }

  private static let kinds: [TextEntity.Kind] = [
    .bold, .italic, .underline, .strikethrough, .spoiler, .code, .pre, .blockquote,
    .expandableBlockquote, .textURL, .mentionName, .customEmoji, .mention, .other,
  ]

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    switch choices.number(below: 3) {
    case 0:
      let text = String(decoding: choices.remainder(), as: UTF8.self)
      if let styled = try? StyledText(html: text) { check(styled) }
    case 1:
      let text = String(decoding: choices.remainder(), as: UTF8.self)
      if let styled = try? StyledText(markdown: text) { check(styled) }
    default:
      let entities = (0..<choices.number(below: 8)).map { _ in
        TextEntity(
          kind: choices.element(of: Self.kinds), offset: Int32(Int8(bitPattern: choices.byte())),
          length: Int32(Int8(bitPattern: choices.byte())), argument: "12")
      }
      let text = String(decoding: choices.remainder(), as: UTF8.self)
      check(StyledText(text, entities).canonical())
    }
  }

  private func check(_ styled: StyledText) {
    let count = styled.text.utf16.count
    for entity in styled.entities {
      demand(
        entity.offset >= 0 && entity.length > 0 && Int(entity.offset) + Int(entity.length) <= count,
        "an entity lies outside its text")
    }
    let canonical = styled.canonical()
    demand(canonical.canonical() == canonical, "the canonical form is not its own")
    let html = canonical.html
    // Far longer than any message: what is written need not be read again.
    guard html.utf8.count < 200_000 else { return }
    demand((try? StyledText(html: html)) != nil, "HTML that was written cannot be read")
    let markdown = canonical.fittedToMarkdown().markdown
    demand((try? StyledText(markdown: markdown)) != nil, "Markdown that was written cannot be read")
  }
}
