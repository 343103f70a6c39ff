internal import GRDB

/// The tables, version by version. A version that was released is never edited: the next one changes
/// it. Instants are milliseconds since 1970, chats are marked ids (see `PeerID`).
enum Schema {
  static func migrate(_ database: any DatabaseWriter) throws {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 accounts and conversations", migrate: createConversations)
    migrator.registerMigration("2 decisions and outbox", migrate: createDecisions)
    migrator.registerMigration("3 the queue by time", migrate: indexQueueByTime)
    migrator.registerMigration("4 temporary keys", migrate: addTemporaryKeys)
    migrator.registerMigration("5 reactions and read marks", migrate: addReactionsAndReadMarks)
    migrator.registerMigration("6 sessions elsewhere", migrate: createForeignSessions)
    migrator.registerMigration("7 files in the queue", migrate: addAttachments)
    migrator.registerMigration("8 what rules keep", migrate: createRuleState)
    migrator.registerMigration("9 channels with news", migrate: addChannelsBehind)
    migrator.registerMigration("10 timers", migrate: createTimers)
    migrator.registerMigration("11 metrics", migrate: createMetrics)
    migrator.registerMigration("12 rule files", migrate: createRuleFiles)
    migrator.registerMigration("13 what each rule keeps", migrate: scopeRuleState)
    migrator.registerMigration("14 what decisions changed", migrate: addDecisionChanges)
    migrator.registerMigration("15 voices", migrate: addVoices)
    migrator.registerMigration("16 memory", migrate: createMemory)
    migrator.registerMigration("17 what models were asked by time", migrate: indexTracesByTime)
    migrator.registerMigration("18 learnt style", migrate: addStyleTraces)
    migrator.registerMigration("19 answers in a row", migrate: addFollowing)
    migrator.registerMigration("20 lines that leave together", migrate: joinNotices)
    if try database.read(migrator.hasBeenSuperseded) {
      throw StoreError(
        .newerSchema,
        "The database was written by a newer version of Understudy. Install that version or newer.")
    }
    try migrator.migrate(database)
  }

  private static func addStyleTraces(_ database: Database) throws {
    try database.execute(sql: "ALTER TABLE prompt_traces ADD COLUMN style TEXT")
  }

  private static func addFollowing(_ database: Database) throws {
    try database.execute(sql: "ALTER TABLE outbox ADD COLUMN following TEXT")
  }

  private static func addTemporaryKeys(_ database: Database) throws {
    try database.execute(
      sql: "ALTER TABLE telegram_sessions ADD COLUMN sealed_temporary_key BLOB")
  }

