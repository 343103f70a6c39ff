internal import GRDB
package import Model

// What is said to the owner again and again until they react.
extension Store {
  /// Why an item of an escalation is not to leave any more: the owner has reacted. The first line leaves in
  /// any case.
  static func end(
    of item: OutboxItem, about message: MessageReference, in database: Database
  ) throws -> String? {
    if case .escalate(let escalation) = item.action, escalation.step == 0 { return nil }
    let mark = try ownerMark(in: message.chat, account: item.account, in: database)
    if let mark, mark.message > message.id { return "the owner wrote in this chat" }
    let read = try readMarks(in: message.chat, account: item.account, database).byOwner
    guard read >= message.id, try read > readByTwin(from: message, in: database) else { return nil }
    return "the owner has read it"
  }

  /// Up to where the twin itself has marked the chat as read, as far as that matters to this message;
  /// Telegram may report that as the owner's reading.
  private static func readByTwin(
    from message: MessageReference, in database: Database
  ) throws -> Int32 {
    let action = try json(Action.markRead)
    return try Int32.fetchOne(
      database,
      cached: """
        SELECT max(message) FROM outbox WHERE account = ? AND chat = ? AND message >= ?
          AND (is_read = 1 OR (lane = 'act' AND attempts > 0 AND action = ?))
        """, arguments: [message.account, message.chat, message.id, action]) ?? 0
  }

  /// Ends escalations that the owner acknowledges: all of the account, or the one with this line.
  ///
  /// - Parameter line: a message in Saved Messages.
  static func acknowledge(
    _ account: AccountID, line: Int32? = nil, at instant: Timestamp, in database: Database
  ) throws -> [OutboxItem] {
    var open: [OutboxItem] = []
    let waits = "lane = 'escalation' AND \(OutboxItem.State.open)"
    if let line {
      let known = try OutboxRow.items(
        database, where: "account = ? AND target = ? AND sent_id = ?",
        [account, PeerID.user(account.rawValue), line])
      guard let item = known.first, item.lane == .escalation, let message = item.message else {
        return []
      }
      open = try OutboxRow.items(
        database, where: "account = ? AND chat = ? AND message = ? AND rule = ? AND \(waits)",
        [account, message.chat, message.id, item.rule])
    } else {
      open = try OutboxRow.items(database, where: "account = ? AND \(waits)", [account])
    }
    return try open.compactMap {
      try close(
        $0.id, as: .cancelled, reason: "the owner acknowledged it", at: instant, in: database)
    }
  }

  /// Open items beside answers that wait for their time: what a rule wanted that may be gone by now.
  package func waiting(of account: AccountID) async throws -> [OutboxItem] {
    try await read { database in
      try OutboxRow.items(
        database,
        where: """
          account = ? AND lane IN ('forward', 'escalation') AND \(OutboxItem.State.open)
          ORDER BY id LIMIT 1000
          """, [account])
    }
  }
}
