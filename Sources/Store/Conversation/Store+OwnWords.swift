internal import GRDB
package import Model

/// A text that the owner wrote by hand, with its place in the conversation.
package struct OwnWriting: Sendable, Hashable {
  package var chat: PeerID
  package var id: Int32
  package var date: Timestamp
  package var text: String
  /// In milliseconds, from the owner's message right before it in the chat; nil: nobody wrote before it, or
  /// somebody else did.
  package var gap: Int64?

  package init(chat: PeerID, id: Int32, date: Timestamp, text: String, gap: Int64? = nil) {
    self.chat = chat
    self.id = id
    self.date = date
    self.text = text
    self.gap = gap
  }
}

extension Store {
  /// What the owner wrote by hand in the chat ?2 of the account ?1: nothing that the twin sent, no drafts of
  /// a model that the owner sent on, no forwards, nothing made with a bot or sent by itself.
  private static let isByHand = """
    own.is_outgoing AND NOT own.is_forwarded AND own.via_bot IS NULL AND NOT own.is_automatic
      AND NOT EXISTS (
        SELECT 1 FROM outbox WHERE account = ?1 AND target = ?2 AND sent_id = own.id)
      AND own.text NOT IN (
        SELECT text FROM outbox WHERE account = ?1 AND chat = ?2 AND lane = 'speech'
          AND state = 'sent' AND sent_id IS NULL AND text IS NOT NULL)
    """

  /// The newest texts that the owner wrote in a chat by hand, oldest first: no commands either.
  ///
  /// - Parameter before: only messages before this one; nil: all.
  package func ownWords(
    in chat: PeerID, account: AccountID, before: Int32?, limit: Int
  ) async throws -> [String] {
    try await read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT text FROM telegram_user_messages AS own
          WHERE account = ?1 AND chat = ?2 AND id < ?3 AND text <> '' AND text NOT LIKE '/%'
            AND NOT is_service AND deleted_at IS NULL AND \(Self.isByHand)
          ORDER BY id DESC LIMIT ?4
          """, arguments: [account, chat, before ?? Int32.max, max(0, limit)]
      ).reversed()
    }
  }

  /// The same texts with their places, oldest first.
  ///
  /// - Parameter lookBack: among so many of the newest messages of the chat, whoever wrote them.
  package func ownWritings(
    in chat: PeerID, account: AccountID, limit: Int, lookBack: Int = 5_000
  ) async throws -> [OwnWriting] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: """
          WITH newest AS (
            SELECT * FROM telegram_user_messages
            WHERE account = ?1 AND chat = ?2 AND NOT is_service AND deleted_at IS NULL
            ORDER BY id DESC LIMIT ?4
          ), told AS (
            SELECT id, date, text, \(Self.isByHand) AS by_hand FROM newest AS own
          ), placed AS (
            SELECT *, lag(by_hand) OVER (ORDER BY id) AS follows,
              lag(date) OVER (ORDER BY id) AS earlier FROM told
          )
          SELECT id, date, text, CASE WHEN follows THEN date - earlier END AS gap FROM placed
          WHERE by_hand AND text <> '' AND text NOT LIKE '/%' ORDER BY id DESC LIMIT ?3
          """, arguments: [account, chat, max(0, limit), max(0, lookBack)]
      ).reversed().map { row in
        OwnWriting(
          chat: chat, id: row["id"], date: row["date"], text: row["text"], gap: row["gap"])
      }
    }
  }

  /// Whether the twin has sent anything in the chat.
  package func hasSpoken(in chat: PeerID, account: AccountID) async throws -> Bool {
    try await read { database in
      try Bool.fetchOne(
        database,
        cached: """
          SELECT EXISTS (
            SELECT 1 FROM outbox WHERE account = ? AND target = ? AND sent_id IS NOT NULL)
          """, arguments: [account, chat]) ?? false
    }
  }
}
