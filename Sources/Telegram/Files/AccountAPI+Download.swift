internal import Logging
package import Model
internal import TelegramSchema

/// A file that has arrived.
package struct DownloadedFile: Sendable, Hashable {
  package var path: String
  package var size: Int64
  /// Of these, bytes that an earlier, unfinished download had left.
  package var resumed: Int64
  /// What the owner might want to know of the way it took.
  package var remarks: [String] = []
}

extension AccountAPI {
  /// One message of a chat, as it is now.
  ///
  /// - Throws: ``TelegramError`` with code `invalidInput` if there is none.
  package func message(_ id: Int32, in chat: PeerID) async throws(TelegramError) -> Message {
    let peer = try await input(chat)
    let answer: API.Messages.Messages
    if let channel = peer.inputChannel {
      answer = try await call(
        Methods.Channels.GetMessages(channel: channel, id: [.inputMessageID(.init(id: id))]))
    } else {
      answer = try await call(
        Methods.Messages.GetMessages(id: [.inputMessageID(.init(id: id))]))
    }
    let page = MessagePage(answer)
    book.learn(users: page.users, chats: page.chats)
    let mapper = book.mapper(for: account)
    // Outside of channels ids count through all chats: the answer may be of another one.
    let found = page.messages.lazy.compactMap { mapper.message($0) }
      .first { $0.id == id && $0.chat == chat }
    guard let found else {
      throw TelegramError(.invalidInput, "There is no message \(id) in \(chat).")
    }
    return found
  }

  /// Fetches what a message carries, several parts at a time, into a file that appears under its name
  /// only when it is whole. Until then `target` + ".part" holds what has come, and another download to
  /// the same place goes on from there.
  ///
  /// - Parameters:
  ///   - replaces: a file that is there already is replaced.
  /// - Throws: ``TelegramError``, ``FileError``, `CancellationError`.
  package func download(
    _ message: Message, to target: String, replaces: Bool = false,
    progress: @escaping TransferProgress = { _, _ in }
  ) async throws -> DownloadedFile {
    guard let media = message.media, let file = media.file, let size = media.size else {
      throw TelegramError(.invalidInput, "Message \(message.id) carries no file.")
    }
    guard size >= 0, FileLimits.parts(of: size) <= FileLimits.partsPremium else {
      throw TelegramError(.badAnswer, "Telegram says that the file has \(size) bytes.")
    }
    if !replaces, LocalFile.exists(at: target) { throw LocalFile.exists(target) }
    guard LocalFile.isReplaceable(target) else { throw LocalFile.notPlain(target) }
    let parts = try PartFile(path: target + ".part", of: file, size: size)
    let resumed = parts.resumed
    let state = DownloadState(
      file, parts: parts,
      renew: { () async throws(TelegramError) in
        let again = try await self.message(message.id, in: message.chat)
        guard let file = again.media?.file else {
          throw TelegramError(.badAnswer, "The message carries no file any more.")
        }
        return file
      }, progress: progress)
    try await withFileConnections {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<FileLimits.parallelCalls {
          group.addTask {
            while let (part, range) = await state.next() {
              try Task.checkCancellation()
              try await state.accept(try await self.fetch(range, state), part: part)
            }
          }
        }
        try await group.waitForAll()
      }
    }
    let total = try await state.finish(as: target, replaces: replaces)
    return DownloadedFile(
      path: target, size: total, resumed: resumed, remarks: await state.remarks)
  }

  /// For pauses between attempts.
  var waits: WallClock { files?.waits ?? .system }

  func withFileConnections(_ body: () async throws -> Void) async throws {
    guard let files else { return try await body() }
    try await files.during(body)
  }

  private func fetch(
    _ range: Range<Int64>, _ state: DownloadState
  ) async throws(TelegramError) -> [UInt8] {
    var patience = PartPatience()
    while true {
      let location = await state.location
      if let copy = location.copy {
        do throws(CDNTrouble) {
          return try await fetch(range, of: copy, master: location.file.dc)
        } catch {
          if case .ended(let error) = error { throw error }
          let remark = await state.leave(copy, of: copy.dc, because: error)
          if let remark { files?.logger.warning("\(remark)") }
          continue
        }
      }
      do throws(TelegramError) {
        if let bytes = try await fetch(range, at: location, state) { return bytes }
      } catch {
        let trouble = PartTrouble(error)
        try await patience.bear(trouble, error, clock: waits)
        switch trouble {
        case .staleReference: try await state.renewReference(after: location.generation)
        case .elsewhere(let dc): await state.move(to: dc)
        case .wait, .passing, .final: break
        }
      }
    }
  }

  /// - Returns: nil if the file's data center has sent us to the content delivery network.
  private func fetch(
    _ range: Range<Int64>, at location: DownloadState.Location, _ state: DownloadState
  ) async throws(TelegramError) -> [UInt8]? {
    let answer = try await call(
      Methods.Upload.GetFile(
        cdnSupported: location.allowsCDN, location: location.file.location,
        offset: range.lowerBound, limit: Int32(FileLimits.partSize)),
      over: .files(dc: location.file.dc))
    switch answer {
    case .file(let file):
      guard file.bytes.count == range.count else {
        throw TelegramError(
          .badAnswer,
          "Telegram sent \(file.bytes.count) bytes of the file where its size promises \(range.count) "
            + "(at \(range.lowerBound)).")
      }
      return file.bytes
    case .fileCdnRedirect(let redirect):
      guard location.allowsCDN else {
        throw TelegramError(
          .badAnswer,
          "Telegram gives the file out by its delivery server in data center \(redirect.dcId) only, "
            + "and what comes from there cannot be used.")
      }
      await state.follow(redirect)
      return nil
    }
  }
}

extension RemoteFile {
  var location: API.InputFileLocation {
    switch kind {
    case .photo:
      .inputPhotoFileLocation(
        .init(id: id, accessHash: accessHash, fileReference: reference, thumbSize: sizeType))
    case .document:
      .inputDocumentFileLocation(
        .init(id: id, accessHash: accessHash, fileReference: reference, thumbSize: sizeType))
    }
  }
}
