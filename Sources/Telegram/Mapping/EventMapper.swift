internal import Model
internal import TelegramSchema

/// Makes events of updates, and notes whom and what they name.
struct EventMapper: Sendable {
  private let messages: MessageMapper
  private let book: PeerBook
  private let now: Timestamp
  private var batch = EventBatch()
  private var named: [PeerID] = []
  private var changes: [(chat: PeerID, change: @Sendable (inout Chat) -> Void)] = []

  init(account: AccountID, book: PeerBook, now: Timestamp) {
    messages = book.mapper(for: account)
    self.book = book
    self.now = now
  }

  mutating func add(_ outcome: UpdateOutcome<API.Update>) {
    for item in outcome.items {
      switch item {
      case .update(let update): add(update)
      case .gap(.account): batch.events.append(.gap(chat: nil))
      case .gap(.channel(let id)):
        named.append(.channel(id))
        batch.events.append(.gap(chat: .channel(id)))
      }
    }
    batch.positions += outcome.positions
  }

  /// The events with all that is known of those they name.
  func finished() async -> EventBatch {
    var batch = batch
    for (chat, change) in changes { await book.update(chat, change) }
    var seen: Set<PeerID> = []
    for peer in named where seen.insert(peer).inserted {
      if let reference = await book.reference(to: peer) { batch.peers.append(reference) }
      if let chat = await book.chat(peer) { batch.chats.append(chat) }
      if case .user(let id) = peer, let contact = await book.presentableContact(id) {
        batch.contacts.append(contact)
      }
    }
    return batch
  }

  private mutating func add(_ update: API.Update) {
    switch update {
    case .updateNewMessage(let it): add(it.message, as: Event.message)
    case .updateNewChannelMessage(let it): add(it.message, as: Event.message)
    case .updateEditMessage(let it): add(it.message, as: Event.edited)
    case .updateEditChannelMessage(let it): add(it.message, as: Event.edited)
    case .updateMessageID(let it):
      batch.events.append(.sent(randomID: it.randomId, id: it.id))
    case .updateDeleteMessages(let it):
      batch.events.append(.deleted(chat: nil, ids: it.messages))
    case .updateDeleteChannelMessages(let it):
      add(.deleted(chat: .channel(it.channelId), ids: it.messages), naming: .channel(it.channelId))
    case .updateReadHistoryInbox(let it):
      let chat = PeerID(it.peer)
      change(chat) { $0.unreadCount = it.stillUnreadCount }
      add(.readByOwner(chat: chat, upTo: it.maxId), naming: chat)
    case .updateReadHistoryOutbox(let it):
      add(.readByOther(chat: PeerID(it.peer), upTo: it.maxId), naming: PeerID(it.peer))
    case .updateReadChannelInbox(let it):
      let chat = PeerID.channel(it.channelId)
      change(chat) { $0.unreadCount = it.stillUnreadCount }
      add(.readByOwner(chat: chat, upTo: it.maxId), naming: chat)
    case .updateReadChannelOutbox(let it):
      let chat = PeerID.channel(it.channelId)
      add(.readByOther(chat: chat, upTo: it.maxId), naming: chat)
    case .updateUserTyping(let it):
      add(it.action, of: .user(it.userId), in: .user(it.userId))
    case .updateChatUserTyping(let it):
      add(it.action, of: PeerID(it.fromId), in: .group(it.chatId))
    case .updateChannelUserTyping(let it):
      add(it.action, of: PeerID(it.fromId), in: .channel(it.channelId))
    case .updateNewAuthorization(let it):
      // Without a date it is one that the owner has confirmed since.
      guard it.unconfirmed, let date = it.date else { break }
      batch.events.append(
        .newAuthorization(
          NewAuthorization(
            hash: it.hash, date: Timestamp(seconds: Int64(date)), device: it.device ?? "",
            location: it.location ?? "")))
    case .updateNotifySettings(let it):
      guard case .notifyPeer(let peer) = it.peer else { break }
      let isMuted = it.notifySettings.mutes(at: now)
      change(PeerID(peer.peer)) { $0.isMuted = isMuted }
    case .updateFolderPeers(let it):
      for folder in it.folderPeers {
        change(PeerID(folder.peer)) { $0.isArchived = folder.folderId == Chat.archiveFolder }
      }
    default: break
    }
  }

  private mutating func add(_ message: API.Message, as event: (Message) -> Event) {
    guard let mapped = messages.message(message) else { return }
    book.noteOwn(mapped)
    named.append(mapped.chat)
    if let sender = mapped.sender { named.append(sender) }
    batch.events.append(event(mapped))
  }

  private mutating func add(_ event: Event, naming peer: PeerID) {
    named.append(peer)
    batch.events.append(event)
  }

  private mutating func add(
    _ action: API.SendMessageAction, of sender: PeerID, in chat: PeerID
  ) {
    guard case .user(let user) = sender else { return }
    if case .sendMessageCancelAction = action { return }
    add(.typing(chat: chat, user: user), naming: chat)
  }

  /// What is known of the chat changed.
  private mutating func change(
    _ chat: PeerID, _ change: @escaping @Sendable (inout Chat) -> Void
  ) {
    changes.append((chat, change))
    named.append(chat)
  }
}

extension API.PeerNotifySettings {
  func mutes(at now: Timestamp) -> Bool {
    muteUntil.map { Timestamp(seconds: Int64($0)) > now } ?? false
  }
}

extension Chat {
  /// The folder of archived chats (core.telegram.org/api/folders).
  static var archiveFolder: Int32 { 1 }
}
