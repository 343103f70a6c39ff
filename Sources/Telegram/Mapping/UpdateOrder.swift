internal import Model
internal import TelegramSchema

extension UpdateEntry where Payload == API.Update {
  /// An update of the API, with the number that it carries.
  init(_ update: API.Update) { self.init(update, order: Self.order(of: update)) }

  private static func order(of update: API.Update) -> Order {
    switch update {
    case .updateNewMessage(let it): .common(pts: it.pts, count: it.ptsCount)
    case .updateEditMessage(let it): .common(pts: it.pts, count: it.ptsCount)
    case .updateDeleteMessages(let it): .common(pts: it.pts, count: it.ptsCount)
    case .updateReadHistoryInbox(let it): .common(pts: it.pts, count: it.ptsCount)
    case .updateReadHistoryOutbox(let it): .common(pts: it.pts, count: it.ptsCount)
    case .updateReadMessagesContents(let it): .common(pts: it.pts, count: it.ptsCount)
    case .updatePinnedMessages(let it): .common(pts: it.pts, count: it.ptsCount)
    case .updateWebPage(let it): .common(pts: it.pts, count: it.ptsCount)
    case .updateFolderPeers(let it): .common(pts: it.pts, count: it.ptsCount)
    case .updateNewEncryptedMessage(let it): .secondary(qts: it.qts)
    case .updateBotStopped(let it): .secondary(qts: it.qts)
    case .updateBotMessageReaction(let it): .secondary(qts: it.qts)
    case .updateBotMessageReactions(let it): .secondary(qts: it.qts)
    case .updateBotChatInviteRequester(let it): .secondary(qts: it.qts)
    case .updateChatParticipant(let it): .secondary(qts: it.qts)
    case .updateChannelParticipant(let it): .secondary(qts: it.qts)
    case .updateMessagePollVote(let it): .secondary(qts: it.qts)
    case .updateNewChannelMessage(let it): channel(it.message, it.pts, it.ptsCount)
    case .updateEditChannelMessage(let it): channel(it.message, it.pts, it.ptsCount)
    case .updateDeleteChannelMessages(let it):
      .channel(it.channelId, pts: it.pts, count: it.ptsCount)
    case .updatePinnedChannelMessages(let it):
      .channel(it.channelId, pts: it.pts, count: it.ptsCount)
    case .updateChannelWebPage(let it): .channel(it.channelId, pts: it.pts, count: it.ptsCount)
    case .updateReadChannelInbox(let it): .channelMark(it.channelId, pts: it.pts)
    default: .none
    }
  }

  private static func channel(_ message: API.Message, _ pts: Int32, _ count: Int32) -> Order {
    guard case .channel(let id)? = message.peer else { return .none }
    return .channel(id, pts: pts, count: count)
  }
}

extension API.Message {
  /// Where it was written, if it says so.
  var peer: PeerID? {
    switch self {
    case .message(let message): PeerID(message.peerId)
    case .messageService(let message): PeerID(message.peerId)
    case .messageEmpty(let message): message.peerId.map { PeerID($0) }
    }
  }
}
