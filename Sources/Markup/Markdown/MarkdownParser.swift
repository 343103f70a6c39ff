internal import Model

extension StyledText {
  /// Reads Markdown as Telegram's bots write it (MarkdownV2): `*bold*`, `_italic_`, `__underline__`,
  /// `~strikethrough~`, `||spoiler||`, `` `code` ``, pre between lines of ```` ``` ````, the language behind
  /// the first, `[text](https://…)`, `[text](tg://user?id=…)`, `![👍](tg://emoji?id=…)`, and quotes: lines
  /// that begin with `>`; a quote whose last line ends with `||` is collapsed at first.
  ///
  /// A backslash takes its meaning from the character behind it. Unlike with bots, a character that means
  /// nothing where it stands need not be escaped. `**` means nothing; it keeps marks or quotes apart.
  ///
  /// - Throws: ``MarkupError`` for a mark that is not closed, or closed out of turn.
  package init(markdown: String) throws(MarkupError) {
    var parser = try MarkdownParser(markdown)
    self = try parser.run()
  }
}

private struct MarkdownParser {
  private var source: MarkupSource
  private var builder = StyledTextBuilder()

  init(_ text: String) throws(MarkupError) { source = try MarkupSource(text) }

  mutating func run() throws(MarkupError) -> StyledText {
    while let scalar = source.next {
      if try !readMark(), try !readBlock() {
        source.position += 1
        builder.append(scalar == "\\" ? escaped() : scalar)
      }
    }
    try endQuote()
    return try builder.finished(in: source)
  }

  /// What a backslash stands before, or the backslash.
  private mutating func escaped() -> Unicode.Scalar {
    guard let scalar = source.next, (0x20..<0x7f).contains(scalar.value) else { return "\\" }
    source.position += 1
    return scalar
  }

  // MARK: Marks within a line

  /// The longest first.
  private static let marks: [(text: String, kind: TextEntity.Kind)] = [
    ("__", .underline), ("||", .spoiler), ("*", .bold), ("_", .italic), ("~", .strikethrough),
  ]

  private mutating func readMark() throws(MarkupError) -> Bool {
    let start = source.position
    if source.take("**") { return true }
    if try takeQuoteEnd() { return true }
    for (text, kind) in Self.marks where source.take(text) {
      if builder.isOpen(kind) {
        try close(kind, named: text, at: start)
      } else {
        try builder.open(kind, named: text, at: start, in: source)
      }
      return true
    }
    return false
  }

  private mutating func close(
    _ kind: TextEntity.Kind, named name: String, at start: Int
  ) throws(MarkupError) {
    if let last = builder.frames.last, last.kind != kind {
      let place = source.error(at: last.position, "")
      throw source.error(
        at: start,
        "\(name) stands where \(last.name) of line \(place.line), column \(place.column) must be closed "
          + "first; for the character itself write a \\ before it")
    }
    builder.close()
  }

  // MARK: Links, code, quotes

  private mutating func readBlock() throws(MarkupError) -> Bool {
    let start = source.position
    switch source.next {
    case "`":
      if source.take("```") {
        try readPre(from: start)
      } else {
        source.position += 1
        try readVerbatim(.code, nil, until: "`", from: start)
      }
    case "!" where source.starts(with: "!["):
      source.position += 2
      try openLink(.customEmoji, "![", at: start)
    case "[":
      source.position += 1
      try openLink(.textURL, "[", at: start)
    case "]" where builder.isOpen(.textURL) || builder.isOpen(.customEmoji):
      try closeLink()
    case ">" where builder.isAtLineStart && !isInQuote:
      source.position += 1
      try builder.open(.blockquote, named: ">", at: start, in: source)
    case "\n" where isInQuote:
      try readLineBreakInQuote()
    default:
      return false
    }
    return true
  }

