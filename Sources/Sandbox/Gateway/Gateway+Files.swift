import Model
import TL
import TelegramSchema

extension Gateway {
  mutating func savePart(
    _ call: Methods.Upload.SaveFilePart, by me: Int64
  ) throws(Refusal) -> Bool {
    try world.savePart(call.filePart, of: call.fileId, call.bytes, by: me)
    return true
  }

  mutating func saveBigPart(
    _ call: Methods.Upload.SaveBigFilePart, by me: Int64
  ) throws(Refusal) -> Bool {
    try world.savePart(
      call.filePart, of: call.fileId, total: call.fileTotalParts, call.bytes, by: me)
    return true
  }

  mutating func readFile(_ call: Methods.Upload.GetFile) throws(Refusal) -> API.Upload.File {
    let (id, hash, reference): (Int64, Int64, [UInt8])
    switch call.location {
    case .inputDocumentFileLocation(let file):
      (id, hash, reference) = (file.id, file.accessHash, file.fileReference)
    case .inputPhotoFileLocation(let file):
      guard file.thumbSize == Presenter.photoSize else { throw Refusal("LOCATION_INVALID") }
      (id, hash, reference) = (file.id, file.accessHash, file.fileReference)
    default: throw Refusal("LOCATION_INVALID")
    }
    let bytes = try world.read(
      reference, id: id, hash: hash, offset: call.offset, limit: call.limit,
      isPrecise: call.precise)
    if call.cdnSupported, let file = world.files[id], let redirect = cdn?.redirect(to: file) {
      return .fileCdnRedirect(redirect)
    }
    let isPhoto = world.files[id]?.form == .photo
    return .file(
      .init(type: isPhoto ? .fileJpeg : .fileUnknown, mtime: world.now, bytes: Array(bytes)))
  }

  mutating func uploadMedia(
    _ call: Methods.Messages.UploadMedia, by me: Int64
  ) throws(Refusal) -> API.MessageMedia {
    _ = try peer(call.peer, for: me)
    let file = try file(of: call.media, by: me)
    return Presenter(world: world, viewer: me).media(file)
  }

  mutating func sendMedia(
    _ call: Methods.Messages.SendMedia, by me: Int64, in session: SessionKey
  ) throws(Refusal) -> API.Updates {
    let chat = try peer(call.peer, for: me)
    guard call.scheduleDate == nil else { throw Refusal("SCHEDULE_DATE_INVALID") }
    var submission = Submission(
      to: chat, TLText.readable(call.message), randomID: call.randomId)
    submission.entities = (call.entities ?? []).compactMap(TextEntity.init(wire:))
    if case .inputReplyToMessage(let reply) = call.replyTo {
      submission.replyTo = reply.replyToMsgId
    }
    submission.isSilent = call.silent
    submission.clearsDraft = call.clearDraft
    // Sent before: the parts of the upload are gone, and not needed.
    if world.sent(call.randomId, by: me) == nil {
      submission.file = try file(of: call.media, by: me).id
    }
    let sent = try world.send(submission, from: me, origin: session)
    return updates(of: sent, randomID: call.randomId, by: me)
  }

  private mutating func file(
    of media: API.InputMedia, by me: Int64
  ) throws(Refusal) -> StoredFile {
    switch media {
    case .inputMediaUploadedPhoto(let media):
      return try world.addFile(takeUpload(media.file, by: me), form: .photo)
    case .inputMediaUploadedDocument(let media):
      var name: String?
      var form = StoredFile.Form.document
      for attribute in media.attributes {
        switch attribute {
        case .documentAttributeFilename(let file): name = file.fileName
        case .documentAttributeAudio(let audio) where audio.voice:
          form = .voice(duration: audio.duration, waveform: audio.waveform)
        default: break
        }
      }
      return try world.addFile(
        takeUpload(media.file, by: me), form: form, name: name, mimeType: media.mimeType)
    case .inputMediaPhoto(let media):
      guard case .inputPhoto(let photo) = media.id else { throw Refusal("MEDIA_EMPTY") }
      return try known(photo.id, photo.accessHash, photo.fileReference)
    case .inputMediaDocument(let media):
      guard case .inputDocument(let file) = media.id else { throw Refusal("MEDIA_EMPTY") }
      return try known(file.id, file.accessHash, file.fileReference)
    default: throw Refusal("MEDIA_INVALID")
    }
  }

  private func known(
    _ id: Int64, _ hash: Int64, _ reference: [UInt8]
  ) throws(Refusal) -> StoredFile {
    let reference = try FileReference(reference)
    guard let file = world.files[id], hash == world.fileHash(of: id), reference.file == id else {
      throw Refusal("MEDIA_INVALID")
    }
    guard reference.generation == file.generation else {
      throw Refusal("FILE_REFERENCE_EXPIRED")
    }
    return file
  }

  private mutating func takeUpload(
    _ file: API.InputFile, by me: Int64
  ) throws(Refusal) -> [UInt8] {
    switch file {
    case .inputFile(let file):
      try world.takeUpload(file.id, parts: file.parts, checksum: file.md5Checksum, by: me)
    case .inputFileBig(let file):
      try world.takeUpload(file.id, parts: file.parts, checksum: nil, by: me)
    case .raw: throw Refusal("MEDIA_INVALID")
    }
  }
}
