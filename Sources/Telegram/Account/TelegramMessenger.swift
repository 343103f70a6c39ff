internal import MTProto
package import Model
internal import TL
internal import TelegramSchema

/// The engine's messenger over MTProto.
package struct TelegramMessenger: Messenger {
  let api: AccountAPI
  private let inbox: UpdateInbox?
  private let clock: WallClock

  /// - Parameter inbox: where the updates go that come with the answers to our own calls; nil where
  ///   nobody follows them.
  init(api: AccountAPI, inbox: UpdateInbox?, clock: WallClock) {
    self.api = api
    self.inbox = inbox
    self.clock = clock
  }

  /// For single commands: without a feed of updates.
  package init(api: AccountAPI, clock: WallClock = .system) {
    self.init(api: api, inbox: nil, clock: clock)
  }

  package func send(_ message: OutgoingMessage) async throws(MessengerError) -> SentMessage {
    if let attachment = message.attachment { return try await send(message, attachment) }
    return try await sendOnce(message) { peer, entities throws(TelegramError) in
      try await api.call(
        Methods.Messages.SendMessage(
          peer: peer, replyTo: message.replyTo.map(Self.reply),
          message: message.text, randomId: message.randomID,
          entities: entities.isEmpty ? nil : entities), chain: Self.chain(of: message))
    }
  }

  package func forward(_ message: ForwardedMessage) async throws(MessengerError) -> SentMessage {
    do throws(TelegramError) {
      let source = try await api.input(message.chat).inputPeer
      let target = try await api.input(message.to).inputPeer
      let updates = try await api.call(
        Methods.Messages.ForwardMessages(
          dropAuthor: message.hidesSender, fromPeer: source, id: [message.id],
          randomId: [message.randomID], toPeer: target), chain: Self.chain(to: message.to))
      return accept(updates, randomID: message.randomID)
    } catch {
      return try Self.settle(error, at: clock.now)
    }
  }

  /// What is said in one chat keeps its order.
  static func chain(of message: OutgoingMessage) -> String { chain(to: message.chat) }

  private static func chain(to chat: PeerID) -> String { "say \(chat)" }

  /// - Returns: that the server executed it at an earlier attempt; which id it got is no longer told.
  private static func settle(
    _ error: TelegramError, at now: Timestamp
  ) throws(MessengerError) -> SentMessage {
    guard error.server?.name == "RANDOM_ID_DUPLICATE" else { throw MessengerError(error) }
    return SentMessage(id: nil, date: now)
  }

  /// - Parameter call: sends it to the peer, under the message's random id.
  func sendOnce(
    _ message: OutgoingMessage,
    by call: (API.InputPeer, [API.MessageEntity]) async throws(TelegramError) -> API.Updates
  ) async throws(MessengerError) -> SentMessage {
    do throws(TelegramError) {
      let peer = try await api.input(message.chat)
      let updates = try await call(peer.inputPeer, try await entities(of: message))
      return accept(updates, of: message)
    } catch {
      return try Self.settle(error, at: clock.now)
    }
  }

  package func show(_ activity: Activity, in chat: PeerID) async throws(MessengerError) {
    try await translating { () throws(TelegramError) in
      _ = try await api.call(
        Methods.Messages.SetTyping(
          peer: try await api.input(chat).inputPeer,
          action: activity.action))
    }
  }

  package func markRead(_ chat: PeerID, upTo message: Int32) async throws(MessengerError) {
    try await translating { () throws(TelegramError) in
      let peer = try await api.input(chat)
      if let channel = peer.inputChannel {
        _ = try await api.call(Methods.Channels.ReadHistory(channel: channel, maxId: message))
      } else {
        let affected = try await api.call(
          Methods.Messages.ReadHistory(peer: peer.inputPeer, maxId: message))
        inbox?.push(
          IncomingUpdates(
            UpdateContainer(entries: [
              UpdateEntry(nil, order: .common(pts: affected.pts, count: affected.ptsCount))
            ])))
      }
      // The server tells the account's other sessions, and not the one that read.
      await api.book.update(chat) { chat in
        if message >= chat.topMessage ?? 0 { chat.unreadCount = 0 }
      }
    }
  }

  package func react(
    with emoji: String, to message: Int32, in chat: PeerID
  ) async throws(MessengerError) {
    try await translating { () throws(TelegramError) in
      let updates = try await api.call(
        Methods.Messages.SendReaction(
          peer: try await api.input(chat).inputPeer, msgId: message,
          reaction: emoji.isEmpty ? [] : [.reactionEmoji(.init(emoticon: emoji))]))
      inbox?.push(updates)
    }
  }

  package func saveDraft(
    _ text: String, replyTo: Int32?, in chat: PeerID
  ) async throws(MessengerError) {
    try await translating { () throws(TelegramError) in
      _ = try await api.call(
        Methods.Messages.SaveDraft(
          replyTo: replyTo.map(Self.reply), peer: try await api.input(chat).inputPeer,
          message: text))
    }
  }

  package func history(
    of chat: PeerID, limit: Int, before: Int32?
  ) async throws(MessengerError) -> [Message] {
    do throws(TelegramError) {
      return try await api.history(of: chat, limit: limit, before: before)
    } catch {
      throw MessengerError(error)
    }
  }

  // MARK: Inside

  private func translating(
    _ body: () async throws(TelegramError) -> Void
  ) async throws(MessengerError) {
    do throws(TelegramError) {
      try await body()
    } catch {
      throw MessengerError(error)
    }
  }

  static func reply(to message: Int32) -> API.InputReplyTo {
    .inputReplyToMessage(.init(replyToMsgId: message))
  }

  /// - Throws: ``TelegramError``: `unknownPeer`, with the user who is mentioned and cannot be addressed:
  ///   without the mention the message would be another one.
  private func entities(
    of message: OutgoingMessage
  ) async throws(TelegramError) -> [API.MessageEntity] {
    var users: [Int64: API.InputUser] = [:]
    for entity in message.entities where entity.kind == .mentionName {
      guard let id = entity.argument.flatMap(Int64.init) else { continue }
      do throws(TelegramError) {
        users[id] = try await api.input(.user(id)).inputUser
      } catch {
        guard error.code == .unknownPeer else { throw error }
        throw TelegramError(
          .unknownPeer, "The message mentions \(PeerID.user(id)). \(error.message)")
      }
    }
    return message.entities.compactMap { $0.outgoing { users[$0] } }
  }

  /// Takes the message's id out of the answer, and hands the answer on to the feed.
  private func accept(_ updates: API.Updates, of message: OutgoingMessage) -> SentMessage {
    if case .updateShortSentMessage(let short) = updates {
      inbox?.push(complete(short, of: message))
      return SentMessage(id: short.id, date: Timestamp(seconds: Int64(short.date)))
    }
    return accept(updates, randomID: message.randomID)
  }

  private func accept(_ updates: API.Updates, randomID: Int64) -> SentMessage {
    let incoming = IncomingUpdates(updates, account: api.account)
    inbox?.push(incoming)
    var id: Int32?
    var date = clock.now
    for update in incoming.container.entries.compactMap(\.payload) {
      switch update {
      case .updateMessageID(let it) where it.randomId == randomID: id = it.id
      case .updateNewMessage(let it): date = it.message.date ?? date
      case .updateNewChannelMessage(let it): date = it.message.date ?? date
      default: break
      }
    }
    return SentMessage(id: id, date: date)
  }

  /// updateShortSentMessage tells what the server added; the rest of the message we know.
  private func complete(
    _ short: API.Updates.UpdateShortSentMessage, of message: OutgoingMessage
  ) -> IncomingUpdates {
    let peer: API.Peer =
      switch message.chat {
      case .user(let id): .peerUser(.init(userId: id))
      case .group(let id): .peerChat(.init(chatId: id))
      case .channel(let id): .peerChannel(.init(channelId: id))
      }
    let sent = API.Message.Message(
      out: true, id: short.id, fromId: .peerUser(.init(userId: api.account.rawValue)),
      peerId: peer,
      replyTo: message.replyTo.map { .messageReplyHeader(.init(replyToMsgId: $0)) },
      date: short.date, message: TLText.escaping(message.text), media: short.media,
      entities: short.entities,
      ttlPeriod: short.ttlPeriod)
    return IncomingUpdates(
      UpdateContainer(
        entries: [
          UpdateEntry(.updateMessageID(.init(id: short.id, randomId: message.randomID))),
          UpdateEntry(
            .updateNewMessage(
              .init(message: .message(sent), pts: short.pts, ptsCount: short.ptsCount))),
        ], date: short.date))
  }
}
