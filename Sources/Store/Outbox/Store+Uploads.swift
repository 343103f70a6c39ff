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
}
