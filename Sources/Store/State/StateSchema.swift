import GRDB

extension Schema {
  /// What rule files keep between decisions.
  static func createRuleState(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE rule_state (
          account INTEGER NOT NULL,
          file TEXT NOT NULL,
          -- 0: of the file as a whole.
          chat INTEGER NOT NULL,
          name TEXT NOT NULL,
          value TEXT NOT NULL,
          expires_at INTEGER,
          PRIMARY KEY (account, file, chat, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX rule_state_by_expiry ON rule_state (account, file, expires_at)
          WHERE expires_at IS NOT NULL;
        """)
  }
}

extension Schema {
  /// What a file kept is what its rules now share; each has its own beside it.
  static func scopeRuleState(_ database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE rule_state RENAME COLUMN file TO scope;
        UPDATE rule_state SET scope = scope || '/';
        """)
  }
}
