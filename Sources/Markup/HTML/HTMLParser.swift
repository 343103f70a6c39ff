internal import Model

extension StyledText {
  /// Reads Telegram's HTML: `b strong i em u ins s strike del code pre blockquote`,
  /// `<span class="tg-spoiler">` and `tg-spoiler`, `<pre><code class="language-…">`, `<a href="…">`
  /// (`tg://user?id=…` is a mention), `<blockquote expandable>`, `<tg-emoji emoji-id="…">`, and `br` for a line
  /// break. White space stays as it is; of named references there are lt, gt, amp, quot, apos and nbsp.
  ///
  /// - Throws: ``MarkupError`` for an unknown tag, one that is not closed, or closed out of turn.
  package init(html: String) throws(MarkupError) {
    var parser = try HTMLParser(html)
    self = try parser.run()
  }
}

private struct HTMLParser {
  private var source: MarkupSource
  private var builder = StyledTextBuilder()

  init(_ text: String) throws(MarkupError) { source = try MarkupSource(text) }

  mutating func run() throws(MarkupError) -> StyledText {
    while !source.isAtEnd {
      let start = source.position
      if source.take("<") {
        let tag = try HTMLTag(from: &source)
        if tag.isClosing {
          try close(tag, at: start)
        } else {
          try open(tag, at: start)
        }
      } else {
        for scalar in try HTMLText.scalars(from: &source) { builder.append(scalar) }
      }
    }
    return try builder.finished(in: source)
  }

  private static let simple: [String: TextEntity.Kind] = [
    "b": .bold, "strong": .bold, "i": .italic, "em": .italic, "u": .underline, "ins": .underline,
    "s": .strikethrough, "strike": .strikethrough, "del": .strikethrough, "tg-spoiler": .spoiler,
    "pre": .pre,
  ]

  private static let names =
    "b, i, u, s, tg-spoiler, code, pre, a, blockquote, tg-emoji, span, br"

  private mutating func open(_ tag: HTMLTag, at start: Int) throws(MarkupError) {
    if tag.name == "br" {
      builder.append("\n")
      return
    }
    let (kind, argument) = try entity(of: tag, at: start)
    try builder.open(kind, argument, named: "<\(tag.name)>", at: start, in: source)
  }

  /// Nil for a tag that only adds to the one around it.
  private mutating func entity(
    of tag: HTMLTag, at start: Int
  ) throws(MarkupError) -> (TextEntity.Kind?, String?) {
    if let kind = Self.simple[tag.name] { return (kind, nil) }
    switch tag.name {
    case "span":
      guard tag.attributes["class"] == "tg-spoiler" else {
        throw source.error(at: start, "<span> needs class=\"tg-spoiler\"")
      }
      return (.spoiler, nil)
    case "blockquote":
      return (tag.attributes["expandable"] == nil ? .blockquote : .expandableBlockquote, nil)
    case "code":
      guard builder.frames.last?.kind == .pre else { return (.code, nil) }
      let language = tag.attributes["class"].flatMap { name in
        name.hasPrefix("language-") ? String(name.dropFirst("language-".count)) : nil
      }
      if let language { builder.amend { $0.argument = language } }
      return (nil, nil)
    case "a":
      guard let target = tag.attributes["href"], !target.isEmpty else {
        throw source.error(at: start, "<a> needs href=\"…\"")
      }
      let link = MentionLink.entity(for: target)
      return (link.kind, link.argument)
    case "tg-emoji":
      guard let id = tag.attributes["emoji-id"].flatMap({ Int64($0) }) else {
        throw source.error(at: start, "<tg-emoji> needs emoji-id=\"…\", a number")
      }
      return (.customEmoji, String(id))
    default:
      throw source.error(at: start, "the tag <\(tag.name)> is unknown; there are \(Self.names)")
    }
  }

  private mutating func close(_ tag: HTMLTag, at start: Int) throws(MarkupError) {
    guard let open = builder.frames.last else {
      throw source.error(at: start, "</\(tag.name)> closes nothing")
    }
    guard open.name == "<\(tag.name)>" else {
      let place = source.error(at: open.position, "")
      throw source.error(
        at: start,
        "</\(tag.name)> stands where \(open.name) of line \(place.line), column \(place.column) must "
          + "be closed first")
    }
    builder.close()
  }
}
