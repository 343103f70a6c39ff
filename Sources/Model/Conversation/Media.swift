/// What a message carries beside its text.
package struct Media: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case photo, video, videoNote = "video_note", voice, audio, animation, sticker, document
    case location, contact, poll, webPage = "web_page", story, game, invoice, dice, other
  }

  package var kind: Kind
  /// In seconds; for voice, audio and video. Senders choose it freely: what is no length of time is nil,
  /// and more than ``longest`` counts as that.
  package var duration: Double? {
    get { seconds }
    set { seconds = Self.sane(newValue) }
  }
  /// In bytes; nil for what is no size.
  package var size: Int64? {
    get { bytes }
    set { bytes = Self.sane(newValue) }
  }
  package var name: String?
  package var mimeType: String?
  /// How loud a voice note is along its length: about 100 values of 0 to 31.
  package var waveform: [UInt8]?
  /// Where the content lies; nil for what has none of its own (a place, a contact).
  package var file: RemoteFile?
  // Observers would not see what initializers of other modules set.
  private var seconds: Double?
  private var bytes: Int64?

  package init(
    kind: Kind, duration: Double? = nil, size: Int64? = nil, name: String? = nil,
    mimeType: String? = nil, waveform: [UInt8]? = nil, file: RemoteFile? = nil
  ) {
    self.kind = kind
    seconds = Self.sane(duration)
    bytes = Self.sane(size)
    self.name = name
    self.mimeType = mimeType
    self.waveform = waveform
    self.file = file
  }
}

extension Media {
  /// A month: a duration that any reader may turn into whole numbers and times.
  package static let longest: Double = 30 * 86_400

  private static func sane(_ duration: Double?) -> Double? {
    duration.flatMap { $0 >= 0 ? min($0, longest) : nil }
  }

  private static func sane(_ size: Int64?) -> Int64? { size.flatMap { $0 >= 0 ? $0 : nil } }

  private enum CodingKeys: String, CodingKey {
    case kind, name, mimeType, waveform, file
    case seconds = "duration"
    case bytes = "size"
  }

  /// What was stored before these were looked at is held to the same.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      kind: try values.decode(Kind.self, forKey: .kind),
      duration: try values.decodeIfPresent(Double.self, forKey: .seconds),
      size: try values.decodeIfPresent(Int64.self, forKey: .bytes),
      name: try values.decodeIfPresent(String.self, forKey: .name),
      mimeType: try values.decodeIfPresent(String.self, forKey: .mimeType),
      waveform: try values.decodeIfPresent([UInt8].self, forKey: .waveform),
      file: try values.decodeIfPresent(RemoteFile.self, forKey: .file))
  }
}
