/// A file that leaves with a message.
package struct Attachment: Sendable, Hashable, Codable {
  /// What it is in the chat.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// JPEG or PNG.
    case photo
    case document
    /// Ogg with Opus.
    case voice
  }

  /// Absolute. The file has to stay as it is until the message has left.
  package var path: String
  package var kind: Kind
  /// As what it is shown; nil: under its own name.
  package var name: String?

  package init(path: String, kind: Kind, name: String? = nil) {
    self.path = path
    self.kind = kind
    self.name = name
  }
}
