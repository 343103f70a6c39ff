internal import Model
internal import TelegramSchema

/// Makes events of updates, and notes whom and what they name.
struct EventMapper: Sendable {
  private let messages: MessageMapper
  private let book: PeerBook
  let now: Timestamp
  private var batch = EventBatch()
  private var named: [PeerID] = []
  private var changes: [(chat: PeerID, change: @Sendable (inout Chat) -> Void)] = []

  init(account: AccountID, book: PeerBook, now: Timestamp) {
    messages = book.mapper(for: account)
    self.book = book
    self.now = now
  }

  /// - Parameter gap: what is known of a gap that the outcome tells.
  mutating func add(_ outcome: UpdateOutcome<API.Update>, gap: Gap? = nil) {
    for item in outcome.items {
      switch item {
      case .update(let update): add(update)
      case .gap(.account): add(.gap(gap ?? Gap(to: now)))
      case .gap(.channel(let id)):
        var told = gap ?? Gap(to: now)
        told.chat = .channel(id)
        add(.gap(told), naming: .channel(id))
      }
    }
    batch.positions += outcome.positions
    // Whoever goes on from here has to address the channel.
    for case let position in outcome.positions where position.isBehind {
      if case .channel(let id) = position.sequence { named.append(.channel(id)) }
    }
  }

  /// The events with all that is known of those they name.
  func finished() async -> EventBatch {
    var batch = batch
    for (chat, change) in changes { await book.update(chat, change) }
    var seen: Set<PeerID> = []
    for peer in named where seen.insert(peer).inserted {
      if let reference = await book.reference(to: peer) { batch.peers.append(reference) }
      if let chat = await book.chat(peer) { batch.chats.append(chat) }
      if case .user(let id) = peer, let contact = await book.presentableContact(id) {
        batch.contacts.append(contact)
      }
    }
    return batch
  }

  mutating func add(new message: API.Message) {
    if let mapped = mapped(message) { add(new: mapped) }
  }

  mutating func add(new mapped: Message) {
    note(mapped)
    add(.message(mapped))
    let (id, isUnread) = (mapped.id, !mapped.isOutgoing)
    change(mapped.chat) { chat in
      // What is known of the chat already counts this message, if it stands in there.
      guard id > chat.topMessage ?? 0 else { return }
      chat.topMessage = id
      if isUnread { chat.unreadCount &+= 1 }
    }
  }

  mutating func add(edited message: API.Message) {
    guard let mapped = mapped(message) else { return }
    note(mapped)
    add(.edited(mapped))
  }

  mutating func add(_ event: Event, naming peer: PeerID? = nil) {
    if let peer { named.append(peer) }
    batch.events.append(event)
  }

  /// What is known of the chat changed.
  mutating func change(_ chat: PeerID, _ change: @escaping @Sendable (inout Chat) -> Void) {
    changes.append((chat, change))
    named.append(chat)
  }

  private func mapped(_ message: API.Message) -> Message? {
    let mapped = messages.message(message)
    if let mapped { book.noteOwn(mapped) }
    return mapped
  }

  private mutating func note(_ message: Message) {
    named.append(message.chat)
    if let sender = message.sender { named.append(sender) }
  }
}
