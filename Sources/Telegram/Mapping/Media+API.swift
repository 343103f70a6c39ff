internal import Model
internal import TL
internal import TelegramSchema

extension Media {
  /// Nil for the constructor that says there is none.
  init?(_ media: API.MessageMedia) {
    switch media {
    case .messageMediaEmpty: return nil
    case .messageMediaPhoto: self.init(kind: .photo)
    case .messageMediaGeo: self.init(kind: .location)
    case .messageMediaContact: self.init(kind: .contact)
    case .messageMediaWebPage: self.init(kind: .webPage)
    case .messageMediaUnsupported: self.init(kind: .other)
    case .messageMediaDocument(let media): self.init(media)
    case .raw(let raw):
      let name = SchemaTable.entry(raw.constructorID)?.name ?? ""
      self.init(kind: Self.rawKinds[name] ?? .other)
    }
  }

  private init(_ media: API.MessageMedia.MessageMediaDocument) {
    self.init(kind: media.voice ? .voice : media.round ? .videoNote : .document)
    guard case .document(let document)? = media.document else { return }
    size = document.size
    mimeType = document.mimeType
    var isAnimated = false
    var isSticker = false
    for attribute in document.attributes {
      switch attribute {
      case .documentAttributeFilename(let file): name = file.fileName
      case .documentAttributeAudio(let audio):
        duration = Double(audio.duration)
        kind = audio.voice ? .voice : .audio
      case .documentAttributeVideo(let video):
        duration = video.duration
        kind = video.roundMessage ? .videoNote : .video
      case .documentAttributeSticker: isSticker = true
      case .documentAttributeAnimated: isAnimated = true
      case .documentAttributeHasStickers, .documentAttributeImageSize, .raw: break
      }
    }
    // Animations and video stickers carry a video's attributes too.
    if isSticker { kind = .sticker } else if isAnimated { kind = .animation }
  }

  private static let rawKinds: [String: Kind] = [
    "messageMediaGeoLive": .location, "messageMediaVenue": .location, "messageMediaPoll": .poll,
    "messageMediaStory": .story, "messageMediaGame": .game, "messageMediaInvoice": .invoice,
    "messageMediaPaidMedia": .invoice, "messageMediaDice": .dice,
  ]
}
