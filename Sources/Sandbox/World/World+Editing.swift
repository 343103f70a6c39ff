internal import Markup
package import Model

extension World {
  /// Changes a text the editor wrote; everybody's copy changes.
  package mutating func edit(
    _ id: Int32, in chat: PeerID, to text: String, entities: [TextEntity] = [], by editor: Int64,
    origin: SessionKey? = nil
  ) throws(Refusal) -> Sent {
    guard let message = find(id, in: chat, for: editor) else { throw .messageInvalid }
    guard message.author == editor, message.service == nil else { throw .notTheAuthor }
    let styled = StyledText(text, entities).canonical()
    let (text, entities) = (styled.text, styled.entities)
    guard !text.isEmpty || message.file != nil else { throw .messageEmpty }
    guard text.utf16.count <= limits.messageLength else { throw .messageTooLong }
    guard text != message.text || entities != message.entities else { throw .messageNotModified }
    let marks = entities + mentionEntities(in: text, beside: entities)
    let date = now
    var own: Sent?
    for (shelf, copy) in shelves(of: message.key) {
      var copy = copy
      copy.text = text
      copy.entities = marks
      copy.edited = date
      replace(copy, on: shelf)
      switch shelf {
      case .mailbox(let owner):
        let position = record(.edited(copy), count: 1, in: owner, origin: origin)
        if owner == editor { own = Sent(message: copy, position: position, randomID: nil) }
        if owner != editor { observe(.edited(copy), by: owner) }
      case .channel(let channel):
        let position = record(.edited(copy), count: 1, inChannel: channel, origin: origin)
        own = Sent(message: copy, position: position, randomID: nil)
        for member in channels[channel]?.members ?? [] where member != editor {
          observe(.edited(copy), by: member)
        }
      }
    }
    guard let own else { throw .messageInvalid }
    return own
  }

  /// Takes messages out of the account's own mailbox and, with `revoke`, out of everybody's.
  package mutating func delete(
    _ ids: [Int32], revoke: Bool, by person: Int64, origin: SessionKey? = nil
  ) -> Delivery.Position {
    let found = ids.compactMap { mailboxes[person]?.line[$0] }
    guard !found.isEmpty else {
      return Delivery.Position(pts: mailboxes[person]?.log.end ?? 0, count: 0)
    }
    var owners = [person]
    if revoke {
      for message in found {
        for case (.mailbox(let owner), _) in shelves(of: message.key)
        where !owners.contains(owner) { owners.append(owner) }
      }
    }
    var own = Delivery.Position(pts: 0, count: 0)
    for owner in owners {
      let removed = found.compactMap { copies[$0.key]?.removeValue(forKey: .mailbox(owner)) }
      for id in removed { _ = mailboxes[owner]?.remove(id) }
      let position = record(
        .deleted(removed, channel: nil), count: Int32(clamping: removed.count), in: owner,
        origin: origin)
      if owner == person { own = position } else { observe(.deleted(removed), by: owner) }
    }
    return own
  }

  package mutating func delete(
    _ ids: [Int32], inChannel id: Int64, by person: Int64, origin: SessionKey? = nil
  ) throws(Refusal) -> Delivery.Position {
    guard let channel = channels[id] else { throw .channelInvalid }
    let found = ids.compactMap { channel.line[$0] }
    guard channel.creator == person || found.allSatisfy({ $0.author == person }) else {
      throw .deleteForbidden
    }
    guard !found.isEmpty else { return Delivery.Position(pts: channel.pts, count: 0) }
    for message in found {
      channels[id]?.line[message.id] = nil
      copies[message.key] = nil
    }
    let removed = found.map(\.id)
    for member in channel.members where member != person { observe(.deleted(removed), by: member) }
    return record(
      .deleted(removed, channel: id), count: Int32(clamping: removed.count), inChannel: id,
      origin: origin)
  }

  /// Sets or, with nil, takes away the person's reaction to a message.
  package mutating func react(
    with emoji: String?, to id: Int32, in chat: PeerID, by person: Int64,
    origin: SessionKey? = nil
  ) throws(Refusal) -> StoredMessage {
    guard var own = find(id, in: chat, for: person) else { throw .messageInvalid }
    if let emoji, emoji.isEmpty || emoji.count > 1 { throw .reactionInvalid }
    own.reactions.removeAll { $0.person == person }
    if let emoji { own.reactions.append(MessageReaction(person: person, emoji: emoji, date: now)) }
    for (shelf, copy) in shelves(of: own.key) {
      var copy = copy
      copy.reactions = own.reactions
      replace(copy, on: shelf)
      let change = Change.reactions(copy.chat, message: copy.id, copy.reactions)
      let told: [Int64]
      switch shelf {
      case .mailbox(let owner): told = [owner]
      case .channel(let channel): told = channels[channel]?.members ?? []
      }
      for other in told {
        deliver(change, to: other, origin: origin)
        if other != person {
          observe(.reactions(copy.chat, message: copy.id, copy.reactions), by: other)
        }
      }
    }
    return own
  }

  package mutating func saveDraft(
    _ draft: StoredDraft?, in chat: PeerID, by person: Int64, origin: SessionKey? = nil
  ) {
    mailboxes[person]?.chats[chat, default: ChatState()].draft = draft
    deliver(.draft(chat, draft), to: person, origin: origin)
  }

  /// A message of a chat, under the id that `viewer` knows it by.
  package func find(_ id: Int32, in chat: PeerID, for viewer: Int64) -> StoredMessage? {
    if case .channel(let channel) = chat { return channels[channel]?.line[id] }
    return mailboxes[viewer]?.line[id].flatMap { $0.chat == chat ? $0 : nil }
  }

  /// All copies of a message, in a fixed order.
  private func shelves(of key: Int64) -> [(Shelf, StoredMessage)] {
    (copies[key] ?? [:]).keys
      .sorted { "\($0)" < "\($1)" }
      .compactMap { shelf in message(key, on: shelf).map { (shelf, $0) } }
  }

  private mutating func replace(_ message: StoredMessage, on shelf: Shelf) {
    switch shelf {
    case .mailbox(let owner): mailboxes[owner]?.line[message.id] = message
    case .channel(let channel): channels[channel]?.line[message.id] = message
    }
  }
}
