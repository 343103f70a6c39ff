/// What a message carries beside its text.
package struct Media: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable {
    case photo, video, videoNote = "video_note", voice, audio, animation, sticker, document
    case location, contact, poll, webPage = "web_page", story, game, invoice, dice, other
  }

  package var kind: Kind
  /// In seconds; for voice, audio and video.
  package var duration: Double?
  /// In bytes.
  package var size: Int64?
  package var name: String?
  package var mimeType: String?

  package init(
    kind: Kind, duration: Double? = nil, size: Int64? = nil, name: String? = nil,
    mimeType: String? = nil
  ) {
    self.kind = kind
    self.duration = duration
    self.size = size
    self.name = name
    self.mimeType = mimeType
  }
}
