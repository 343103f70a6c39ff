internal import MTProto
package import Model
internal import TelegramSchema

extension TelegramMessenger {
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
        if Self.lacksParts(error) {
          // The server keeps parts for a while only.
          media = file.media(try await api.upload(file, progress: progress))
        } else if error.code != .unreachable {
          throw error
        }
        attempt += 1
      }
    }
  }

  /// A broken connection is no reason to give up: the random id makes repetition harmless.
  private static var attempts: Int { 3 }

  private static func lacksParts(_ error: MessengerError) -> Bool {
    error.serverError.map { $0.hasPrefix("FILE_PART_") && $0.contains("_MISSING") } ?? false
  }

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
