import Model
import TelegramSchema

extension Presenter {
  /// A change as the update that tells of it.
  func update(_ change: Change, at position: Delivery.Position?) -> API.Update {
    let pts = position?.pts ?? 0
    let count = position?.count ?? 0
    switch change {
    case .newMessage(let message):
      return change.channel == nil
        ? .updateNewMessage(.init(message: self.message(message), pts: pts, ptsCount: count))
        : .updateNewChannelMessage(
          .init(message: self.message(message), pts: pts, ptsCount: count))
    case .edited(let message):
      return change.channel == nil
        ? .updateEditMessage(.init(message: self.message(message), pts: pts, ptsCount: count))
        : .updateEditChannelMessage(
          .init(message: self.message(message), pts: pts, ptsCount: count))
    case .deleted(let ids, let channel):
      if let channel {
        return .updateDeleteChannelMessages(
          .init(channelId: channel, messages: ids, pts: pts, ptsCount: count))
      }
      return .updateDeleteMessages(.init(messages: ids, pts: pts, ptsCount: count))
    case .readInbox(.channel(let id), let mark, let left):
      return .updateReadChannelInbox(
        .init(
          channelId: id, maxId: mark, stillUnreadCount: left,
          pts: world.channels[id]?.pts ?? 0))
    case .readInbox(let chat, let mark, let left):
      return .updateReadHistoryInbox(
        .init(
          peer: chat.wire, maxId: mark, stillUnreadCount: left, pts: pts, ptsCount: count))
    case .readOutbox(.channel(let id), let mark):
      return .updateReadChannelOutbox(.init(channelId: id, maxId: mark))
    case .readOutbox(let chat, let mark):
      return .updateReadHistoryOutbox(
        .init(peer: chat.wire, maxId: mark, pts: pts, ptsCount: count))
    case .typing(let chat, let person, let activity):
      return typing(in: chat, by: person, activity.wire)
    case .draft(let chat, let draft):
      return .updateDraftMessage(.init(peer: chat.wire, draft: self.draft(draft)))
    case .reactions(let chat, let id, let reactions):
      return .updateMessageReactions(
        .init(peer: chat.wire, msgId: id, reactions: self.reactions(reactions)))
    case .presence(let person, let presence):
      return .updateUserStatus(.init(userId: person, status: status(presence)))
    case .membership(.channel(let id)): return .updateChannel(.init(channelId: id))
    case .membership(let chat): return .updateChat(.init(chatId: chat.bare))
    case .newAuthorization(let it):
      return .updateNewAuthorization(
        .init(
          hash: it.hash, date: it.date, device: it.device,
          location: it.location))
    }
  }

  private func typing(
    in chat: PeerID, by person: Int64, _ action: API.SendMessageAction
  ) -> API.Update {
    let from = PeerID.user(person).wire
    return switch chat {
    case .user: .updateUserTyping(.init(userId: person, action: action))
    case .group(let id): .updateChatUserTyping(.init(chatId: id, fromId: from, action: action))
    case .channel(let id):
      .updateChannelUserTyping(.init(channelId: id, fromId: from, action: action))
    }
  }

  /// What is pushed for a delivery. `prefersShort` gives plain messages in the short forms, whose
  /// reader has to know the people already.
  func push(_ delivery: Delivery, seq: Int32, prefersShort: Bool) -> API.Updates {
    let change = delivery.change
    if prefersShort, let short = short(delivery) { return short }
    let update = update(change, at: delivery.position)
    switch change {
    case .typing(.user, _, _), .presence, .readInbox, .readOutbox, .deleted:
      return .updateShort(.init(update: update, date: world.now))
    default: return updates([update], about: [change], seq: seq)
    }
  }

  func updates(_ updates: [API.Update], about changes: [Change], seq: Int32 = 0) -> API.Updates {
    var company = Company()
    for change in changes { company.add(change) }
    let isBrief = world.isBriefAboutStrangers && changes.contains { $0.channel != nil }
    return .updates(
      .init(
        updates: updates, users: isBrief ? briefUsers(company) : users(company),
        chats: chats(company), date: world.now,
        seq: seq))
  }

  private func short(_ delivery: Delivery) -> API.Updates? {
    guard case .newMessage(let message) = delivery.change, let position = delivery.position,
      message.service == nil, message.file == nil, message.forward == nil
    else { return nil }
    let isOutgoing = message.isOutgoing(for: viewer)
    let reply = message.replyTo.map {
      API.MessageReplyHeader.messageReplyHeader(.init(replyToMsgId: $0))
    }
    let entities = message.entities.isEmpty ? nil : message.entities.map(\.wire)
    switch message.chat {
    case .user(let id):
      return .updateShortMessage(
        .init(
          out: isOutgoing, silent: message.isSilent, id: message.id, userId: id,
          message: message.text, pts: position.pts, ptsCount: position.count,
          date: message.date, replyTo: reply, entities: entities))
    case .group(let id):
      return .updateShortChatMessage(
        .init(
          out: isOutgoing, mentioned: message.mentions.contains(viewer),
          silent: message.isSilent, id: message.id, fromId: message.author, chatId: id,
          message: message.text, pts: position.pts, ptsCount: position.count,
          date: message.date, replyTo: reply, entities: entities))
    case .channel: return nil
    }
  }
}
