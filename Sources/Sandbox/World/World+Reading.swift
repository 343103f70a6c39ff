package import Model

extension World {
  /// How many messages in a chat `viewer` has not read, and how many of them mention them.
  package func unread(in chat: PeerID, for viewer: Int64) -> (count: Int32, mentions: Int32) {
    let read = mailboxes[viewer]?.chats[chat]?.readInbox ?? 0
    var count: Int32 = 0
    var mentions: Int32 = 0
    for message in messages(in: chat, for: viewer, above: read) where message.author != viewer {
      count += 1
      if message.mentions.contains(viewer) { mentions += 1 }
    }
    return (count, mentions)
  }

  /// Marks a private chat or a group as read and tells those who wrote there.
  ///
  /// - Returns: the position after it; its count is 0 if nothing changed.
  @discardableResult
  package mutating func read(
    _ chat: PeerID, upTo id: Int32, by reader: Int64, origin: SessionKey? = nil
  ) throws(Refusal) -> Delivery.Position {
    if case .channel(let channel) = chat {
      try readChannel(channel, upTo: id, by: reader, origin: origin)
      return Delivery.Position(pts: channels[channel]?.pts ?? 0, count: 0)
    }
    guard let mailbox = mailboxes[reader], let state = mailbox.chats[chat] else {
      return Delivery.Position(pts: mailboxes[reader]?.log.end ?? 0, count: 0)
    }
    // An id of 0 reads all there is (core.telegram.org/method/messages.readHistory).
    let last = state.ids.last ?? 0
    let mark = id <= 0 ? last : min(id, last)
    guard mark > state.readInbox else {
      return Delivery.Position(pts: mailbox.log.end, count: 0)
    }
    let newlyRead = messages(in: chat, for: reader, above: state.readInbox)
      .filter { $0.id <= mark && $0.author != reader }
    mailboxes[reader]?.chats[chat]?.readInbox = mark
    let position = record(
      .readInbox(chat, upTo: mark, stillUnread: unread(in: chat, for: reader).count), count: 1,
      in: reader, origin: origin)
    let latest = Dictionary(newlyRead.map { ($0.author, $0.key) }, uniquingKeysWith: { $1 })
    for (author, key) in latest.sorted(by: { $0.key < $1.key }) {
      confirmRead(key, in: chat, to: author, by: reader)
    }
    return position
  }

  /// Tells an author that their message was read.
  private mutating func confirmRead(
    _ key: Int64, in chat: PeerID, to author: Int64, by reader: Int64
  ) {
    guard let message = message(key, on: .mailbox(author)) else { return }
    let mark = message.id
    guard mark > mailboxes[author]?.chats[message.chat]?.readOutbox ?? 0 else { return }
    mailboxes[author]?.chats[message.chat]?.readOutbox = mark
    _ = record(.readOutbox(message.chat, upTo: mark), count: 1, in: author)
    observe(.read(message.chat, upTo: mark), by: author)
  }

  private mutating func readChannel(
    _ id: Int64, upTo mark: Int32, by reader: Int64, origin: SessionKey?
  ) throws(Refusal) {
    guard let channel = channels[id] else { throw .channelInvalid }
    guard channel.members.contains(reader) else { throw .channelPrivate }
    let chat = PeerID.channel(id)
    let last = channel.line.last?.id ?? 0
    let mark = mark <= 0 ? last : min(mark, last)
    let before = mailboxes[reader]?.chats[chat]?.readInbox ?? 0
    guard mark > before else { return }
    mailboxes[reader]?.chats[chat, default: ChatState()].readInbox = mark
    deliver(
      .readInbox(chat, upTo: mark, stillUnread: unread(in: chat, for: reader).count), to: reader,
      origin: origin)
    guard channel.isMegagroup else { return }
    let newlyRead = messages(in: chat, for: reader, above: before)
      .filter { $0.id <= mark && $0.author != reader }
    let latest = Dictionary(newlyRead.map { ($0.author, $0.id) }, uniquingKeysWith: { $1 })
    for (author, id) in latest.sorted(by: { $0.key < $1.key }) {
      guard id > mailboxes[author]?.chats[chat]?.readOutbox ?? 0 else { continue }
      mailboxes[author]?.chats[chat, default: ChatState()].readOutbox = id
      deliver(.readOutbox(chat, upTo: id), to: author)
      observe(.read(chat, upTo: id), by: author)
    }
  }

  /// Shows the others in the chat what the person is doing there.
  package mutating func show(
    _ activity: Activity, in chat: PeerID, by person: Int64
  ) throws(Refusal) {
    if activity == .typing { typed.insert(TypingKey(person: person, chat: chat)) }
    var seen = chat
    let others: [Int64]
    switch chat {
    case .user(let id):
      guard people[id] != nil else { throw .peerInvalid }
      others = [id]
      seen = .user(person)
    case .group(let id):
      guard let group = groups[id], group.members.contains(person) else { throw .peerInvalid }
      others = group.members
    case .channel(let id):
      guard let channel = channels[id], channel.members.contains(person) else {
        throw .channelPrivate
      }
      others = channel.isMegagroup ? channel.members : []
    }
    for other in others where other != person {
      deliver(.typing(seen, by: person, activity), to: other)
      observe(.typing(seen, by: person, activity), by: other)
    }
  }

  /// Lets somebody into a group or channel, and tells them.
  package mutating func add(_ person: Int64, to chat: PeerID) {
    switch chat {
    case .user: return
    case .group(let id): groups[id]?.members.append(person)
    case .channel(let id): channels[id]?.members.append(person)
    }
    deliver(.membership(chat), to: person)
  }

  /// Takes somebody out of a group or channel, and tells them.
  package mutating func remove(_ person: Int64, from chat: PeerID) {
    switch chat {
    case .user: return
    case .group(let id): groups[id]?.members.removeAll { $0 == person }
    case .channel(let id): channels[id]?.members.removeAll { $0 == person }
    }
    deliver(.membership(chat), to: person)
  }

  /// Tells everyone who has the person in their address book, and the person's own devices.
  package mutating func setPresence(_ presence: Person.Presence, of person: Int64) {
    people[person]?.presence = presence
    for other in people.values.sorted(by: { $0.id < $1.id })
    where other.contacts.contains(person) || other.id == person {
      deliver(.presence(person, presence), to: other.id)
    }
  }
}
