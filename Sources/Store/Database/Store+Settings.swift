internal import GRDB
package import Model

extension Store {
  /// A small fact that outlives the process, such as the kill switch.
  package func setting(_ name: String, account: AccountID) async throws -> String? {
    try await read { database in
      try String.fetchOne(
        database, cached: "SELECT value FROM settings WHERE account = ? AND name = ?",
        arguments: [account, name])
    }
  }

  /// Nil takes the setting away.
  package func set(_ name: String, to value: String?, account: AccountID) async throws {
    try await write { database in
      guard let value else {
        try database.execute(
          cached: "DELETE FROM settings WHERE account = ? AND name = ?", arguments: [account, name])
        return
      }
      try database.execute(
        cached: """
          INSERT INTO settings (account, name, value) VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET value = excluded.value
          """, arguments: [account, name, value])
    }
  }
}
