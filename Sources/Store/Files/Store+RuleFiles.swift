internal import GRDB
package import Model

extension Schema {
  /// Since when each rule file has been there.
  static func createRuleFiles(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE rule_files (
          account INTEGER NOT NULL,
          file TEXT NOT NULL,
          since INTEGER NOT NULL,
          PRIMARY KEY (account, file)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}

extension Store {
  /// Notes which rule files are there. The first that are ever noted have always been; what is gone is
  /// forgotten.
  ///
  /// - Parameter files: without their endings.
  /// - Returns: since when each has been there.
  package func noteRuleFiles(
    _ files: [String], account: AccountID, at now: Timestamp
  ) async throws -> [String: Timestamp] {
    try await write { database in
      var known: [String: Timestamp] = [:]
      let rows = try Row.fetchAll(
        database, cached: "SELECT file, since FROM rule_files WHERE account = ?",
        arguments: [account])
      for row in rows { known[row["file"]] = row["since"] }
      for file in known.keys where !files.contains(file) {
        try database.execute(
          cached: "DELETE FROM rule_files WHERE account = ? AND file = ?",
          arguments: [account, file])
      }
      let start = known.isEmpty ? Timestamp.zero : now
      for file in files where known[file] == nil {
        try database.execute(
          cached: "INSERT INTO rule_files (account, file, since) VALUES (?, ?, ?)",
          arguments: [account, file, start])
        known[file] = start
      }
      return known.filter { files.contains($0.key) }
    }
  }
}
