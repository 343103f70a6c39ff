/// What a message carries beside its text.
package struct Media: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
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
  /// How loud a voice note is along its length: about 100 values of 0 to 31.
  package var waveform: [UInt8]?
  /// Where the content lies; nil for what has none of its own (a place, a contact).
  package var file: RemoteFile?

  package init(
    kind: Kind, duration: Double? = nil, size: Int64? = nil, name: String? = nil,
    mimeType: String? = nil, waveform: [UInt8]? = nil, file: RemoteFile? = nil
  ) {
    self.kind = kind
    self.duration = duration
    self.size = size
    self.name = name
    self.mimeType = mimeType
    self.waveform = waveform
    self.file = file
  }
}
