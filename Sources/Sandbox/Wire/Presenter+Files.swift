import TelegramSchema

extension Presenter {
  /// The one size in which photos are given out, unchanged.
  static let photoSize = "y"

  func media(_ file: StoredFile) -> API.MessageMedia {
    let reference = FileReference(file).bytes
    let dc = file.dc ?? world.dc
    var attributes: [API.DocumentAttribute] = []
    var isVoice = false
    switch file.form {
    case .photo:
      return .messageMediaPhoto(
        .init(
          photo: .photo(
            .init(
              id: file.id, accessHash: world.fileHash(of: file.id), fileReference: reference,
              date: file.date,
              sizes: [
                // Nobody looks into the picture: its dimensions are made up.
                .photoSize(
                  .init(type: Self.photoSize, w: 1280, h: 960, size: file.content.count.clamped))
              ], dcId: dc))))
    case .document: break
    case .voice(let duration, let waveform):
      isVoice = true
      attributes.append(
        .documentAttributeAudio(.init(voice: true, duration: duration, waveform: waveform)))
    }
    if let name = file.name { attributes.append(.documentAttributeFilename(.init(fileName: name))) }
    return .messageMediaDocument(
      .init(
        voice: isVoice,
        document: .document(
          .init(
            id: file.id, accessHash: world.fileHash(of: file.id), fileReference: reference,
            date: file.date, mimeType: file.mimeType, size: Int64(file.content.count), dcId: dc,
            attributes: attributes))))
  }
}
