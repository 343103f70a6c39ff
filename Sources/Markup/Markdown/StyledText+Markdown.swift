internal import Model

extension StyledText {
  /// The text in Markdown; reading it gives this text again, as ``fittedToMarkdown()`` makes it.
  package var markdown: String {
    let fitted = fittedToMarkdown()
    // A mark that is open where a quote begins or ends could not be closed on the right side of it.
    let quotes = fitted.spans.filter(\.isQuote)
    let spans = fitted.spans.flatMap { span in
      span.isStyle ? span.cut(atEdgesInside: quotes) : [span]
    }
    var writer = MarkdownWriter()
    for piece in fitted.pieces(spans.sorted(by: Span.precedes)) { writer.write(piece) }
    return writer.text
  }

  /// What Markdown can say of the text: quotes are whole lines, the line break behind one is plain, and
  /// link targets have no line breaks.
  package func fittedToMarkdown() -> StyledText {
    let canonical = canonical()
    let units = Array(canonical.text.utf16)
    var spans = canonical.spans
    for index in spans.indices where spans[index].isQuote {
      spans[index].range = Self.wholeLines(spans[index].range, in: units)
    }
    let breaks = spans.filter(\.isQuote).map { $0.range.upperBound..<($0.range.upperBound + 1) }
    spans = spans.filter { !$0.range.isEmpty }.flatMap { span in
      span.isQuote ? [span] : span.without(breaks)
    }
    return StyledText(canonical.text, spans.compactMap(\.onOneLine).map(\.entity)).canonical()
  }

  private static func wholeLines(_ range: Range<Int>, in units: [UInt16]) -> Range<Int> {
    let lineBreak = UInt16(UInt8(ascii: "\n"))
    let lower = units[..<range.lowerBound].lastIndex(of: lineBreak).map { $0 + 1 } ?? 0
    if units[range.upperBound - 1] == lineBreak {
      return lower..<max(lower, range.upperBound - 1)
    }
    return lower..<(units[range.upperBound...].firstIndex(of: lineBreak) ?? units.count)
  }
}

extension Span {
  /// Line breaks in a link's target mean nothing (url.spec.whatwg.org, "basic URL parser"); nil: it has
  /// nothing else.
  fileprivate var onOneLine: Span? {
    guard kind == .textURL, let target = argument, target.utf8.contains(UInt8(ascii: "\n")) else {
      return self
    }
    let rest = String(String.UnicodeScalarView(target.unicodeScalars.filter { $0 != "\n" }))
    return rest.isEmpty ? nil : Span(kind, range, rest)
  }

  /// Cut at both ends of each of these, also of those that it holds.
  fileprivate func cut(atEdgesInside others: [Span]) -> [Span] {
    let edges = others.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
    var pieces: [Range<Int>] = []
    var lower = range.lowerBound
    for edge in edges.sorted() where edge > lower && edge < range.upperBound {
      pieces.append(lower..<edge)
      lower = edge
    }
    pieces.append(lower..<range.upperBound)
    return pieces.map { Span(kind, $0, argument) }
  }
}

private struct MarkdownWriter {
  private(set) var text = ""
  private var isInQuote = false
  /// How many line breaks, and nothing else, have come since the last quote; nil: something else.
  private var breaksSinceQuote: Int?
  private var isVerbatim = false

  private static let special = Set("_*[]()~`>#+-=|{}.!\\".unicodeScalars)

  mutating func write(_ piece: MarkupPiece) {
    switch piece {
    case .open(let span): open(span)
    case .close(let span): close(span)
    case .text(let string):
      for scalar in string.unicodeScalars { write(scalar) }
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    breaksSinceQuote = scalar == "\n" ? breaksSinceQuote.map { $0 + 1 } : nil
    let isSpecial = isVerbatim ? scalar == "`" || scalar == "\\" : Self.special.contains(scalar)
    if isSpecial { text += "\\" }
    text.unicodeScalars.append(scalar)
    if scalar == "\n", isInQuote, !isVerbatim { text += ">" }
  }

  private mutating func open(_ span: Span) {
    switch span.kind {
    case .blockquote, .expandableBlockquote:
      if breaksSinceQuote == 1 { text += "**" }
      text += ">"
      isInQuote = true
    case .code:
      text += "`"
      isVerbatim = true
    case .pre:
      let language = (span.argument ?? "").unicodeScalars.filter { !$0.properties.isWhitespace }
      text += "```" + Self.escaped(String(String.UnicodeScalarView(language)), "`\\") + "\n"
      isVerbatim = true
    case .textURL, .mentionName: text += "["
    case .customEmoji: text += "!["
    default: mark(span.kind)
    }
  }

  private mutating func close(_ span: Span) {
    switch span.kind {
    case .blockquote, .expandableBlockquote:
      if span.kind == .expandableBlockquote { text += "||" }
      isInQuote = false
      breaksSinceQuote = 0
    case .code:
      text += "`"
      isVerbatim = false
    case .pre:
      text += "```"
      isVerbatim = false
    case .textURL: target(span.argument ?? "")
    case .mentionName: target(MentionLink.prefix + (span.argument ?? ""))
    case .customEmoji: target("tg://emoji?id=" + (span.argument ?? ""))
    default: mark(span.kind)
    }
  }

  private mutating func target(_ target: String) {
    text += "](" + Self.escaped(target, ")\\") + ")"
  }

  private mutating func mark(_ kind: TextEntity.Kind) {
    let mark: String
    switch kind {
    case .bold: mark = "*"
    case .italic: mark = "_"
    case .underline: mark = "__"
    case .strikethrough: mark = "~"
    case .spoiler: mark = "||"
    default: return
    }
    // `_` and `__` side by side could be read in another order.
    if mark.hasPrefix("_"), text.utf8.last == UInt8(ascii: "_") { text += "**" }
    text += mark
  }

  private static func escaped(_ text: String, _ special: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if special.unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
