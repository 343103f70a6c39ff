internal import Model

extension StyledText {
  /// The one form in which Telegram keeps a text (core.telegram.org/bots/api#formatting-options): no
  /// white space at either end; entities inside the text, on whole scalars, properly nested and sorted.
  ///
  /// Bold, italic, underline, strikethrough and spoiler may contain anything and be contained in anything
  /// but code and pre; they are joined where they touch, and cut where they would cross another entity.
  /// Quotes contain no quotes, and of all others none contains another: of two that cross, the first
  /// stays.
  package func canonical() -> StyledText {
    let units = Array(text.utf16)
    let kept = Self.trimmed(units)
    let entities = self.entities.compactMap { Span($0, in: units, kept: kept) }
    let fixed = Self.withoutCrossings(entities.filter { !$0.isStyle })
    let verbatim = fixed.filter(\.isVerbatim).map(\.range)
    let styles = Self.joined(entities.filter(\.isStyle))
      .flatMap { $0.without(verbatim) }
      .flatMap { $0.cut(atEdgesOf: fixed) }
    let text = String(decoding: units[kept], as: UTF16.self)
    return StyledText(text, Self.nested(fixed + styles).map(\.entity))
  }

  /// White space at the ends goes, scalar by scalar.
  private static func trimmed(_ units: [UInt16]) -> Range<Int> {
    func isSpace(_ unit: UInt16) -> Bool {
      Unicode.Scalar(unit).map(\.properties.isWhitespace) ?? false
    }
    guard let first = units.firstIndex(where: { !isSpace($0) }),
      let last = units.lastIndex(where: { !isSpace($0) })
    else { return 0..<0 }
    return first..<(last + 1)
  }

  /// Those that stay beside each other: quotes may hold others, others hold none.
  private static func withoutCrossings(_ spans: [Span]) -> [Span] {
    var quotes: [Span] = []
    for quote in spans.filter(\.isQuote).sorted(by: Span.precedes)
    where quotes.last.map({ $0.range.upperBound <= quote.range.lowerBound }) ?? true {
      quotes.append(quote)
    }
    var others: [Span] = []
    for span in spans.filter({ !$0.isQuote }).sorted(by: Span.precedes) {
      let touched = quotes.filter { $0.range.overlaps(span.range) }
      guard touched.allSatisfy({ $0.holds(span) }),
        others.last.map({ $0.range.upperBound <= span.range.lowerBound }) ?? true
      else { continue }
      others.append(span)
    }
    return quotes + others
  }

  /// Styles of one kind that touch or overlap become one.
  private static func joined(_ styles: [Span]) -> [Span] {
    var result: [Span] = []
    for style in styles.sorted(by: {
      ($0.rank, $0.range.lowerBound) < ($1.rank, $1.range.lowerBound)
    }) {
      if let last = result.last, last.kind == style.kind,
        style.range.lowerBound <= last.range.upperBound
      {
        let upper = max(last.range.upperBound, style.range.upperBound)
        result[result.count - 1].range = last.range.lowerBound..<upper
      } else {
        result.append(style)
      }
    }
    return result
  }

  /// Sorted, outer before inner; styles that cross one another are cut where the earlier one ends.
  private static func nested(_ spans: [Span]) -> [Span] {
    var waiting = spans.sorted { Span.precedes($1, $0) }
    var open: [Span] = []
    var result: [Span] = []
    while var span = waiting.popLast() {
      open.removeAll { $0.range.upperBound <= span.range.lowerBound }
      let edge = open.lazy.map(\.range.upperBound).filter { $0 < span.range.upperBound }.min()
      if let edge {
        var rest = span
        rest.range = edge..<span.range.upperBound
        span.range = span.range.lowerBound..<edge
        let place = waiting.lastIndex { Span.precedes(rest, $0) }
        waiting.insert(rest, at: place.map { $0 + 1 } ?? 0)
      }
      open.append(span)
      result.append(span)
    }
    return result.sorted(by: Span.precedes)
  }
}

