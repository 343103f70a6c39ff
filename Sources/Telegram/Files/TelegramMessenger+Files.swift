internal import MTProto
package import Model
internal import TelegramSchema

extension TelegramMessenger {
  package func upload(
    _ attachment: Attachment, from upload: Upload?, note: @escaping UploadLog
  ) async throws(MessengerError) -> Upload {
    do {
      return try await api.upload(
        OutgoingFile(attachment), from: upload, note: note, progress: { _, _ in })
    } catch let error as TelegramError {
      throw MessengerError(error)
    } catch let error as FileError {
      throw MessengerError(error)
    } catch {
      // The engine is ending, or could not note how far it has come: it goes on from there.
      throw MessengerError(code: .unreachable, message: "The upload was ended: \(error)")
    }
  }

  package func download(
    _ message: Message, to path: String, largest: Int64
  ) async throws(MessengerError) {
    guard let size = message.media?.size, message.media?.file != nil else {
      throw MessengerError(
        code: .refused, message: "Message \(message.id) carries no file that can be fetched.")
    }
    guard size <= largest else {
      throw MessengerError(
        code: .refused,
        message: "The file has \(size) bytes; at most \(largest) are fetched.")
    }
    do {
      _ = try await api.download(message, to: path, replaces: true)
    } catch let error as TelegramError {
      throw MessengerError(error)
    } catch let error as FileError {
      throw MessengerError(error)
    } catch {
      throw MessengerError(code: .unreachable, message: "The download was ended: \(error)")
    }
  }

  /// Uploads a file and sends it, the message's text as its caption; once per
  /// ``Model/OutgoingMessage/randomID``, however often it is called with it.
  ///
  /// - Throws: ``Model/MessengerError``, ``TelegramError``, ``FileError``, `CancellationError`.
  package func send(
    _ message: OutgoingMessage, file: OutgoingFile,
    progress: @escaping TransferProgress = { _, _ in }
  ) async throws -> SentMessage {
    var media = file.media(try await api.upload(file, progress: progress))
    var attempt = 1
    while true {
      do throws(MessengerError) {
        return try await send(message, media)
      } catch {
        guard attempt < Self.attempts else { throw error }
        if error.code == .uploadLost {
          // The server keeps parts for a while only.
          media = file.media(try await api.upload(file, progress: progress))
        } else if error.code != .unreachable {
          throw error
        }
        attempt += 1
      }
    }
  }

  /// A message with a file that was uploaded before.
  func send(
    _ message: OutgoingMessage, _ attachment: Attachment
  ) async throws(MessengerError) -> SentMessage {
    let file: OutgoingFile
    do throws(FileError) {
      file = try OutgoingFile(attachment)
    } catch {
      throw MessengerError(error)
    }
    guard let upload = message.upload, upload.isComplete, upload.size == file.size,
      upload.modified == file.modified
    else {
      throw MessengerError(
        code: .uploadLost, message: "\(file.path) has changed since it was uploaded.")
    }
    return try await send(message, file.media(upload))
  }

  /// A broken connection is no reason to give up: the random id makes repetition harmless.
  private static var attempts: Int { 3 }

  private func send(
    _ message: OutgoingMessage, _ media: API.InputMedia
  ) async throws(MessengerError) -> SentMessage {
    try await sendOnce(message) { peer, entities throws(TelegramError) in
      try await api.call(
        Methods.Messages.SendMedia(
          peer: peer, replyTo: message.replyTo.map(Self.reply), media: media,
          message: message.text, randomId: message.randomID,
          entities: entities.isEmpty ? nil : entities))
    }
  }
}

extension OutgoingFile {
  init(_ attachment: Attachment) throws(FileError) {
    let wish: Wish =
      switch attachment.kind {
      case .photo: .photo
      case .document: .document
      case .voice: .voice
      }
    try self.init(attachment.path, as: wish, name: attachment.name)
  }
}

extension MessengerError {
  init(_ error: FileError) {
    // A disk that is read with errors may be read again; all else stays as it is.
    self.init(code: error.code == .other ? .unreachable : .refused, message: error.message)
  }
}
