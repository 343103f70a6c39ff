internal import GRDB
package import Model

extension Store {
  /// What rules keep under this name, be it alive or not.
  package func state(_ key: StateKey, account: AccountID) async throws -> StateEntry? {
    try await read { try Self.state(key, account: account, in: $0) }
  }

  /// How much a file keeps, for all chats together.
  package func stateUsage(of file: String, account: AccountID) async throws -> StateUsage {
    try await read { database in
      let row = try Row.fetchOne(
        database,
        cached: """
          SELECT count(*) AS entries, ifnull(sum(length(name) + length(value)), 0) AS bytes
          FROM rule_state WHERE account = ? AND file = ?
          """, arguments: [account, file])
      return StateUsage(entries: row?["entries"] ?? 0, bytes: row?["bytes"] ?? 0)
    }
  }

  static func state(
    _ key: StateKey, account: AccountID, in database: Database
  ) throws -> StateEntry? {
    try Row.fetchOne(
      database,
      cached: """
        SELECT value, expires_at FROM rule_state
        WHERE account = ? AND file = ? AND chat = ? AND name = ?
        """, arguments: [account, key.file, key.chat?.marked ?? 0, key.name]
    ).map { StateEntry(json: $0["value"], expires: $0["expires_at"]) }
  }

  /// Whether all that the draft has read is still so.
  static func holds(
    _ draft: StateDraft, account: AccountID, in database: Database
  ) throws -> Bool {
    for (key, entry) in draft.seen {
      if try state(key, account: account, in: database) != entry { return false }
    }
    return true
  }

  static func apply(
    _ draft: StateDraft, account: AccountID, at now: Timestamp, in database: Database
  ) throws {
    for (key, entry) in draft.changes {
      let chat = key.chat?.marked ?? 0
      guard let entry, entry.isAlive(at: now) else {
        try database.execute(
          cached: """
            DELETE FROM rule_state WHERE account = ? AND file = ? AND chat = ? AND name = ?
            """, arguments: [account, key.file, chat, key.name])
        continue
      }
      try database.execute(
        cached: """
          INSERT INTO rule_state (account, file, chat, name, value, expires_at)
          VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
          """, arguments: [account, key.file, chat, key.name, entry.json, entry.expires])
    }
    try count(draft.counted, account: account, at: now, in: database)
    for file in Set(draft.changes.keys.map(\.file)) {
      try database.execute(
        cached: "DELETE FROM rule_state WHERE account = ? AND file = ? AND expires_at <= ?",
        arguments: [account, file, now])
    }
  }
}
