import GRDB
import Model

/// Takes the events of one batch, one after the other, inside its transaction.
struct IntakeSorter {
  let account: AccountID
  let instant: Timestamp
  let policy: IntakePolicy
  let batch: EventBatch
  let database: Database
  var intake = Intake()

  init(
    account: AccountID, instant: Timestamp, policy: IntakePolicy, batch: EventBatch,
    database: Database
  ) {
    self.account = account
    self.instant = instant
    self.policy = policy
    self.batch = batch
    self.database = database
  }

  mutating func take(_ event: Event) throws {
    switch event {
    case .message(let message): try take(message)
    case .edited(let message): try edit(message)
    case .deleted(let chat, let ids):
      try delete(ids, in: chat)
      try withdraw(answersTo: ids, in: chat)
    case .reacted(let chat, let message, let reactions):
      try react(reactions, to: message, in: chat)
    case .readByOther(let chat, let mark, let thread):
      try read(chat, upTo: mark, byOwner: false, thread: thread)
    case .readByOwner(let chat, let mark, let thread):
      try read(chat, upTo: mark, byOwner: true, thread: thread)
    case .typing(let chat, _, _), .draft(let chat, _):
      if try monitor(of: chat) != nil { intake.items.append(.passing(event)) }
    case .presence(let user, _):
      if user == account.rawValue { return intake.items.append(.passing(event)) }
      if try monitor(of: .user(user)) != nil { intake.items.append(.passing(event)) }
    case .sent(let randomID, let id):
      let known = try OutboxRow.items(
        database, where: "account = ? AND random_id = ?", [account, randomID])
      if let item = known.first { try confirm(item, as: id) }
    case .gap(let gap): intake.items.append(.gap(gap))
    case .stalled(let stall): intake.items.append(.stalled(stall))
    case .newAuthorization(let authorization):
      var line = policy.alert(authorization)
      line.once = "authorization:\(authorization.hash):\(authorization.date.seconds)"
      // Told again after a restart, it is known.
      if let queued = try Store.insert(line, account: account, at: instant, in: database) {
        intake.items.append(.alert(queued))
      }
    }
  }

  private mutating func take(_ message: Message) throws {
    let chat = try chat(message.chat)
    let monitor = policy.monitor(message, chat, try person(message.chat))
    var spoken: String?
    if message.isOutgoing || isSaved(message), let item = try Store.recognise(message, in: database)
    {
      spoken = item.spoken
      try confirm(item, as: message.id)
    } else if isSaved(message) {
      if let command = policy.command(message) { return try obey(command, in: message) }
      // An answer to a line that is said again and again ends it.
      if let line = message.replyTo {
        let ended = try Store.acknowledge(account, line: line, at: instant, in: database)
        if !ended.isEmpty { intake.items.append(.withdrawn(ended)) }
      }
    } else if message.isOutgoing, !message.isService, !message.isAutomatic {
      try yield(to: message, isMonitored: monitor != nil)
    }
    guard let monitor else { return }
    if try !message.exists(database) { try message.insert(database) }
    var learnt = message
    if let spoken {
      let transcript = Transcript(
        text: spoken, model: "twin", at: instant, file: message.media?.file?.id)
      try Store.note(transcript, of: message.reference, in: database)
      learnt.transcript = transcript
    }
    if policy.learns(chat, try person(message.chat)) { try Store.learn(learnt, in: database) }
    guard !message.isOutgoing, !isSaved(message), try isNews(message.reference) else { return }
    try Store.queueForDecision(message.reference, in: database)
    let sender = try person(message.sender)
    intake.items.append(.arrived(message, chat: chat, sender: sender, monitor: monitor))
  }

  /// Neither decided nor waiting; a message that was fetched from history before may be both stored and
  /// news.
  private func isNews(_ message: MessageReference) throws -> Bool {
    try Bool.fetchOne(
      database,
      cached: """
        SELECT NOT EXISTS (SELECT 1 FROM decisions WHERE account = ?1 AND chat = ?2 AND message = ?3)
          AND NOT EXISTS (SELECT 1 FROM inbox WHERE account = ?1 AND chat = ?2 AND message = ?3)
        """, arguments: [message.account, message.chat, message.id]) == true
  }

