import Model
import TL
import TelegramSchema

/// Puts the world into the API's words, as one account is shown it.
struct Presenter {
  let world: World
  let viewer: Int64

  func message(_ message: StoredMessage) -> API.Message {
    let isOutgoing = message.isOutgoing(for: viewer)
    var from: API.Peer? = .peerUser(.init(userId: message.author))
    // In a private chat the sender of what comes in is the chat itself.
    if case .user = message.chat, !isOutgoing { from = nil }
    if message.isPost { from = nil }
    let reply = message.replyTo.map {
      API.MessageReplyHeader.messageReplyHeader(.init(replyToMsgId: $0))
    }
    if let service = message.service {
      return .messageService(
        .init(
          out: isOutgoing, post: message.isPost, id: message.id, fromId: from,
          peerId: message.chat.wire, date: message.date, action: action(service)))
    }
    return .message(
      .init(
        out: isOutgoing, mentioned: message.mentions.contains(viewer), silent: message.isSilent,
        post: message.isPost, id: message.id, fromId: from, peerId: message.chat.wire,
        fwdFrom: message.forward.map(Self.forward), replyTo: reply, date: message.date,
        message: message.text,
        media: message.file.flatMap { world.files[$0] }.map(media),
        entities: message.entities.isEmpty ? nil : message.entities.map(\.wire),
        views: message.isPost ? 1 : nil, forwards: message.isPost ? 0 : nil,
        editDate: message.edited,
        reactions: message.reactions.isEmpty ? nil : reactions(message.reactions)))
  }

  private static func forward(_ forward: StoredMessage.Forward) -> API.MessageFwdHeader {
    API.MessageFwdHeader(
      fromId: forward.from.wire, date: forward.date, channelPost: forward.post)
  }

  private func action(_ service: StoredMessage.Service) -> API.MessageAction {
    switch service {
    case .groupCreated(let title, let members):
      return .messageActionChatCreate(.init(title: title, users: members))
    case .channelCreated(let title):
      // Not among the typed constructors: messageActionChannelCreate#95d2ac92 title:string.
      var writer = TLWriter()
      writer.constructor(0x95d2_ac92)
      writer.string(title)
      return .raw(TLRaw(encoded: writer.bytes))
    }
  }

  func reactions(_ reactions: [MessageReaction]) -> API.MessageReactions {
    var counts: [(emoji: String, people: [Int64])] = []
    for reaction in reactions {
      if let index = counts.firstIndex(where: { $0.emoji == reaction.emoji }) {
        counts[index].people.append(reaction.person)
      } else {
        counts.append((reaction.emoji, [reaction.person]))
      }
    }
    return API.MessageReactions(
      canSeeList: true,
      results: counts.map { count in
        API.ReactionCount(
          chosenOrder: count.people.contains(viewer) ? 0 : nil,
          reaction: .reactionEmoji(.init(emoticon: count.emoji)),
          count: count.people.count.clamped)
      },
      recentReactions: reactions.map { reaction in
        API.MessagePeerReaction(
          my: reaction.person == viewer, peerId: PeerID.user(reaction.person).wire,
          date: reaction.date, reaction: .reactionEmoji(.init(emoticon: reaction.emoji)))
      })
  }

  func draft(_ draft: StoredDraft?) -> API.DraftMessage {
    guard let draft else { return .draftMessageEmpty(.init(date: world.now)) }
    return .draftMessage(
      .init(
        replyTo: draft.replyTo.map { .inputReplyToMessage(.init(replyToMsgId: $0)) },
        message: draft.text,
        entities: draft.entities.isEmpty ? nil : draft.entities.map(\.wire), date: draft.date))
  }

  func dialog(_ dialog: Dialog) -> API.Dialog {
    let state = dialog.state
    return .dialog(
      .init(
        pinned: state.pinnedRank != nil, peer: dialog.chat.wire, topMessage: dialog.top.id,
        readInboxMaxId: state.readInbox, readOutboxMaxId: state.readOutbox,
        unreadCount: dialog.unread, unreadMentionsCount: dialog.unreadMentions,
        unreadReactionsCount: 0, unreadPollVotesCount: 0,
        notifySettings: notifySettings(isMuted: state.isMuted), pts: dialog.pts,
        draft: state.draft.map { draft($0) }, folderId: state.isArchived ? 1 : nil))
  }

  func notifySettings(isMuted: Bool) -> API.PeerNotifySettings {
    API.PeerNotifySettings(muteUntil: isMuted ? Int32.max : nil)
  }
}
