internal import Model
internal import TelegramSchema

extension AccountAPI {
  /// Parts after which it is noted how far the upload has come.
  private static var noteEvery: Int32 { 8 }

  /// Brings a file to Telegram's servers, several parts at a time, without sending it to anybody yet.
  /// Parts whose answer is lost go again; the server keeps each once.
  ///
  /// - Parameters:
  ///   - earlier: what an earlier attempt has left; it is gone on with if the file is still the same.
  ///   - note: is told now and then how far it has come.
  /// - Throws: ``TelegramError``, ``FileError``, `CancellationError`, and what `note` throws.
  func upload(
    _ file: OutgoingFile, from earlier: Upload? = nil, note: @escaping UploadLog = { _ in },
    progress: @escaping TransferProgress
  ) async throws -> Upload {
    let parts = FileLimits.parts(of: file.size)
    if parts > FileLimits.parts, try await !me().isPremium {
      throw OutgoingFile.tooLarge(
        file.path, file.size, FileLimits.parts * Int64(FileLimits.partSize))
    }
    var upload = Upload(
      fileID: Int64.random(in: 1 ... .max), size: file.size, modified: file.modified)
    if let earlier, earlier.size == file.size, earlier.modified == file.modified {
      upload = earlier
    }
    guard !upload.isComplete else { return upload }
    let total = Int32(clamping: parts)
    let source = try UploadSource(file, from: upload.parts, progress: progress)
    let begun = upload
    let isBig = file.isBig
    try await note(upload)
    try await withFileConnections {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<FileLimits.parallelCalls {
          group.addTask {
            while let (part, bytes) = try await source.next() {
              try Task.checkCancellation()
              try await self.save(part, bytes, of: begun.fileID, total: isBig ? total : nil)
              guard let done = await source.arrived(part, bytes.count, every: Self.noteEvery) else {
                continue
              }
              var state = begun
              state.parts = done
              try await note(state)
            }
          }
        }
        try await group.waitForAll()
      }
    }
    upload.parts = total
    upload.isComplete = true
    if !isBig { upload.checksum = await source.checksum() }
    try await note(upload)
    return upload
  }

  private func save(
    _ part: Int32, _ bytes: [UInt8], of file: Int64, total: Int32?
  ) async throws(TelegramError) {
    var patience = PartPatience()
    while true {
      do throws(TelegramError) {
        let lane = CallLane.files(dc: nil)
        let isSaved =
          if let total {
            try await call(
              Methods.Upload.SaveBigFilePart(
                fileId: file, filePart: part, fileTotalParts: total, bytes: bytes), over: lane)
          } else {
            try await call(
              Methods.Upload.SaveFilePart(fileId: file, filePart: part, bytes: bytes), over: lane)
          }
        guard isSaved else {
          throw TelegramError(.badAnswer, "Telegram did not keep part \(part) of the file.")
        }
        return
      } catch {
        try await patience.bear(PartTrouble(error), error, clock: waits)
      }
    }
  }
}

extension OutgoingFile {
  /// Whether its parts go up with saveBigFilePart.
  var isBig: Bool { size > FileLimits.smallFile }

  /// What sendMedia says of it.
  func media(_ upload: Upload) -> API.InputMedia {
    let parts = Int32(clamping: FileLimits.parts(of: size))
    let uploaded: API.InputFile =
      isBig
      ? .inputFileBig(.init(id: upload.fileID, parts: parts, name: name))
      : .inputFile(
        .init(id: upload.fileID, parts: parts, name: name, md5Checksum: upload.checksum ?? ""))
    var attributes = [
      API.DocumentAttribute.documentAttributeFilename(.init(fileName: name))
    ]
    var isFile = false
    switch form {
    case .photo: return .inputMediaUploadedPhoto(.init(file: uploaded))
    case .document:
      // Or a picture would be shown as a photo after all.
      isFile = true
    case .voice(let voice):
      attributes = [
        .documentAttributeAudio(
          .init(
            voice: true, duration: Int32(clamping: Int(voice.duration.rounded())),
            waveform: voice.waveform?.packed))
      ]
    }
    return .inputMediaUploadedDocument(
      .init(forceFile: isFile, file: uploaded, mimeType: mimeType, attributes: attributes))
  }
}
