internal import GRDB
package import Model

extension Store {
  /// What rules keep under this name, be it alive or not.
  package func state(_ key: StateKey, account: AccountID) async throws -> StateEntry? {
    try await read { try Self.state(key, account: account, in: $0) }
  }

  /// How much a rule keeps, or the rules of a file together, for all chats.
  package func stateUsage(of scope: String, account: AccountID) async throws -> StateUsage {
    try await read { database in
      let row = try Row.fetchOne(
        database,
        cached: """
          SELECT count(*) AS entries, ifnull(sum(length(name) + length(value)), 0) AS bytes
          FROM rule_state WHERE account = ? AND scope = ?
          """, arguments: [account, scope])
      return StateUsage(entries: row?["entries"] ?? 0, bytes: row?["bytes"] ?? 0)
    }
  }

  /// All that rules keep.
  package func states(of account: AccountID) async throws -> [StateKey: StateEntry] {
    try await read { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT scope, chat, name, value, expires_at FROM rule_state WHERE account = ?",
        arguments: [account])
      return Dictionary(
        rows.map { row in
          let chat: Int64 = row["chat"]
          return (
            StateKey(
              scope: row["scope"], chat: chat == 0 ? nil : PeerID(stored: chat), name: row["name"]),
            StateEntry(json: row["value"], expires: row["expires_at"])
          )
        }
      ) { first, _ in first }
    }
  }

  static func state(
    _ key: StateKey, account: AccountID, in database: Database
  ) throws -> StateEntry? {
    try Row.fetchOne(
      database,
      cached: """
        SELECT value, expires_at FROM rule_state
        WHERE account = ? AND scope = ? AND chat = ? AND name = ?
        """, arguments: [account, key.scope, key.chat?.marked ?? 0, key.name]
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

  /// - Returns: how to take it back; nil if nothing was changed.
  @discardableResult
  static func apply(
    _ draft: StateDraft, account: AccountID, at now: Timestamp, in database: Database
  ) throws -> AppliedState? {
    var applied = AppliedState(counted: draft.counted)
    for (key, entry) in draft.changes {
      let after = entry.flatMap { $0.isAlive(at: now) ? $0 : nil }
      applied.changes.append(
        AppliedState.Change(
          key, before: try state(key, account: account, in: database), after: after,
          isIncrement: draft.increments.contains(key)))
      try write(after, key, account: account, in: database)
    }
    try count(draft.counted, account: account, at: now, in: database)
    for scope in Set(draft.changes.keys.map(\.scope)) {
      try database.execute(
        cached: "DELETE FROM rule_state WHERE account = ? AND scope = ? AND expires_at <= ?",
        arguments: [account, scope, now])
    }
    return applied.isEmpty ? nil : applied
  }

  static func write(
    _ entry: StateEntry?, _ key: StateKey, account: AccountID, in database: Database
  ) throws {
    let chat = key.chat?.marked ?? 0
    guard let entry else {
      try database.execute(
        cached: """
          DELETE FROM rule_state WHERE account = ? AND scope = ? AND chat = ? AND name = ?
          """, arguments: [account, key.scope, chat, key.name])
      return
    }
    try database.execute(
      cached: """
        INSERT INTO rule_state (account, scope, chat, name, value, expires_at)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
        """, arguments: [account, key.scope, chat, key.name, entry.json, entry.expires])
  }
}
