package import Model
internal import TelegramSchema

extension AccountAPI {
  /// The most that Telegram gives in one page (core.telegram.org/api/offsets).
  private static var pageSize: Int { 100 }
  private static var mainFolder: Int32 { 0 }

  /// The account's chats, newest first, those of the archive after the others [B5].
  ///
  /// - Parameters:
  ///   - limit: at most so many; nil for all.
  ///   - since: the pages end with the first chat in which nothing was written from then on.
  ///   - progress: is told after each page how many there are by now.
  package func dialogs(
    limit: Int? = nil, since: Timestamp? = nil, progress: @Sendable (Int) -> Void = { _ in }
  ) async throws(TelegramError) -> [DialogEntry] {
    var entries: [DialogEntry] = []
    var seen: Set<PeerID> = []
    for folder in [Self.mainFolder, Chat.archiveFolder] {
      var offset = DialogOffset()
      while limit.map({ entries.count < $0 }) ?? true {
        let answer = try await call(
          Methods.Messages.GetDialogs(
            folderId: folder, offsetDate: offset.date, offsetId: offset.message,
            offsetPeer: offset.peer, limit: Int32(Self.pageSize), hash: 0))
        let page = DialogPage(answer)
        book.learn(users: page.users, chats: page.chats)
        let fresh = await self.entries(of: page, isArchived: folder == Chat.archiveFolder)
          .filter { seen.insert($0.chat.id).inserted }
        entries += fresh
        progress(entries.count)
        if let since, let oldest = fresh.last(where: { !$0.isPinned })?.date, oldest < since {
          break
        }
        guard page.hasMore, !fresh.isEmpty, let next = DialogOffset(after: fresh) else { break }
        offset = next
      }
    }
    return limit.map { Array(entries.prefix($0)) } ?? entries
  }

  /// Up to where each side has read a chat; nil if it is not among the account's chats.
  package func readMarks(
    of chat: PeerID
  ) async throws(TelegramError) -> (byOwner: Int32, byOther: Int32)? {
    let answer = try await call(
      Methods.Messages.GetPeerDialogs(
        peers: [.inputDialogPeer(.init(peer: try await input(chat).inputPeer))]))
    for case .dialog(let dialog) in answer.dialogs where PeerID(dialog.peer) == chat {
      return (dialog.readInboxMaxId, dialog.readOutboxMaxId)
    }
    return nil
  }

  private func entries(of page: DialogPage, isArchived: Bool) async -> [DialogEntry] {
    var entries: [DialogEntry] = []
    for case .dialog(let dialog) in page.dialogs {
      let peer = PeerID(dialog.peer)
      let isMuted = dialog.notifySettings.mutes(at: clock.now)
      await book.update(peer) { chat in
        chat.isMuted = isMuted
        chat.isArchived = isArchived
        chat.unreadCount = dialog.unreadCount
        chat.topMessage = dialog.topMessage
      }
      guard let chat = await book.chat(peer) else { continue }
      let newest = page.messages.first { $0.id == dialog.topMessage && $0.peer == peer }
      entries.append(
        DialogEntry(
          chat: chat, reference: await book.reference(to: peer), date: newest?.date,
          readByOwner: dialog.readInboxMaxId, readByOther: dialog.readOutboxMaxId,
          pts: dialog.pts, isPinned: dialog.pinned))
    }
    return entries
  }
}

/// Where the next page of dialogs begins.
private struct DialogOffset {
  var date: Int32 = 0
  var message: Int32 = 0
  var peer = API.InputPeer.inputPeerEmpty

  init() {}

  /// Nil if no dialog of the page can be named to the server.
  init?(after page: [DialogEntry]) {
    guard
      let last = page.last(where: { $0.reference != nil && $0.date != nil }),
      let reference = last.reference, let date = last.date
    else { return nil }
    self.date = Int32(clamping: date.seconds)
    message = last.chat.topMessage ?? 0
    peer = reference.inputPeer
  }
}

private struct DialogPage {
  var dialogs: [API.Dialog] = []
  var messages: [API.Message] = []
  var users: [API.User] = []
  var chats: [API.Chat] = []
  var hasMore = false

  init(_ answer: API.Messages.Dialogs) {
    switch answer {
    case .dialogs(let all):
      dialogs = all.dialogs
      messages = all.messages
      users = all.users
      chats = all.chats
    case .dialogsSlice(let slice):
      dialogs = slice.dialogs
      messages = slice.messages
      users = slice.users
      chats = slice.chats
      hasMore = !dialogs.isEmpty
    case .dialogsNotModified: break
    }
  }
}

extension API.Message {
  /// Nil for one that is gone.
  var date: Timestamp? {
    switch self {
    case .message(let message): Timestamp(seconds: Int64(message.date))
    case .messageService(let message): Timestamp(seconds: Int64(message.date))
    case .messageEmpty: nil
    }
  }
}
