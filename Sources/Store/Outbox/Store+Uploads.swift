internal import GRDB
package import Model

// Files on their way out.
extension Store {
  /// Keeps how far the file of an item has come to the server; nil: it has to begin anew.
  package func noteUpload(_ id: Int64, _ upload: Upload?) async throws {
    let text = try upload.map { try Self.json($0) }
    try await write { database in
      try database.execute(
        sql: "UPDATE outbox SET upload = ? WHERE id = ? AND \(OutboxItem.State.open)",
        arguments: [text, id])
    }
  }

  /// The server has lost the file of an item: it is uploaded again before the next attempt to send it.
  package func forgetUpload(_ id: Int64, isUnsent: Bool) async throws {
    try await write { database in
      try database.execute(
        sql: """
          UPDATE outbox SET upload = NULL, refusals = refusals + 1,
            state = CASE WHEN ? AND state = 'sending' THEN 'composed' ELSE state END
          WHERE id = ? AND \(OutboxItem.State.open)
          """, arguments: [isUnsent, id])
    }
  }

  /// Gives an item the file that leaves with it, made since it was planned: a voice for its text.
  ///
  /// - Returns: nil if the item was no longer open.
  package func attach(_ attachment: Attachment, to id: Int64) async throws -> OutboxItem? {
    let text = try Self.json(attachment)
    return try await write { database in
      try database.execute(
        sql: """
          UPDATE outbox SET attachment = ?, upload = NULL
          WHERE id = ? AND \(OutboxItem.State.open)
          """, arguments: [text, id])
      guard database.changesCount > 0 else { return nil }
      return try OutboxRow.item(id, in: database)
    }
  }
}
