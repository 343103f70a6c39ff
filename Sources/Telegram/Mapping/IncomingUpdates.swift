internal import Model
internal import TelegramSchema

/// What the server pushes, or answers a call with, in one form.
struct IncomingUpdates: Sendable {
  var container: UpdateContainer<API.Update>
  var users: [API.User]
  var chats: [API.Chat]
  /// Peers that must be known before the message may be shown: those of a short update, which brings
  /// nobody along.
  var required: [PeerID]
  /// The server has more than it pushes: updatesTooLong.
  var isTooLong: Bool

  init(_ updates: API.Updates, account: AccountID) {
    switch updates {
    case .updatesTooLong:
      self.init(UpdateContainer(entries: []), isTooLong: true)
    case .updateShort(let short):
      self.init(UpdateContainer(entries: [UpdateEntry(short.update)], date: short.date))
    case .updates(let all):
      self.init(
        UpdateContainer(
          entries: all.updates.map { UpdateEntry($0) }, firstSeq: all.seq, seq: all.seq,
          date: all.date), users: all.users, chats: all.chats)
    case .updatesCombined(let all):
      self.init(
        UpdateContainer(
          entries: all.updates.map { UpdateEntry($0) }, firstSeq: all.seqStart, seq: all.seq,
          date: all.date), users: all.users, chats: all.chats)
    case .updateShortMessage(let short):
      self.init(short, account: account)
    case .updateShortChatMessage(let short):
      self.init(short)
    case .updateShortSentMessage(let short):
      // Only the sender knows what was sent; it builds the message itself. Here the number counts.
      self.init(
        UpdateContainer(
          entries: [UpdateEntry(nil, order: .common(pts: short.pts, count: short.ptsCount))],
          date: short.date))
    }
  }

  init(
    _ container: UpdateContainer<API.Update>, users: [API.User] = [], chats: [API.Chat] = [],
    required: [PeerID] = [], isTooLong: Bool = false
  ) {
    self.container = container
    self.users = users
    self.chats = chats
    self.required = required
    self.isTooLong = isTooLong
  }

  private init(_ short: API.Updates.UpdateShortMessage, account: AccountID) {
    let from = short.out ? account.rawValue : short.userId
    let message = API.Message.Message(
      out: short.out, mentioned: short.mentioned, mediaUnread: short.mediaUnread,
      silent: short.silent, id: short.id, fromId: .peerUser(.init(userId: from)),
      peerId: .peerUser(.init(userId: short.userId)), fwdFrom: short.fwdFrom,
      viaBotId: short.viaBotId, replyTo: short.replyTo, date: short.date,
      message: short.message, entities: short.entities, ttlPeriod: short.ttlPeriod)
    self.init(message, pts: short.pts, count: short.ptsCount, required: [.user(short.userId)])
  }

  private init(_ short: API.Updates.UpdateShortChatMessage) {
    let message = API.Message.Message(
      out: short.out, mentioned: short.mentioned, mediaUnread: short.mediaUnread,
      silent: short.silent, id: short.id, fromId: .peerUser(.init(userId: short.fromId)),
      peerId: .peerChat(.init(chatId: short.chatId)), fwdFrom: short.fwdFrom,
      viaBotId: short.viaBotId, replyTo: short.replyTo, date: short.date,
      message: short.message, entities: short.entities, ttlPeriod: short.ttlPeriod)
    self.init(
      message, pts: short.pts, count: short.ptsCount,
      required: [.user(short.fromId), .group(short.chatId)])
  }

  private init(
    _ message: API.Message.Message, pts: Int32, count: Int32, required: [PeerID]
  ) {
    self.init(
      UpdateContainer(
        entries: [
          UpdateEntry(
            .updateNewMessage(.init(message: .message(message), pts: pts, ptsCount: count)))
        ], date: message.date), required: required)
  }
}
