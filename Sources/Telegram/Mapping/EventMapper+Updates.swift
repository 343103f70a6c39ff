internal import Model
internal import TL
internal import TelegramSchema

extension EventMapper {
  mutating func add(_ update: API.Update) {
    if addMessage(update) || addMark(update) || addLife(update) { return }
    addSetting(update)
  }

  /// What is written, changed, taken away.
  private mutating func addMessage(_ update: API.Update) -> Bool {
    switch update {
    case .updateNewMessage(let it): add(new: it.message)
    case .updateNewChannelMessage(let it): add(new: it.message)
    case .updateEditMessage(let it): add(edited: it.message)
    case .updateEditChannelMessage(let it): add(edited: it.message)
    case .updateMessageID(let it): add(.sent(randomID: it.randomId, id: it.id))
    case .updateDeleteMessages(let it): add(.deleted(chat: nil, ids: it.messages))
    case .updateDeleteChannelMessages(let it):
      add(.deleted(chat: .channel(it.channelId), ids: it.messages), naming: .channel(it.channelId))
    default: return false
    }
    return true
  }

  /// What is read, and what is reacted to.
  private mutating func addMark(_ update: API.Update) -> Bool {
    switch update {
    case .updateReadHistoryInbox(let it):
      let chat = PeerID(it.peer)
      if it.topMsgId == nil { change(chat) { $0.unreadCount = it.stillUnreadCount } }
      add(.readByOwner(chat: chat, upTo: it.maxId, thread: it.topMsgId), naming: chat)
    case .updateReadHistoryOutbox(let it):
      add(.readByOther(chat: PeerID(it.peer), upTo: it.maxId), naming: PeerID(it.peer))
    case .updateReadChannelInbox(let it):
      let chat = PeerID.channel(it.channelId)
      change(chat) { $0.unreadCount = it.stillUnreadCount }
      add(.readByOwner(chat: chat, upTo: it.maxId), naming: chat)
    case .updateReadChannelOutbox(let it):
      let chat = PeerID.channel(it.channelId)
      add(.readByOther(chat: chat, upTo: it.maxId), naming: chat)
    case .updateReadChannelDiscussionInbox(let it):
      let chat = PeerID.channel(it.channelId)
      add(.readByOwner(chat: chat, upTo: it.readMaxId, thread: it.topMsgId), naming: chat)
    case .updateReadChannelDiscussionOutbox(let it):
      let chat = PeerID.channel(it.channelId)
      add(.readByOther(chat: chat, upTo: it.readMaxId, thread: it.topMsgId), naming: chat)
    case .updateMessageReactions(let it):
      let chat = PeerID(it.peer)
      add(.reacted(chat: chat, message: it.msgId, Reactions(it.reactions)), naming: chat)
    case .updateBotMessageReactions(let it):
      let chat = PeerID(it.peer)
      add(.reacted(chat: chat, message: it.msgId, Reactions(it.reactions)), naming: chat)
    default: return false
    }
    return true
  }

  /// What passes: typing, coming and going, what is begun in an input box.
  private mutating func addLife(_ update: API.Update) -> Bool {
    switch update {
    case .updateUserTyping(let it):
      add(it.action, of: .user(it.userId), in: .user(it.userId))
    case .updateChatUserTyping(let it):
      add(it.action, of: PeerID(it.fromId), in: .group(it.chatId))
    case .updateChannelUserTyping(let it):
      add(it.action, of: PeerID(it.fromId), in: .channel(it.channelId))
    case .updateUserStatus(let it):
      add(.presence(user: it.userId, Presence(it.status)), naming: .user(it.userId))
    case .updateDraftMessage(let it):
      var text = ""
      if case .draftMessage(let draft) = it.draft { text = TLText.readable(draft.message) }
      add(.draft(chat: PeerID(it.peer), text: text), naming: PeerID(it.peer))
    default: return false
    }
    return true
  }

  /// What the owner, or Telegram, arranges.
  private mutating func addSetting(_ update: API.Update) {
    switch update {
    case .updateNewAuthorization(let it):
      // Without a date it is one that the owner has confirmed since.
      guard it.unconfirmed, let date = it.date else { break }
      add(
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

  private mutating func add(
    _ action: API.SendMessageAction, of sender: PeerID, in chat: PeerID
  ) {
    guard case .user(let user) = sender else { return }
    add(.typing(chat: chat, user: user, activity: Activity(action)), naming: chat)
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
