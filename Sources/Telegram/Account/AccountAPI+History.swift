package import Model
internal import TelegramSchema

extension AccountAPI {
  /// core.telegram.org/method/messages.getHistory
  private static var historyPage: Int { 100 }

  /// Newest first: at most `limit` messages older than `before` (nil: from the newest) [B2].
  ///
  /// - Parameters:
  ///   - since: the pages end with the first message from before; it and its page are among the messages.
  ///   - progress: is told after each page how many there are by now.
  package func history(
    of chat: PeerID, limit: Int, before: Int32? = nil, since: Timestamp? = nil,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws(TelegramError) -> [Message] {
    let peer = try await input(chat)
    let mapper = book.mapper(for: account)
    var found: [API.Message] = []
    var offset = before ?? 0
    while found.count < limit {
      let answer = try await call(
        Methods.Messages.GetHistory(
          peer: peer.inputPeer, offsetId: offset, offsetDate: 0, addOffset: 0,
          limit: Int32(min(limit - found.count, Self.historyPage)), maxId: 0, minId: 0, hash: 0))
      let page = MessagePage(answer)
      book.learn(users: page.users, chats: page.chats)
      // The page must go on downwards, or a confused server would keep us here for ever.
      let older = page.messages.filter { offset == 0 || $0.id < offset }
      guard let oldest = older.map(\.id).min() else { break }
      found += older
      offset = oldest
      progress(found.count)
      if let since, let last = older.last?.date, last < since { break }
      guard page.messages.count < page.total else { break }
    }
    // Oldest first, so that an answer to an own message of the same stretch is known as one.
    let mapped = found.reversed().compactMap { message -> Message? in
      let message = mapper.message(message)
      if let message { book.noteOwn(message) }
      return message
    }
    return mapped.reversed()
  }
}

struct MessagePage {
  var messages: [API.Message] = []
  var users: [API.User] = []
  var chats: [API.Chat] = []
  /// How many there are in the chat; `Int.max` where the server does not say that this is all.
  var total = 0

  init(_ answer: API.Messages.Messages) {
    switch answer {
    case .messages(let all):
      messages = all.messages
      users = all.users
      chats = all.chats
      total = all.messages.count
    case .messagesSlice(let slice):
      messages = slice.messages
      users = slice.users
      chats = slice.chats
      total = .max
    case .channelMessages(let slice):
      messages = slice.messages
      users = slice.users
      chats = slice.chats
      total = .max
    case .messagesNotModified: break
    }
  }
}