  private mutating func readPre(from start: Int) throws(MarkupError) {
    let behind = source.position
    var language = ""
    while let scalar = source.next, !scalar.properties.isWhitespace, scalar != "`" {
      source.position += 1
      language.unicodeScalars.append(scalar == "\\" ? escaped() : scalar)
    }
    if !source.take("\n") {
      // All on one line: there is no language.
      language = ""
      source.position = behind
    }
    try readVerbatim(.pre, language.isEmpty ? nil : language, until: "```", from: start)
  }

  private mutating func readVerbatim(
    _ kind: TextEntity.Kind, _ argument: String?, until end: String, from start: Int
  ) throws(MarkupError) {
    try builder.open(kind, argument, named: end, at: start, in: source)
    while !source.take(end) {
      guard let scalar = source.next else {
        throw source.error(at: start, "\(end) is opened here and nowhere closed")
      }
      source.position += 1
      builder.append(scalar == "\\" ? escaped() : scalar)
    }
    builder.close()
  }

  private mutating func openLink(
    _ kind: TextEntity.Kind, _ name: String, at start: Int
  ) throws(MarkupError) {
    guard !builder.isOpen(.textURL), !builder.isOpen(.customEmoji) else {
      throw source.error(at: start, "a link holds no other; for the character itself write \\[")
    }
    try builder.open(kind, named: name, at: start, in: source)
  }

  private mutating func closeLink() throws(MarkupError) {
    let start = source.position
    source.position += 1
    guard let frame = builder.frames.last, frame.kind == .textURL || frame.kind == .customEmoji
    else {
      try close(.textURL, named: "]", at: start)
      return
    }
    guard source.take("(") else {
      throw source.error(
        at: frame.position,
        "\(frame.name)…] needs a (target) behind it; for brackets write \\[ and \\]")
    }
    var target = ""
    while !source.take(")") {
      guard let scalar = source.next, scalar != "\n" else {
        throw source.error(at: frame.position, "the target of this link has no ')'")
      }
      source.position += 1
      target.unicodeScalars.append(scalar == "\\" ? escaped() : scalar)
    }
    try setTarget(target, of: frame)
    builder.close()
  }

  private static let emojiPrefix = "tg://emoji?id="

  private mutating func setTarget(
    _ target: String, of frame: StyledTextBuilder.Frame
  ) throws(MarkupError) {
    if frame.kind == .customEmoji {
      guard target.hasPrefix(Self.emojiPrefix),
        let id = Int64(target.dropFirst(Self.emojiPrefix.count))
      else {
        throw source.error(at: frame.position, "an emoji's target is \(Self.emojiPrefix)NUMBER")
      }
      builder.amend { $0.argument = String(id) }
      return
    }
    guard !target.isEmpty else {
      throw source.error(at: frame.position, "the target of this link is empty")
    }
    let link = MentionLink.entity(for: target)
    builder.amend { frame in
      frame.kind = link.kind
      frame.argument = link.argument
    }
  }

  // MARK: Quotes

  private var isInQuote: Bool { builder.isOpen(.blockquote) }

  /// `||` at the end of a quote's last line; anywhere else it is a spoiler.
  private mutating func takeQuoteEnd() throws(MarkupError) -> Bool {
    guard isInQuote, !builder.isOpen(.spoiler), source.starts(with: "||"),
      source[2] == nil || source[2] == "\n" && source[3] != ">"
    else { return false }
    source.position += 2
    guard builder.frames.last?.kind == .blockquote else {
      try endQuote()
      return true
    }
    builder.amend { $0.kind = .expandableBlockquote }
    builder.close()
    return true
  }

  private mutating func readLineBreakInQuote() throws(MarkupError) {
    if source[1] == ">" {
      source.position += 2
    } else {
      try endQuote()
      source.position += 1
    }
    builder.append("\n" as Unicode.Scalar)
  }

  private mutating func endQuote() throws(MarkupError) {
    guard isInQuote else { return }
    guard let last = builder.frames.last, last.kind == .blockquote else {
      let open = builder.frames.last
      throw source.error(
        at: open?.position, "\(open?.name ?? "") is opened inside the quote and not closed there")
    }
    builder.close()
  }
}
