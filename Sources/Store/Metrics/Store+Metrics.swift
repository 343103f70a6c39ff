internal import GRDB
package import Model

extension Schema {
  static func createMetrics(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE rule_metrics (
          account INTEGER NOT NULL,
          name TEXT NOT NULL,
          total REAL NOT NULL,
          counted_at INTEGER NOT NULL,
          PRIMARY KEY (account, name)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}

/// What rules have counted under one name.
package struct Metric: Sendable, Hashable, Codable {
  package var name: String
  package var total: Double
  /// When last.
  package var at: Timestamp
}

extension Store {
  /// Names beyond these are counted as "other".
  private static let mostMetrics = 500

  /// By name.
  package func metrics(of account: AccountID) async throws -> [Metric] {
    try await read { database in
      try Row.fetchAll(
        database,
        cached: "SELECT name, total, counted_at FROM rule_metrics WHERE account = ? ORDER BY name",
        arguments: [account]
      ).map { Metric(name: $0["name"], total: $0["total"], at: $0["counted_at"]) }
    }
  }

  static func count(
    _ counted: [String: Double], account: AccountID, at now: Timestamp, in database: Database
  ) throws {
    for (name, amount) in counted.sorted(by: { $0.key < $1.key }) {
      let isKnown = try Bool.fetchOne(
        database,
        cached: """
          SELECT EXISTS (SELECT 1 FROM rule_metrics WHERE account = ?1 AND name = ?2)
            OR (SELECT count(*) FROM rule_metrics WHERE account = ?1) < ?3
          """, arguments: [account, name, mostMetrics])
      try database.execute(
        cached: """
          INSERT INTO rule_metrics (account, name, total, counted_at) VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET total = total + excluded.total, counted_at = excluded.counted_at
          """, arguments: [account, isKnown == true ? name : "other", amount, now])
    }
  }
}
