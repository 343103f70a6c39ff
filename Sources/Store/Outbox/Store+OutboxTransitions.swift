import Foundation
internal import GRDB
import Model

/// Steps inside a transaction that others began.
extension Store {
  /// Nil if an item with the same ``NewOutboxItem/once`` exists.
  static func insert(
    _ item: NewOutboxItem, account: AccountID, at instant: Timestamp, in database: Database
  ) throws -> OutboxItem? {
    if let once = item.once {
      let known = try Bool.fetchOne(
        database, cached: "SELECT EXISTS (SELECT 1 FROM outbox WHERE account = ? AND once = ?)",
        arguments: [account, once])
      if known == true { return nil }
    }
    var row = OutboxRow(item, account: account, at: instant)
    try row.insert(database)
    row.id = database.lastInsertedRowID
    return row.item
  }

  static func close(
    _ id: Int64, as state: OutboxItem.State, reason: String?, at instant: Timestamp,
    in database: Database
  ) throws -> OutboxItem? {
    try database.execute(
      cached: """
        UPDATE outbox SET state = ?, reason = ?, finished_at = ?
        WHERE id = ? AND \(OutboxItem.State.open)
        """, arguments: [state, reason, instant, id])
    guard database.changesCount > 0 else { return nil }
    let item = try OutboxRow.item(id, in: database)
    if item?.lane == .notice { try followJoined(id, in: database) }
    return item
  }

  /// The server has executed the item. That is a fact whatever its state: it may have been cancelled
  /// while it was under way. What follows it in its row is an item from now on, unless it was.
  ///
  /// - Returns: nil if it was known to be sent.
  static func confirm(
    _ item: OutboxItem, as messageID: Int32?, at instant: Timestamp, in database: Database
  ) throws -> OutboxItem? {
    try database.execute(
      cached: """
        UPDATE outbox SET state = 'sent', sent_id = ifnull(?, sent_id),
          finished_at = CASE state WHEN 'sent' THEN finished_at ELSE ? END, reason = NULL
        WHERE id = ?
        """, arguments: [messageID, instant, item.id])
    if item.state.isOpen, let next = item.following.first {
      try OutboxRow(next, after: item, at: instant, rest: Array(item.following.dropFirst()))
        .insert(database)
    }
    // As it left: with the words of the lines that left with it.
    let sent = try OutboxRow.item(item.id, in: database)
    if item.lane == .notice { try followJoined(item.id, in: database) }
    return item.state == .sent ? nil : sent
  }

  static func cancelSpeech(
    in chat: PeerID?, account: AccountID, reason: String, at instant: Timestamp,
    in database: Database
  ) throws -> [OutboxItem] {
    let open =
      if let chat {
        try OutboxRow.items(
          database,
          where: """
            account = ? AND lane IN ('speech', 'row') AND \(OutboxItem.State.open) AND target = ?
            """, [account, chat])
      } else {
        // All that would leave in the owner's name.
        try OutboxRow.items(
          database,
          where: """
            account = ? AND lane IN ('speech', 'row', 'forward') AND \(OutboxItem.State.open)
            """, [account])
      }
    return try open.compactMap {
      try close($0.id, as: .cancelled, reason: reason, at: instant, in: database)
    }
  }

  /// The twin's own item that this message of the account is, if it is one.
  ///
  /// An id that the server gave us proves it. Without one, an attempt whose answer never came (or has
  /// not come yet) is recognised by its words: after a crash in between there is nothing else, and to
  /// take the twin's own message for the owner's hand would silence the chat. It is only taken for an
  /// item that sends a message, was answering an earlier one, and was under way when it was written: a
  /// draft that the owner sends is the owner's word.
  static func recognise(_ message: Message, in database: Database) throws -> OutboxItem? {
    let known = try OutboxRow.items(
      database, where: "account = ? AND target = ? AND sent_id = ?",
      [message.account, message.chat, message.id])
    if let item = known.first { return item }
    let candidates = try OutboxRow.items(
      database,
      where: """
        account = ? AND target = ? AND sent_id IS NULL AND attempts > 0 AND state <> 'failed'
        ORDER BY id
        """, [message.account, message.chat])
    let words = wording(message.text)
    return candidates.first { item in
      item.sendsMessage && item.wasUnderWay(when: message) && item.caption.map(wording) == words
        && item.looksLike(message)
    }
  }

  /// Telegram trims and normalises white space; the rest arrives as it was sent.
  private static func wording(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          !$0.properties.isWhitespace && $0.properties.generalCategory != .control
        }))
  }

  /// Why an item must not leave, if a guard forbids it.
  static func objection(to item: OutboxItem, in database: Database) throws -> String? {
    guard item.lane != .notice else { return nil }
    if try haltedAt(item.account, in: database) != nil { return haltReason }
    guard let message = item.message else { return nil }
    switch item.lane {
    case .act, .notice: return nil
    case .escalation: return try end(of: item, about: message, in: database)
    case .forward: return try isDeleted(message, in: database) ? deletionReason : nil
    case .speech, .row: break
    }
    if try isDeleted(message, in: database) { return deletionReason }
    let mark = try ownerMark(in: item.target, account: item.account, in: database)
    return mark.map { $0.message > message.id } == true ? "the owner wrote in this chat" : nil
  }

  static let haltReason = "stopped by the owner's kill switch"
  static let editReason = "its writer changed the message; it is decided again"
  static let deletionReason = "the message was deleted by its writer"

  static func isDeleted(_ message: MessageReference, in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      cached: """
        SELECT deleted_at IS NOT NULL FROM telegram_user_messages
        WHERE account = ? AND chat = ? AND id = ?
        """, arguments: [message.account, message.chat, message.id]) == true
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(of type: Value.Type, json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }
}

extension OutboxItem {
  /// How far the clocks of this machine and of Telegram may be apart, and how long an attempt that was
  /// given up may take to arrive.
  private static let slack = Duration.seconds(600)

  /// Whether this message of the account may be what an attempt at this item sent.
  fileprivate func wasUnderWay(when other: Message) -> Bool {
    if let message, message.chat == other.chat, other.id <= message.id { return false }
    guard createdAt <= other.date.advanced(by: Self.slack) else { return false }
    return finishedAt.map { other.date <= $0.advanced(by: Self.slack) } ?? true
  }
}

extension OutboxItem {
  /// Whether a message with the same words may be this.
  fileprivate func looksLike(_ message: Message) -> Bool {
    switch action {
    // What it carries is the original's.
    case .forward(let forwarding): message.isForwarded || forwarding.hidesSender
    default: attachment.fits(message.media)
    }
  }
}

extension Attachment? {
  /// Whether a message with this media may be the one that carries the file. A picture that was sent as a
  /// document stays one.
  fileprivate func fits(_ media: Media?) -> Bool {
    switch self?.kind {
    case nil: media?.file == nil
    case .photo: media?.kind == .photo
    case .voice: media?.kind == .voice
    case .document: media?.file != nil && media?.kind != .photo && media?.kind != .voice
    }
  }
}
