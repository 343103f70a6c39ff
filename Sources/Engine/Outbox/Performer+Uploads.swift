import Model
import Store

extension Performer {
  /// Brings an item's file to the server, and notes on the way how far it has come. Nobody sees anything of
  /// it before the message is sent, so it needs no permit.
  func upload(_ item: OutboxItem) async throws {
    guard let attachment = item.attachment else { return }
    if try await dropIfLate(item) { return }
    try await parts.onStep(.beforeUpload, item.message)
    let result = try await typing(item) { () async -> Result<Upload, MessengerError> in
      do throws(MessengerError) {
        return .success(
          try await parts.messenger.upload(attachment, from: item.upload) { upload in
            try await parts.store.noteUpload(item.id, upload)
          })
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let upload):
      try await parts.onStep(.beforeUploadStored, item.message)
      try await parts.store.noteUpload(item.id, upload)
      try await parts.onStep(.afterUploadStored, item.message)
    case .failure(let error):
      try await handle(error, ofUploadFor: item)
    }
  }

  /// Nothing of the item has been sent by this, whatever happened.
  private func handle(_ error: MessengerError, ofUploadFor item: OutboxItem) async throws {
    if Task.isCancelled { return }
    let isRetry = item.state == .sending
    switch error.code {
    case .unreachable, .uploadLost:
      try await postpone(
        item, until: parts.clock.now.advanced(by: Backoff.sending(attempt: item.refusals + 1)),
        reason: error.description, refusals: item.refusals + 1)
    case .rateLimited, .needsLogin, .frozen, .paid, .refused, .unknownPeer, .voiceForbidden:
      try await handle(error, of: item, isRetry: isRetry)
    }
  }
}
