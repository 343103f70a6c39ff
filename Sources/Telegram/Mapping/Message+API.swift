internal import Model
internal import TL
internal import TelegramSchema

/// Makes the engine's messages of Telegram's, for one account.
struct MessageMapper: Sendable {
  let account: AccountID
  /// Whether a message was written by the account, where that is known.
  let isOwn: @Sendable (PeerID, Int32) -> Bool

  /// Nil for the placeholder of a message that is gone.
  func message(_ message: API.Message) -> Message? {
    switch message {
    case .message(let message): self.message(message)
    case .messageService(let message): service(message)
    case .messageEmpty: nil
    }
  }

  private func message(_ message: API.Message.Message) -> Message {
    let chat = PeerID(message.peerId)
    var mapped = Message(
      account: account, chat: chat, id: message.id,
      sender: sender(message.fromId, in: chat, isOutgoing: message.out, isPost: message.post),
      isOutgoing: message.out || (isSaved(chat) && message.fwdFrom == nil),
      date: Timestamp(seconds: Int64(message.date)), text: TLText.readable(message.message))
    // An edit that is to be hidden is a change of reactions or buttons, not of the text.
    mapped.edited = message.editHide ? nil : message.editDate.map { .init(seconds: Int64($0)) }
    mapped.entities = (message.entities ?? []).map { TextEntity($0) }
    mapped.media = message.media.flatMap { Media($0) }
    mapped.mentionsOwner = message.mentioned
    mapped.isForwarded = message.fwdFrom != nil
    mapped.viaBot = message.viaBotId
    mapped.album = message.groupedId
    mapped.isAutomatic =
      message.fromScheduled || message.offline || message.viaBusinessBotId != nil
      || isChannelPost(message)
    mapped.paidStars = message.paidMessageStars ?? 0
    mapped.reactions = message.reactions.map { Reactions($0) }.flatMap { $0.isEmpty ? nil : $0 }
    reply(message.replyTo, &mapped)
    return mapped
  }

  private func service(_ message: API.Message.MessageService) -> Message {
    let chat = PeerID(message.peerId)
    var mapped = Message(
      account: account, chat: chat, id: message.id,
      sender: sender(message.fromId, in: chat, isOutgoing: message.out, isPost: message.post),
      isOutgoing: message.out, date: Timestamp(seconds: Int64(message.date)), text: "",
      mentionsOwner: message.mentioned, isService: true)
    reply(message.replyTo, &mapped)
    return mapped
  }

  /// core.telegram.org/constructor/message: without from_id, a private chat's message is from the
  /// one or the other, and a channel's post is from nobody.
  private func sender(
    _ from: API.Peer?, in chat: PeerID, isOutgoing: Bool, isPost: Bool
  ) -> PeerID? {
    if let from { return PeerID(from) }
    if isPost { return nil }
    guard case .user = chat else { return isOutgoing ? .user(account.rawValue) : nil }
    return isOutgoing ? .user(account.rawValue) : chat
  }

  private func reply(_ header: API.MessageReplyHeader?, _ message: inout Message) {
    guard case .messageReplyHeader(let header)? = header else { return }
    if header.forumTopic {
      // In a forum each message points to its topic; it answers one only if both are told.
      message.thread = header.replyToTopId ?? header.replyToMsgId
    } else {
      message.thread = header.replyToTopId
    }
    guard header.replyToPeerId == nil, let replied = header.replyToMsgId,
      !header.forumTopic || header.replyToTopId != nil
    else { return }
    message.replyTo = replied
    // Telegram counts an answer to one's own message among the mentions, in groups only.
    message.repliesToOwner =
      !message.isOutgoing && (message.mentionsOwner || isOwn(message.chat, replied))
  }

  /// A post that Telegram copied into the channel's discussion group
  /// (core.telegram.org/api/discussion): nobody wrote it there.
  private func isChannelPost(_ message: API.Message.Message) -> Bool {
    guard let from = message.fromId, case .channel = PeerID(from),
      let saved = message.fwdFrom?.savedFromPeer
    else { return false }
    return PeerID(saved) == PeerID(from)
  }

  private func isSaved(_ chat: PeerID) -> Bool { chat == .user(account.rawValue) }
}
