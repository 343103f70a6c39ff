import Model
import TL
import TelegramSchema

extension Gateway {
  mutating func sendMessage(
    _ call: Methods.Messages.SendMessage, by me: Int64, in session: SessionKey
  ) throws(Refusal) -> API.Updates {
    let chat = try peer(call.peer, for: me)
    // Nothing here sends later; to send at once instead would be worse.
    guard call.scheduleDate == nil else { throw Refusal("SCHEDULE_DATE_INVALID") }
    var submission = Submission(
      to: chat, TLText.readable(call.message), randomID: call.randomId)
    submission.entities = (call.entities ?? []).compactMap(TextEntity.init(wire:))
    if case .inputReplyToMessage(let reply) = call.replyTo {
      submission.replyTo = reply.replyToMsgId
    }
    submission.isSilent = call.silent
    submission.clearsDraft = call.clearDraft
    let sent = try world.send(submission, from: me, origin: session)
    let message = sent.message
    if case .user = chat {
      return .updateShortSentMessage(
        .init(
          out: true, id: message.id, pts: sent.position.pts, ptsCount: sent.position.count,
          date: message.date,
          entities: message.entities.isEmpty ? nil : message.entities.map(\.wire)))
    }
    return updates(of: sent, randomID: call.randomId, by: me)
  }

  /// What a client is told of a message that it sent itself.
  func updates(of sent: Sent, randomID: Int64, by me: Int64) -> API.Updates {
    let chat = sent.message.chat
    let presenter = Presenter(world: world, viewer: me)
    let change = Change.newMessage(sent.message)
    var updates: [API.Update] = [
      .updateMessageID(.init(id: sent.message.id, randomId: randomID))
    ]
    if case .channel = chat {
      let mark = world.dialog(chat, of: me)?.state.readInbox ?? 0
      updates.append(
        presenter.update(
          .readInbox(chat, upTo: mark, stillUnread: world.unread(in: chat, for: me).count),
          at: sent.position))
    }
    updates.append(presenter.update(change, at: sent.position))
    return presenter.updates(updates, about: [change])
  }

  mutating func editMessage(
    _ call: Methods.Messages.EditMessage, by me: Int64, in session: SessionKey
  ) throws(Refusal) -> API.Updates {
    let chat = try peer(call.peer, for: me)
    let entities = (call.entities ?? []).compactMap(TextEntity.init(wire:))
    let sent = try world.edit(
      call.id, in: chat, to: TLText.readable(call.message ?? ""), entities: entities, by: me,
      origin: session)
    let change = Change.edited(sent.message)
    let presenter = Presenter(world: world, viewer: me)
    return presenter.updates([presenter.update(change, at: sent.position)], about: [change])
  }

  mutating func deleteMessages(
    _ call: Methods.Messages.DeleteMessages, by me: Int64, in session: SessionKey
  ) -> API.Messages.AffectedMessages {
    affected(
      world.delete(Array(call.id.prefix(100)), revoke: call.revoke, by: me, origin: session))
  }

  mutating func deleteInChannel(
    _ call: Methods.Channels.DeleteMessages, by me: Int64, in session: SessionKey
  ) throws(Refusal) -> API.Messages.AffectedMessages {
    let chat = try channel(call.channel, for: me)
    return affected(
      try world.delete(
        Array(call.id.prefix(100)), inChannel: chat.bare, by: me, origin: session))
  }

  mutating func setTyping(
    _ call: Methods.Messages.SetTyping, by me: Int64
  ) throws(Refusal) -> Bool {
    let chat = try peer(call.peer, for: me)
    try world.show(Activity(wire: call.action), in: chat, by: me)
    return true
  }

  mutating func readHistory(
    _ call: Methods.Messages.ReadHistory, by me: Int64, in session: SessionKey
  ) throws(Refusal) -> API.Messages.AffectedMessages {
    let chat = try peer(call.peer, for: me)
    // Channels have a method of their own.
    if case .channel = chat { throw .peerInvalid }
    return affected(try world.read(chat, upTo: call.maxId, by: me, origin: session))
  }

  mutating func readChannel(
    _ call: Methods.Channels.ReadHistory, by me: Int64, in session: SessionKey
  ) throws(Refusal) -> Bool {
    let chat = try channel(call.channel, for: me)
    try world.read(chat, upTo: call.maxId, by: me, origin: session)
    return true
  }

  mutating func sendReaction(
    _ call: Methods.Messages.SendReaction, by me: Int64, in session: SessionKey
  ) throws(Refusal) -> API.Updates {
    let chat = try peer(call.peer, for: me)
    var emoji: String?
    if let reaction = call.reaction?.first {
      guard case .reactionEmoji(let value) = reaction else { throw .reactionInvalid }
      emoji = value.emoticon
    }
    let message = try world.react(
      with: emoji, to: call.msgId, in: chat, by: me, origin: session)
    let change = Change.reactions(chat, message: message.id, message.reactions)
    let presenter = Presenter(world: world, viewer: me)
    return presenter.updates([presenter.update(change, at: nil)], about: [change])
  }

  mutating func saveDraft(
    _ call: Methods.Messages.SaveDraft, by me: Int64, in session: SessionKey
  ) throws(Refusal) -> Bool {
    let chat = try peer(call.peer, for: me)
    var replyTo: Int32?
    if case .inputReplyToMessage(let reply) = call.replyTo { replyTo = reply.replyToMsgId }
    var draft: StoredDraft?
    if !call.message.isEmpty || replyTo != nil {
      draft = StoredDraft(
        text: TLText.readable(call.message),
        entities: (call.entities ?? []).compactMap(TextEntity.init(wire:)), replyTo: replyTo,
        date: world.now)
    }
    world.saveDraft(draft, in: chat, by: me, origin: session)
    return true
  }

  private func affected(_ position: Delivery.Position) -> API.Messages.AffectedMessages {
    API.Messages.AffectedMessages(pts: position.pts, ptsCount: position.count)
  }
}
