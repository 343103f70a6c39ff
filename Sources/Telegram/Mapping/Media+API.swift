internal import Model
internal import TL
internal import TelegramSchema

extension Media {
  /// Nil for the constructor that says there is none.
  init?(_ media: API.MessageMedia) {
    switch media {
    case .messageMediaEmpty: return nil
    case .messageMediaPhoto(let media): self.init(media)
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

  private init(_ media: API.MessageMedia.MessageMediaPhoto) {
    self.init(kind: .photo)
    guard case .photo(let photo)? = media.photo else { return }
    // Sizes may come in any order; the largest is the picture itself.
    let largest = photo.sizes.compactMap(\.extent).max { $0.size < $1.size }
    guard let largest else { return }
    size = Int64(largest.size)
    mimeType = "image/jpeg"
    file = RemoteFile(
      kind: .photo, id: photo.id, accessHash: photo.accessHash, reference: photo.fileReference,
      dc: Int(photo.dcId), sizeType: largest.type)
  }

  private init(_ media: API.MessageMedia.MessageMediaDocument) {
    self.init(kind: media.voice ? .voice : media.round ? .videoNote : .document)
    guard case .document(let document)? = media.document else { return }
    size = document.size
    mimeType = document.mimeType
    file = RemoteFile(
      kind: .document, id: document.id, accessHash: document.accessHash,
      reference: document.fileReference, dc: Int(document.dcId))
    var isAnimated = false
    var isSticker = false
    for attribute in document.attributes {
      switch attribute {
      case .documentAttributeFilename(let file): name = file.fileName
      case .documentAttributeAudio(let audio):
        duration = Double(audio.duration)
        kind = audio.voice ? .voice : .audio
        waveform = audio.waveform.map { Waveform(packed: $0).values }
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

extension API.PhotoSize {
  /// Nil for those that lie in the message itself: outlines and blurred previews.
  fileprivate var extent: (type: String, size: Int32)? {
    switch self {
    case .photoSize(let it): (it.type, it.size)
    case .photoSizeProgressive(let it): it.sizes.max().map { (it.type, $0) }
    case .photoCachedSize, .photoPathSize, .photoSizeEmpty, .photoStrippedSize: nil
    }
  }
}