  private mutating func confirm(_ item: OutboxItem, as id: Int32) throws {
    if let confirmed = try Store.confirm(item, as: id, at: instant, in: database) {
      intake.items.append(.confirmed(confirmed))
    }
  }

  /// The owner wrote here: what is pending in the chat gives way. Delivered again, it is old news.
  private mutating func yield(to message: Message, isMonitored: Bool) throws {
    let before = try Store.ownerMark(in: message.chat, account: account, in: database)
    guard message.id > before?.message ?? 0 else { return }
    try Store.setOwnerMark(
      OwnerMark(at: message.date, message: message.id), in: message.chat, account: account,
      database)
    let cancelled = try Store.cancelSpeech(
      in: message.chat, account: account, reason: "the owner wrote in this chat", at: instant,
      in: database)
    intake.items.append(.takeover(message, isMonitored: isMonitored, cancelled: cancelled))
  }

  private mutating func obey(_ command: OwnerCommand, in message: Message) throws {
    let key = "command:\(message.id)"
    let isKnown = try Bool.fetchOne(
      database, cached: "SELECT EXISTS (SELECT 1 FROM outbox WHERE account = ? AND once = ?)",
      arguments: [account, key])
    guard isKnown != true else { return }
    var cancelled: [OutboxItem] = []
    switch command {
    case .stop:
      try Store.halt(account, at: instant, in: database)
      cancelled = try Store.cancelSpeech(
        in: nil, account: account, reason: Store.haltReason, at: instant,
        in: database)
    case .start: try Store.resume(account, at: message.date, in: database)
    case .acknowledge:
      cancelled = try Store.acknowledge(account, at: instant, in: database)
    case .status: break
    }
    let summary = try Store.summary(of: account, since: policy.countSince, in: database)
    var line = policy.confirmation(command, message, summary, cancelled.count)
    line.once = key
    _ = try Store.insert(line, account: account, at: instant, in: database)
    intake.items.append(.command(command, cancelled: cancelled))
  }

  private mutating func withdraw(answersTo ids: [Int32], in chat: PeerID?) throws {
    let place = Store.place(ofDeleted: chat)
    var withdrawn: [OutboxItem] = []
    for id in ids {
      try database.execute(
        cached: "DELETE FROM inbox WHERE account = ? AND message = ? AND \(place.condition)",
        arguments: [account, id] + place.arguments)
      let open = try OutboxRow.items(
        database,
        where: """
          account = ? AND message = ? AND lane = 'speech' AND \(place.condition)
            AND state IN ('planned', 'composed')
          """, [account, id] + place.arguments)
      withdrawn += try open.compactMap {
        try Store.close(
          $0.id, as: .cancelled, reason: Store.deletionReason, at: instant, in: database)
      }
    }
    if !withdrawn.isEmpty { intake.items.append(.withdrawn(withdrawn)) }
  }

  /// The monitor that covers a chat, if one does.
  func monitor(of peer: PeerID) throws -> String? {
    policy.covers(try chat(peer), try person(peer))
  }

  private func isSaved(_ message: Message) -> Bool { message.chat == .user(account.rawValue) }

  func chat(_ peer: PeerID) throws -> Chat {
    if let chat = batch.chats.last(where: { $0.id == peer }) { return chat }
    let known = try ChatRow.fetch(peer, of: account, in: database)
    return known?.chat ?? Chat(unknown: peer, account: account)
  }

  func person(_ peer: PeerID?) throws -> Contact? {
    guard case .user(let id)? = peer else { return nil }
    if let contact = batch.contacts.last(where: { $0.id == id }) { return contact }
    return try ContactRow.fetch(id, of: account, in: database)?.contact
  }
}
