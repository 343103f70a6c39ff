internal import GRDB
package import Model

// What is spoken.
extension Store {
  /// An item's text was spoken: the sound leaves with it.
  ///
  /// - Returns: nil if the item was no longer open.
  package func noteSpoken(
    _ id: Int64, _ attachment: Attachment, trace: VoiceTrace
  ) async throws -> OutboxItem? {
    let text = try Self.json(attachment)
    return try await write { database in
      try Self.insert(trace, in: database)
      try database.execute(
        cached: """
          UPDATE outbox SET attachment = ?, upload = NULL, reason = NULL
          WHERE id = ? AND \(OutboxItem.State.open)
          """, arguments: [text, id])
      guard database.changesCount > 0 else { return nil }
      return try OutboxRow.item(id, in: database)
    }
  }

  /// What was to be spoken is written after all, under the same random id: no attempt at it was
  /// executed.
  ///
  /// - Returns: nil if the item was no longer open.
  package func sayInWriting(
    _ id: Int64, _ reply: VoiceReply, trace: VoiceTrace
  ) async throws -> OutboxItem? {
    let action = try Self.json(Action.voiceReply(reply))
    return try await write { database in
      try Self.insert(trace, in: database)
      try database.execute(
        cached: """
          UPDATE outbox SET action = ?, attachment = NULL, upload = NULL, reason = NULL,
            state = CASE state WHEN 'sending' THEN 'composed' ELSE state END
          WHERE id = ? AND \(OutboxItem.State.open)
          """, arguments: [action, id])
      guard database.changesCount > 0 else { return nil }
      return try OutboxRow.item(id, in: database)
    }
  }

  /// The items of an account that are still to be done.
  package func openItems(of account: AccountID) async throws -> Set<Int64> {
    try await read { database in
      Set(
        try Int64.fetchAll(
          database, sql: "SELECT id FROM outbox WHERE account = ? AND \(OutboxItem.State.open)",
          arguments: [account]))
    }
  }
}
