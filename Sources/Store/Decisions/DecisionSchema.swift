import GRDB

extension Schema {
  /// What is due is found without looking at what is not, however long the queue.
  static func indexQueueByTime(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE INDEX outbox_by_wake ON outbox (account, wake)
          WHERE state IN ('planned', 'composed', 'sending');
        """)
  }

  /// Decisions, the queue before them and the queue behind them.
  static func createDecisions(_ database: Database) throws {
    try database.execute(
      sql: """
        -- Which message of the owner's own hand was the last in a chat: ids are in order where
        -- dates, being whole seconds, are not.
        ALTER TABLE owner_activity ADD COLUMN last_message INTEGER NOT NULL DEFAULT 0;

        -- Stored messages that wait for their decision.
        CREATE TABLE inbox (
          account INTEGER NOT NULL,
          chat INTEGER NOT NULL,
          message INTEGER NOT NULL,
          PRIMARY KEY (account, chat, message)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE decisions (
          id INTEGER PRIMARY KEY,
          account INTEGER NOT NULL,
          chat INTEGER NOT NULL,
          message INTEGER NOT NULL,
          at INTEGER NOT NULL,
          guard TEXT,
          rule TEXT,
          speech TEXT,
          due INTEGER,
          reason TEXT NOT NULL,
          -- The whole decision as JSON; the columns above are what is searched by.
          body TEXT NOT NULL,
          UNIQUE (account, chat, message)
        ) STRICT;
        CREATE INDEX decisions_by_account ON decisions (account, id);
        CREATE INDEX decisions_by_chat ON decisions (account, chat, id);
        CREATE INDEX decisions_by_rule ON decisions (account, rule, id);
        CREATE INDEX decisions_by_time ON decisions (account, at);
        CREATE INDEX decisions_by_message ON decisions (account, message);

        CREATE TABLE outbox (
          id INTEGER PRIMARY KEY,
          account INTEGER NOT NULL,
          target INTEGER NOT NULL,
          lane TEXT NOT NULL,
          chat INTEGER,
          message INTEGER,
          sender INTEGER,
          rule TEXT NOT NULL,
          rule_hash TEXT,
          action TEXT NOT NULL,
          pace TEXT,
          random_id INTEGER NOT NULL UNIQUE,
          created_at INTEGER NOT NULL,
          due INTEGER NOT NULL,
          state TEXT NOT NULL,
          wake INTEGER NOT NULL,
          is_read INTEGER NOT NULL,
          text TEXT,
          attempts INTEGER NOT NULL,
          refusals INTEGER NOT NULL,
          sent_id INTEGER,
          finished_at INTEGER,
          reason TEXT,
          once TEXT
        ) STRICT;
        -- The head of each queue.
        CREATE INDEX outbox_open ON outbox (account, target, lane, id)
          WHERE state IN ('planned', 'composed', 'sending');
        -- A message is answered at most once, whatever the code above believes.
        CREATE UNIQUE INDEX outbox_answers ON outbox (account, chat, message)
          WHERE lane = 'speech' AND state <> 'cancelled';
        CREATE UNIQUE INDEX outbox_once ON outbox (account, once) WHERE once IS NOT NULL;
        CREATE INDEX outbox_by_message ON outbox (account, chat, message);
        CREATE INDEX outbox_by_sent ON outbox (account, target, sent_id)
          WHERE sent_id IS NOT NULL;
        CREATE INDEX outbox_by_sent_id ON outbox (account, sent_id) WHERE sent_id IS NOT NULL;
        -- Given to Telegram, and no id came back: an own message that appears may be one of these.
        CREATE INDEX outbox_unconfirmed ON outbox (account, target)
          WHERE sent_id IS NULL AND attempts > 0;
        CREATE INDEX outbox_by_time ON outbox (account, created_at);
        CREATE INDEX outbox_by_chat_time ON outbox (account, chat, created_at);
        CREATE INDEX outbox_by_rule ON outbox (account, rule, created_at);
        CREATE INDEX outbox_by_finish ON outbox (account, finished_at)
          WHERE finished_at IS NOT NULL;

        -- What a model was asked and what it answered.
        CREATE TABLE prompt_traces (
          id INTEGER PRIMARY KEY,
          account INTEGER NOT NULL,
          chat INTEGER NOT NULL,
          message INTEGER NOT NULL,
          rule TEXT NOT NULL,
          at INTEGER NOT NULL,
          model TEXT NOT NULL,
          request TEXT NOT NULL,
          answer TEXT,
          prompt_tokens INTEGER,
          completion_tokens INTEGER,
          error TEXT
        ) STRICT;
        CREATE INDEX prompt_traces_by_message ON prompt_traces (account, chat, message, id);
        """)
  }
}
