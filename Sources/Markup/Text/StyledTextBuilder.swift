internal import Model

/// Puts a text and its entities together while markup is read: entities are opened and closed like
/// brackets.
struct StyledTextBuilder {
  struct Frame {
    /// What the markup calls it, for errors: `<b>`, `*`.
    var name: String
    /// Where it was opened in the markup.
    var position: Int
    /// Nil for one that has no entity of its own.
    var kind: TextEntity.Kind?
    var argument: String?
    /// Where it begins in the text, in UTF-16 code units.
    var start: Int
  }

  /// Marks in one another.
  static let maximumDepth = 64

  private(set) var text = ""
  private(set) var length = 0
  private(set) var frames: [Frame] = []
  private var entities: [TextEntity] = []

  var isAtLineStart: Bool { text.isEmpty || text.utf8.last == UInt8(ascii: "\n") }

  func isOpen(_ kind: TextEntity.Kind) -> Bool { frames.contains { $0.kind == kind } }

  mutating func append(_ scalar: Unicode.Scalar) {
    text.unicodeScalars.append(scalar)
    length += UTF16.width(scalar)
  }

  mutating func append(_ string: String) {
    for scalar in string.unicodeScalars { append(scalar) }
  }

  mutating func open(
    _ kind: TextEntity.Kind?, _ argument: String? = nil, named name: String, at position: Int,
    in source: MarkupSource
  ) throws(MarkupError) {
    guard frames.count < Self.maximumDepth else {
      throw source.error(at: position, "marks are nested deeper than \(Self.maximumDepth)")
    }
    frames.append(
      Frame(name: name, position: position, kind: kind, argument: argument, start: length))
  }

  /// Changes the innermost frame.
  mutating func amend(_ change: (inout Frame) -> Void) {
    guard !frames.isEmpty else { return }
    change(&frames[frames.count - 1])
  }

  /// Closes the innermost frame; one that holds nothing leaves nothing.
  mutating func close() {
    guard let frame = frames.popLast(), let kind = frame.kind, length > frame.start else { return }
    entities.append(
      TextEntity(
        kind: kind, offset: Int32(clamping: frame.start),
        length: Int32(clamping: length - frame.start), argument: frame.argument))
  }

  /// All that was read, in canonical form; throws if something is still open.
  func finished(in source: MarkupSource) throws(MarkupError) -> StyledText {
    if let open = frames.last {
      throw source.error(at: open.position, "\(open.name) is opened here and nowhere closed")
    }
    return StyledText(text, entities).canonical()
  }
}

/// A user is mentioned by a link of this form (core.telegram.org/api/links#id-links).
enum MentionLink {
  static let prefix = "tg://user?id="

  /// The entity that a link to this target is.
  static func entity(for target: String) -> (kind: TextEntity.Kind, argument: String) {
    if let id = user(target) { return (.mentionName, String(id)) }
    return (.textURL, target)
  }

  private static func user(_ target: String) -> Int64? {
    guard target.lowercased().hasPrefix(prefix) else { return nil }
    return Int64(target.dropFirst(prefix.count)).flatMap { $0 > 0 ? $0 : nil }
  }
}
