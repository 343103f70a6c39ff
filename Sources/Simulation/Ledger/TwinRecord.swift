import GRDB
import Model
import Store

/// What one twin has on disk in the end, read without the engine's own queries.
struct TwinRecord: Sendable {
  struct Item: Sendable, Hashable {
    let id: Int64
    let target: PeerID
    let lane: String
    /// The message that it answers.
    let message: Int32?
    let chat: PeerID?
    let action: String
    let state: String
    var text: String?
    let sentID: Int32?
    var due: Timestamp
    let reason: String?
    let attempts: Int
    /// The item with whose message it left.
    let joinedInto: Int64?

    /// Where the message stands that it answers.
    var place: Place? { message.flatMap { id in chat.map { Place(chat: $0, id: id) } } }
  }

  struct Verdict: Sendable, Hashable {
    let rule: String?
    let guardStop: String?
    let due: Timestamp?
  }

  struct Place: Sendable, Hashable {
    let chat: PeerID
    let id: Int32
  }

  let account: AccountID
  /// The texts of what is stored.
  private(set) var messages: [Place: String] = [:]
  private(set) var verdicts: [Place: Verdict] = [:]
  private(set) var items: [Item] = []
  /// Messages that still wait for their decision.
  private(set) var undecided = 0

  init(of account: AccountID, in store: Store) async throws {
    self.account = account
    messages = try await store.read { database in
      try Row.fetchAll(database, sql: "SELECT chat, id, text FROM telegram_user_messages")
        .reduce(into: [:]) { $0[Place(chat: $1["chat"], id: $1["id"])] = $1["text"] }
    }
    verdicts = try await store.read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM decisions").reduce(into: [:]) {
        $0[Place(chat: $1["chat"], id: $1["message"])] = Verdict(
          rule: $1["rule"], guardStop: $1["guard"], due: $1["due"])
      }
    }
    items = try await store.read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT *, (SELECT key FROM json_each(action)) AS kind FROM outbox ORDER BY id"
      )
      .map { row in
        Item(
          id: row["id"], target: row["target"], lane: row["lane"], message: row["message"],
          chat: row["chat"], action: row["kind"] ?? "", state: row["state"], text: row["text"],
          sentID: row["sent_id"], due: row["due"], reason: row["reason"], attempts: row["attempts"],
          joinedInto: row["joined_into"])
      }
    }
    undecided = try await store.read { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM inbox") ?? 0
    }
  }
}
