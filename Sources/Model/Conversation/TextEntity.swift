/// A styled or meaningful stretch of a text (core.telegram.org/api/entities).
package struct TextEntity: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable {
    case mention, hashtag, botCommand, url, email, phone, cashtag
    case bold, italic, underline, strikethrough, spoiler, code, pre, blockquote
    /// A quote that is shown collapsed at first.
    case expandableBlockquote
    case textURL, mentionName, customEmoji, other
  }

  package var kind: Kind
  /// In UTF-16 code units, as on the wire.
  package var offset: Int32
  /// In UTF-16 code units.
  package var length: Int32
  /// The target of a textURL, the language of a pre, the user id of a mentionName, the
  /// document id of a customEmoji.
  package var argument: String?

  package init(kind: Kind, offset: Int32, length: Int32, argument: String? = nil) {
    self.kind = kind
    self.offset = offset
    self.length = length
    self.argument = argument
  }
}