  private static func addReactionsAndReadMarks(_ database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE telegram_user_messages ADD COLUMN reactions TEXT;

        CREATE TABLE read_marks (
          account INTEGER NOT NULL,
          chat INTEGER NOT NULL,
          by_owner INTEGER NOT NULL,
          by_other INTEGER NOT NULL,
          PRIMARY KEY (account, chat)
        ) STRICT, WITHOUT ROWID;
        """)
  }

  private static func addAttachments(_ database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE outbox ADD COLUMN attachment TEXT;
        ALTER TABLE outbox ADD COLUMN upload TEXT;
        """)
  }

  private static func addVoices(_ database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE telegram_user_messages ADD COLUMN transcript TEXT;

        -- What was given to a provider to hear or to speak.
        CREATE TABLE voice_traces (
          id INTEGER PRIMARY KEY,
          account INTEGER NOT NULL,
          chat INTEGER NOT NULL,
          message INTEGER NOT NULL,
          kind TEXT NOT NULL,
          rule TEXT NOT NULL,
          at INTEGER NOT NULL,
          model TEXT,
          text TEXT,
          size INTEGER,
          error TEXT
        ) STRICT;
        CREATE INDEX voice_traces_by_message ON voice_traces (account, chat, message, id);
        """)
  }

  private static func addChannelsBehind(_ database: Database) throws {
    try database.execute(
      sql: "ALTER TABLE update_positions ADD COLUMN is_behind INTEGER NOT NULL DEFAULT 0")
  }

  private static func createForeignSessions(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE telegram_foreign_sessions (
          account INTEGER NOT NULL,
          dc INTEGER NOT NULL,
          host TEXT NOT NULL,
          port INTEGER NOT NULL,
          home_key_hash BLOB NOT NULL,
          sealed_auth_key BLOB NOT NULL,
          sealed_salt BLOB NOT NULL,
          sealed_temporary_key BLOB,
          time_offset REAL NOT NULL,
          PRIMARY KEY (account, dc)
        ) STRICT;
        """)
  }

  private static func createConversations(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE telegram_sessions (
          account INTEGER PRIMARY KEY,
          first_name TEXT NOT NULL,
          username TEXT,
          phone TEXT,
          is_bot INTEGER NOT NULL,
          dc INTEGER NOT NULL,
          host TEXT NOT NULL,
          port INTEGER NOT NULL,
          sealed_auth_key BLOB NOT NULL,
          sealed_salt BLOB NOT NULL,
          time_offset REAL NOT NULL,
          created_at INTEGER NOT NULL,
          used_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE chats (
          account INTEGER NOT NULL,
          id INTEGER NOT NULL,
          kind TEXT NOT NULL,
          title TEXT NOT NULL,
          username TEXT COLLATE NOCASE,
          is_muted INTEGER NOT NULL,
          is_archived INTEGER NOT NULL,
          unread_count INTEGER NOT NULL,
          member_count INTEGER,
          top_message INTEGER,
          is_paid INTEGER NOT NULL,
          PRIMARY KEY (account, id)
        ) STRICT;
        CREATE INDEX chats_by_username ON chats (account, username) WHERE username IS NOT NULL;

        CREATE TABLE contacts (
          account INTEGER NOT NULL,
          id INTEGER NOT NULL,
          first_name TEXT NOT NULL,
          last_name TEXT NOT NULL,
          username TEXT COLLATE NOCASE,
          is_contact INTEGER NOT NULL,
          is_mutual INTEGER NOT NULL,
          is_bot INTEGER NOT NULL,
          is_premium INTEGER NOT NULL,
          is_self INTEGER NOT NULL,
          language TEXT,
          PRIMARY KEY (account, id)
        ) STRICT;

        CREATE TABLE peers (
          account INTEGER NOT NULL,
          id INTEGER NOT NULL,
          access_hash INTEGER NOT NULL,
          PRIMARY KEY (account, id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE telegram_user_messages (
          account INTEGER NOT NULL,
          chat INTEGER NOT NULL,
          id INTEGER NOT NULL,
          sender INTEGER,
          is_outgoing INTEGER NOT NULL,
          date INTEGER NOT NULL,
          edited INTEGER,
          text TEXT NOT NULL,
          entities TEXT NOT NULL,
          media TEXT,
          reply_to INTEGER,
          replies_to_owner INTEGER NOT NULL,
          mentions_owner INTEGER NOT NULL,
          is_forwarded INTEGER NOT NULL,
          via_bot INTEGER,
          album INTEGER,
          thread INTEGER,
          is_service INTEGER NOT NULL,
          is_automatic INTEGER NOT NULL,
          paid_stars INTEGER NOT NULL,
          deleted_at INTEGER,
          PRIMARY KEY (account, chat, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX telegram_user_messages_by_date ON telegram_user_messages (account, date);
        CREATE INDEX telegram_user_messages_by_id ON telegram_user_messages (account, id);

        CREATE TABLE owner_activity (
          account INTEGER NOT NULL,
          chat INTEGER NOT NULL,
          last_wrote INTEGER NOT NULL,
          PRIMARY KEY (account, chat)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE update_positions (
          account INTEGER NOT NULL,
          channel INTEGER NOT NULL,
          pts INTEGER NOT NULL,
          qts INTEGER NOT NULL,
          seq INTEGER NOT NULL,
          date INTEGER NOT NULL,
          PRIMARY KEY (account, channel)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE settings (
          account INTEGER NOT NULL,
          name TEXT NOT NULL,
          value TEXT NOT NULL,
          PRIMARY KEY (account, name)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
