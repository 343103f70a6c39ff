internal import Model

/// A styled text taken apart for writing: entities are opened and closed around stretches of text.
enum MarkupPiece {
  case open(Span)
  case text(String)
  case close(Span)
}

extension StyledText {
  /// - Parameter spans: sorted and properly nested, within the text.
  func pieces(_ spans: [Span]) -> [MarkupPiece] {
    let units = Array(text.utf16)
    var pieces: [MarkupPiece] = []
    var open: [Span] = []
    var position = 0
    func advance(to end: Int) {
      guard end > position else { return }
      pieces.append(.text(String(decoding: units[position..<end], as: UTF16.self)))
      position = end
    }
    func close(upTo end: Int) {
      while let last = open.last, last.range.upperBound <= end {
        advance(to: last.range.upperBound)
        pieces.append(.close(last))
        open.removeLast()
      }
    }
    for span in spans {
      close(upTo: span.range.lowerBound)
      advance(to: span.range.lowerBound)
      pieces.append(.open(span))
      open.append(span)
    }
    close(upTo: units.count)
    advance(to: units.count)
    return pieces
  }

  /// The entities of a text in canonical form.
  var spans: [Span] {
    entities.map { entity in
      let start = Int(entity.offset)
      return Span(entity.kind, start..<(start + Int(entity.length)), entity.argument)
    }
  }
}