/// An entity while it is put in order.
struct Span {
  let kind: TextEntity.Kind
  let argument: String?
  /// UTF-16 code units of the trimmed text.
  var range: Range<Int>

  init(_ kind: TextEntity.Kind, _ range: Range<Int>, _ argument: String? = nil) {
    self.kind = kind
    self.range = range
    self.argument = argument?.isEmpty == true ? nil : argument
  }

  /// Nil if nothing is left of it.
  init?(_ entity: TextEntity, in units: [UInt16], kept: Range<Int>) {
    var lower = Int(entity.offset)
    var upper = lower + Int(entity.length)
    guard lower < upper else { return nil }
    // Half of a surrogate pair takes the other half along.
    if units.indices.contains(lower), UTF16.isTrailSurrogate(units[lower]) { lower -= 1 }
    if units.indices.contains(upper), UTF16.isTrailSurrogate(units[upper]) { upper += 1 }
    let range =
      max(lower, kept.lowerBound)..<max(kept.lowerBound, lower, min(upper, kept.upperBound))
    guard !range.isEmpty, range.lowerBound < kept.upperBound else { return nil }
    self.init(
      entity.kind, (range.lowerBound - kept.lowerBound)..<(range.upperBound - kept.lowerBound),
      entity.argument)
  }

  var entity: TextEntity {
    TextEntity(
      kind: kind, offset: Int32(clamping: range.lowerBound), length: Int32(clamping: range.count),
      argument: argument)
  }

  var isQuote: Bool { kind == .blockquote || kind == .expandableBlockquote }
  var isVerbatim: Bool { kind == .code || kind == .pre }
  var isStyle: Bool { (1..<Self.spanRank).contains(rank) }

  private static let spanRank = 6

  /// Of several that cover the same stretch the lowest is the outermost.
  var rank: Int {
    switch kind {
    case .blockquote, .expandableBlockquote: 0
    case .bold: 1
    case .italic: 2
    case .underline: 3
    case .strikethrough: 4
    case .spoiler: 5
    case .textURL, .mentionName: Self.spanRank
    case .customEmoji: 7
    case .pre: 8
    case .code: 9
    case .mention, .hashtag, .botCommand, .url, .email, .phone, .cashtag, .other: 10
    }
  }

  static func precedes(_ left: Span, _ right: Span) -> Bool {
    (left.range.lowerBound, -left.range.upperBound, left.rank)
      < (right.range.lowerBound, -right.range.upperBound, right.rank)
  }

  func holds(_ other: Span) -> Bool {
    range.lowerBound <= other.range.lowerBound && other.range.upperBound <= range.upperBound
  }

  /// What is left between these stretches.
  func without(_ holes: [Range<Int>]) -> [Span] {
    var pieces = [range]
    for hole in holes {
      pieces = pieces.flatMap { piece in
        guard piece.overlaps(hole) else { return [piece] }
        return [
          piece.lowerBound..<max(piece.lowerBound, hole.lowerBound),
          min(piece.upperBound, hole.upperBound)..<piece.upperBound,
        ].filter { !$0.isEmpty }
      }
    }
    return pieces.map { Span(kind, $0, argument) }
  }

  /// Cut so that no piece crosses any of these.
  func cut(atEdgesOf others: [Span]) -> [Span] {
    var pieces = [range]
    for other in others where range.overlaps(other.range) && !holds(other) && !other.holds(self) {
      let edge =
        other.range.lowerBound > range.lowerBound
        ? other.range.lowerBound : other.range.upperBound
      pieces = pieces.flatMap { piece in
        piece.lowerBound < edge && edge < piece.upperBound
          ? [piece.lowerBound..<edge, edge..<piece.upperBound] : [piece]
      }
    }
    return pieces.map { Span(kind, $0, argument) }
  }
}
