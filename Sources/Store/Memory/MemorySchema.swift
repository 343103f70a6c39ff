import GRDB

extension Schema {
  /// What rules have noted about people and chats, and what can be searched.
  static func createMemory(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE contact_tags (
          account INTEGER NOT NULL,
          contact INTEGER NOT NULL,
          tag TEXT NOT NULL,
          rule TEXT NOT NULL,
          at INTEGER NOT NULL,
          PRIMARY KEY (account, contact, tag)
        ) STRICT, WITHOUT ROWID;

        -- The first message of each person in each chat that was decided about.
        CREATE TABLE people_seen (
          account INTEGER NOT NULL,
          chat INTEGER NOT NULL,
          person INTEGER NOT NULL,
          message INTEGER NOT NULL,
          PRIMARY KEY (account, chat, person)
        ) STRICT, WITHOUT ROWID;

        -- Facts that rules remember, and the texts of messages in chats that are learnt from.
        CREATE TABLE memories (
          id INTEGER PRIMARY KEY,
          account INTEGER NOT NULL,
          -- Where it was learnt.
          chat INTEGER NOT NULL,
          message INTEGER NOT NULL,
          is_fact INTEGER NOT NULL,
          -- Of a fact, whom it is about; of a message, who wrote it.
          person INTEGER,
          is_outgoing INTEGER NOT NULL,
          name TEXT,
          rule TEXT,
          at INTEGER NOT NULL,
          expires_at INTEGER,
          -- Account and chat as one word, so that a search looks nowhere else.
          place TEXT NOT NULL,
          text TEXT NOT NULL
        ) STRICT;
        CREATE INDEX memories_by_message ON memories (account, chat, message);
        CREATE INDEX memories_by_chat ON memories (account, chat, is_fact, at);
        CREATE INDEX memories_by_person ON memories (account, person, at) WHERE is_fact = 1;

        CREATE VIRTUAL TABLE memory_index USING fts5 (
          place, text, content = 'memories', content_rowid = 'id',
          tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE TRIGGER memories_inserted AFTER INSERT ON memories BEGIN
          INSERT INTO memory_index (rowid, place, text) VALUES (new.id, new.place, new.text);
        END;
        CREATE TRIGGER memories_deleted AFTER DELETE ON memories BEGIN
          INSERT INTO memory_index (memory_index, rowid, place, text)
          VALUES ('delete', old.id, old.place, old.text);
        END;
        CREATE TRIGGER memories_updated AFTER UPDATE OF place, text ON memories BEGIN
          INSERT INTO memory_index (memory_index, rowid, place, text)
          VALUES ('delete', old.id, old.place, old.text);
          INSERT INTO memory_index (rowid, place, text) VALUES (new.id, new.place, new.text);
        END;

        CREATE INDEX contacts_by_username ON contacts (account, username)
          WHERE username IS NOT NULL;
        CREATE INDEX outbox_escalations ON outbox (account, chat, message)
          WHERE lane = 'escalation' AND state IN ('planned', 'composed', 'sending');
        """)
  }
}
