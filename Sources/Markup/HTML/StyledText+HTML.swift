internal import Model

extension StyledText {
  /// The text in Telegram's HTML; reading it gives the canonical form of this text again. What Telegram finds
  /// in a text by itself (names, addresses, hashtags) is written as plain text.
  package var html: String {
    let canonical = canonical()
    return canonical.pieces(canonical.spans).map { piece in
      switch piece {
      case .open(let span): Self.tag(span).open
      case .close(let span): Self.tag(span).close
      case .text(let text): HTMLText.escaped(text)
      }
    }.joined()
  }

  private static func tag(_ span: Span) -> (open: String, close: String) {
    func element(_ name: String, _ attribute: String? = nil, _ value: String? = nil)
      -> (open: String, close: String)
    {
      let assigned = value.map { "=\"\(HTMLText.escaped($0, isAttribute: true))\"" } ?? ""
      return ("<\(name)\(attribute.map { " \($0)\(assigned)" } ?? "")>", "</\(name)>")
    }
    switch span.kind {
    case .bold: return element("b")
    case .italic: return element("i")
    case .underline: return element("u")
    case .strikethrough: return element("s")
    case .spoiler: return element("tg-spoiler")
    case .code: return element("code")
    case .pre:
      let pre = element("pre")
      guard let language = span.argument, !language.isEmpty else { return pre }
      let code = element("code", "class", "language-\(language)")
      return (pre.open + code.open, code.close + pre.close)
    case .blockquote: return element("blockquote")
    case .expandableBlockquote: return element("blockquote", "expandable")
    case .textURL: return element("a", "href", span.argument ?? "")
    case .mentionName: return element("a", "href", MentionLink.prefix + (span.argument ?? ""))
    case .customEmoji: return element("tg-emoji", "emoji-id", span.argument ?? "")
    case .mention, .hashtag, .botCommand, .url, .email, .phone, .cashtag, .other: return ("", "")
    }
  }
}
