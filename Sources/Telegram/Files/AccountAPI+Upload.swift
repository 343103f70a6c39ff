internal import Model
internal import TelegramSchema

extension AccountAPI {
  /// Brings a file to Telegram's servers, several parts at a time, without sending it to anybody yet.
  /// Parts whose answer is lost go again; the server keeps each once.
  ///
  /// - Throws: ``TelegramError``, ``FileError``, `CancellationError`.
  func upload(
    _ file: OutgoingFile, progress: @escaping TransferProgress
  ) async throws -> API.InputFile {
    let parts = FileLimits.parts(of: file.size)
    if parts > FileLimits.parts, try await !me().isPremium {
      throw OutgoingFile.tooLarge(
        file.path, file.size, FileLimits.parts * Int64(FileLimits.partSize))
    }
    let isBig = file.size > FileLimits.smallFile
    let total = Int32(clamping: parts)
    let source = try UploadSource(file, progress: progress)
    let id = Int64.random(in: 1 ... .max)
    try await withFileConnections {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<FileLimits.parallelCalls {
          group.addTask {
            while let (part, bytes) = try await source.next() {
              try Task.checkCancellation()
              try await self.save(part, bytes, of: id, total: isBig ? total : nil)
              await source.arrived(bytes.count)
            }
          }
        }
        try await group.waitForAll()
      }
    }
    return isBig
      ? .inputFileBig(.init(id: id, parts: total, name: file.name))
      : .inputFile(
        .init(id: id, parts: total, name: file.name, md5Checksum: await source.checksum()))
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
  /// What sendMedia says of it.
  func media(_ uploaded: API.InputFile) -> API.InputMedia {
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
