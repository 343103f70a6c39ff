import GRDB
import Model

/// What changes about messages that are there.
extension IntakeSorter {
  /// The stored message becomes what it is now. An answer that was prepared for another content gives
  /// way, and the message is decided again.
  mutating func edit(_ message: Message) throws {
    guard let known = try stored(message.id, in: message.chat) else { return }
    var now = message
    // An edit that is to be hidden does not say that there was one before.
    now.edited = message.edited ?? known.edited
    now.reactions = message.reactions?.completed(by: known.reactions)
    try now.update(database)
    guard now.says != known.says else {
      if now.reactions != known.reactions { try tell(now.reactions, of: now) }
      return
    }
    // What was heard holds as long as the sound is the same.
    if now.media?.file?.id == known.media?.file?.id { now.transcript = known.transcript }
    if policy.learns(try chat(message.chat), try person(message.chat)), !now.remembered.isEmpty {
      try Store.learn(now, in: database)
    } else {
      try Store.relearn(now, in: database)
    }
    let cancelled = now.isOutgoing ? [] : try withdrawForEdit(of: message.reference)
    if !cancelled.isEmpty {
      try Store.takeBackState(of: message.reference, at: instant, in: database)
      try Store.queueForDecision(message.reference, in: database)
    }
    guard try monitor(of: message.chat) != nil || !cancelled.isEmpty else { return }
    intake.items.append(.edited(now, cancelled: cancelled))
  }

  mutating func delete(_ ids: [Int32], in chat: PeerID?) throws {
    var gone: [(chat: PeerID, ids: [Int32])] = []
    for id in ids {
      for place in try Store.places(of: id, in: chat, account: account, database) {
        if let index = gone.firstIndex(where: { $0.chat == place }) {
          gone[index].ids.append(id)
        } else {
          gone.append((place, [id]))
        }
      }
    }
    try Store.markDeleted(ids, in: chat, account: account, at: instant, database)
    for (chat, ids) in gone {
      for id in ids { try Store.unlearn(id, in: chat, account: account, database) }
    }
    for (chat, ids) in gone where try monitor(of: chat) != nil {
      intake.items.append(.deleted(chat: chat, ids: ids))
    }
  }

  mutating func react(_ reactions: Reactions, to id: Int32, in chat: PeerID) throws {
    guard let known = try stored(id, in: chat) else { return }
    var message = known
    let now = reactions.completed(by: known.reactions)
    message.reactions = now.isEmpty ? nil : now
    guard message.reactions != known.reactions else { return }
    try message.update(database)
    try tell(message.reactions, of: message)
  }

  /// Marks never move back: what comes late is old.
  mutating func read(
    _ chat: PeerID, upTo mark: Int32, byOwner: Bool, thread: Int32?
  ) throws {
    guard try monitor(of: chat) != nil else { return }
    if thread == nil {
      let before = try Store.readMarks(in: chat, account: account, database)
      let known = byOwner ? before.byOwner : before.byOther
      guard mark > known else { return }
      try Store.moveReadMark(in: chat, to: mark, byOwner: byOwner, account: account, database)
    }
    intake.items.append(.read(chat: chat, upTo: mark, byOwner: byOwner, thread: thread))
  }

  private mutating func tell(_ reactions: Reactions?, of message: Message) throws {
    guard try monitor(of: message.chat) != nil else { return }
    intake.items.append(
      .reacted(chat: message.chat, message: message.id, reactions ?? Reactions()))
  }

  private func stored(_ id: Int32, in chat: PeerID) throws -> Message? {
    try Store.message(MessageReference(account: account, chat: chat, id: id), in: database)
  }

  /// What was given to Telegram is under way and stays.
  private func withdrawForEdit(of message: MessageReference) throws -> [OutboxItem] {
    let open = try OutboxRow.items(
      database,
      where: """
        account = ? AND chat = ? AND message = ? AND lane = 'speech'
          AND state IN ('planned', 'composed')
        """, [message.account, message.chat, message.id])
    return try open.compactMap {
      try Store.close(
        $0.id, as: .cancelled, reason: Store.editReason, at: instant, in: database)
    }
  }
}

extension Message {
  /// What makes it another message to somebody who answers. References to files change by themselves.
  package var says: [String] {
    [text, media?.kind.rawValue ?? "", media?.name ?? "", media?.file.map { "\($0.id)" } ?? ""]
  }
}
