internal import GRDB
package import Model

// What is known of people beside their names.
extension Store {
  /// In alphabetical order.
  package func tags(of person: Int64, account: AccountID) async throws -> [String] {
    try await read { try Self.tags(of: .user(person), account: account, in: $0) }
  }

  static func tags(
    of person: PeerID?, account: AccountID, in database: Database
  ) throws -> [String] {
    guard let person else { return [] }
    return try Row.fetchAll(
      database,
      cached: "SELECT tag FROM contact_tags WHERE account = ? AND contact = ? ORDER BY tag",
      arguments: [account, person]
    ).map { $0["tag"] }
  }

  /// The tags that stood before an instant and still stand, by the ids of people.
  package func tags(of account: AccountID, before instant: Timestamp) async throws
    -> [Int64: [String]]
  {
    try await read { database in
      let rows = try Row.fetchAll(
        database,
        cached: "SELECT contact, tag FROM contact_tags WHERE account = ? AND at < ? ORDER BY tag",
        arguments: [account, instant])
      return rows.reduce(into: [:]) { tags, row in
        tags[row["contact"], default: []].append(row["tag"])
      }
    }
  }

  /// - Returns: what has changed by it.
  static func apply(
    _ labelling: Labelling, to person: PeerID, by rule: String, account: AccountID,
    at instant: Timestamp, in database: Database
  ) throws -> [AppliedState.TagChange] {
    let given = AppliedState.Mark(rule: rule, at: instant)
    let wanted = labelling.remove.map { ($0, nil) } + labelling.add.map { ($0, Optional(given)) }
    return try wanted.compactMap { tag, after in
      let before = try mark(of: tag, on: person, account: account, in: database)
      // A tag that is there stays as it is.
      guard (before == nil) != (after == nil) else { return nil }
      try setMark(after, of: tag, on: person, account: account, in: database)
      return AppliedState.TagChange(person: person, tag: tag, before: before, after: after)
    }
  }

  /// How many messages are looked through for somebody who was never decided about.
  private static var lookBack: Int { 20_000 }

  /// Whether whoever wrote the message has written in its chat before.
  static func isSeenBefore(_ message: Message, in database: Database) throws -> Bool {
    guard let sender = message.sender else { return false }
    let first = try Int32.fetchOne(
      database,
      cached: "SELECT message FROM people_seen WHERE account = ? AND chat = ? AND person = ?",
      arguments: [message.account, message.chat, sender])
    if let first { return first < message.id }
    return try Bool.fetchOne(
      database,
      cached: """
        SELECT EXISTS (SELECT 1 FROM (SELECT sender FROM telegram_user_messages
          WHERE account = ? AND chat = ? AND id < ? ORDER BY id DESC LIMIT ?) WHERE sender = ?)
        """, arguments: [message.account, message.chat, message.id, lookBack, sender]) == true
  }

  static func noteSeen(
    _ sender: PeerID?, in message: MessageReference, _ database: Database
  ) throws {
    guard let sender else { return }
    try database.execute(
      cached: """
        INSERT INTO people_seen (account, chat, person, message) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """, arguments: [message.account, message.chat, sender, message.id])
  }

  /// Who has written in which chat, each with their first message as far as it is known.
  package func peopleSeen(of account: AccountID) async throws -> [PeerID: [PeerID: Int32]] {
    try await read { database in
      let rows = try Row.fetchAll(
        database, cached: "SELECT chat, person, message FROM people_seen WHERE account = ?",
        arguments: [account])
      return rows.reduce(into: [:]) { seen, row in
        seen[row["chat"], default: [:]][row["person"]] = row["message"]
      }
    }
  }

  /// The chat or person of this name.
  package func peer(named username: String, account: AccountID) async throws -> PeerID? {
    try await read { database in
      let chat = try PeerID.fetchOne(
        database, cached: "SELECT id FROM chats WHERE account = ? AND username = ? LIMIT 1",
        arguments: [account, username])
      if let chat { return chat }
      return try Int64.fetchOne(
        database, cached: "SELECT id FROM contacts WHERE account = ? AND username = ? LIMIT 1",
        arguments: [account, username]
      ).map { .user($0) }
    }
  }
}
