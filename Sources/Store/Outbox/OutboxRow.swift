import GRDB
import Model

/// An item as it stands in `outbox`.
struct OutboxRow: FetchableRecord, PersistableRecord, Sendable {
  static let databaseTableName = "outbox"

  var id: Int64?
  var account: AccountID
  var target: PeerID
  var lane: OutboxItem.Lane
  var chat: PeerID?
  var message: Int32?
  var sender: PeerID?
  var rule: String
  var ruleHash: String?
  var action: Action
  var pace: Pace?
  var randomId: Int64
  var createdAt: Timestamp
  var due: Timestamp
  var state: OutboxItem.State
  var wake: Timestamp
  var isRead: Bool
  var text: String?
  var attachment: Attachment?
  var upload: Upload?
  var attempts: Int
  var refusals: Int
  var sentId: Int32?
  var finishedAt: Timestamp?
  var reason: String?
  var once: String?
  /// Nil: nothing follows.
  var following: [OutboxItem.Following]?
  /// The item with whose message this line leaves.
  var joinedInto: Int64?
  /// Its own words, while it has those of others beside them.
  var ownText: String?

  init(_ item: NewOutboxItem, account: AccountID, at instant: Timestamp) {
    self.account = account
    target = item.target
    lane = item.lane
    chat = item.message?.chat
    message = item.message?.id
    sender = item.sender
    rule = item.rule
    ruleHash = item.ruleHash
    action = item.action
    pace = item.pace
    randomId = item.randomID
    createdAt = instant
    due = item.due
    state = .planned
    wake = item.wake
    isRead = false
    text = item.text
    attachment = item.attachment
    attempts = 0
    refusals = 0
    once = item.once
  }

  /// The next message of an answer that is sent in a row: it is typed from now on.
  init(
    _ next: OutboxItem.Following, after item: OutboxItem, at instant: Timestamp,
    rest: [OutboxItem.Following]
  ) {
    let pace = Pace(
      delay: item.pace?.delay ?? "row", start: instant, notice: 0, reading: 0, typing: next.typing)
    self.init(
      NewOutboxItem(
        target: item.target, lane: .row, message: item.message, sender: item.sender,
        rule: item.rule, ruleHash: item.ruleHash, action: .reply(text: next.text, quotes: false),
        pace: pace, randomID: next.randomID, due: pace.due, wake: instant, text: next.text,
        once: "row:\(item.id)"), account: item.account, at: instant)
    // As the message before it was.
    isRead = true
    state = .composed
    following = rest.isEmpty ? nil : rest
  }

  /// Nil for a row that was never stored.
  var item: OutboxItem? {
    guard let id else { return nil }
    var reference: MessageReference?
    if let chat, let message {
      reference = MessageReference(account: account, chat: chat, id: message)
    }
    return OutboxItem(
      id: id, account: account, target: target, lane: lane, message: reference, sender: sender,
      rule: rule, ruleHash: ruleHash, action: action, pace: pace, randomID: randomId,
      createdAt: createdAt, due: due, state: state, wake: wake, isRead: isRead, text: text,
      following: following ?? [], attachment: attachment, upload: upload, attempts: attempts,
      refusals: refusals,
      sentID: sentId, finishedAt: finishedAt,
      reason: reason)
  }

  static func items(
    _ database: Database, where condition: String, _ arguments: StatementArguments
  ) throws -> [OutboxItem] {
    try fetchAll(database, cached: "SELECT * FROM outbox WHERE \(condition)", arguments: arguments)
      .compactMap(\.item)
  }

  static func item(_ id: Int64, in database: Database) throws -> OutboxItem? {
    try fetchOne(database, cached: "SELECT * FROM outbox WHERE id = ?", arguments: [id])?.item
  }
}

// By hand rather than by Codable, which takes ten times as long.
extension OutboxRow {
  init(row: Row) throws {
    id = row["id"]
    account = row["account"]
    target = row["target"]
    lane = row["lane"]
    chat = row["chat"]
    message = row["message"]
    sender = row["sender"]
    rule = row["rule"]
    ruleHash = row["rule_hash"]
    action = try Store.value(Action.self, row["action"])
    pace = try (row["pace"] as String?).map { try Store.value(Pace.self, $0) }
    randomId = row["random_id"]
    createdAt = row["created_at"]
    due = row["due"]
    state = row["state"]
    wake = row["wake"]
    isRead = row["is_read"]
    text = row["text"]
    attachment = try (row["attachment"] as String?).map { try Store.value(Attachment.self, $0) }
    upload = try (row["upload"] as String?).map { try Store.value(Upload.self, $0) }
    attempts = row["attempts"]
    refusals = row["refusals"]
    sentId = row["sent_id"]
    finishedAt = row["finished_at"]
    reason = row["reason"]
    once = row["once"]
    following = try (row["following"] as String?).map {
      try Store.value([OutboxItem.Following].self, $0)
    }
    joinedInto = row["joined_into"]
    ownText = row["own_text"]
  }

  func encode(to container: inout PersistenceContainer) throws {
    container["id"] = id
    container["account"] = account
    container["target"] = target
    container["lane"] = lane
    container["chat"] = chat
    container["message"] = message
    container["sender"] = sender
    container["rule"] = rule
    container["rule_hash"] = ruleHash
    container["action"] = try Store.json(action)
    container["pace"] = try pace.map { try Store.json($0) }
    container["random_id"] = randomId
    container["created_at"] = createdAt
    container["due"] = due
    container["state"] = state
    container["wake"] = wake
    container["is_read"] = isRead
    container["text"] = text
    container["attachment"] = try attachment.map { try Store.json($0) }
    container["upload"] = try upload.map { try Store.json($0) }
    container["attempts"] = attempts
    container["refusals"] = refusals
    container["sent_id"] = sentId
    container["finished_at"] = finishedAt
    container["reason"] = reason
    container["once"] = once
    container["following"] = try following.map { try Store.json($0) }
    container["joined_into"] = joinedInto
    container["own_text"] = ownText
  }
}

extension OutboxItem.State: DatabaseValueConvertible {}
extension OutboxItem.Lane: DatabaseValueConvertible {}

extension OutboxItem.State {
  /// For conditions; the partial indexes use the same words.
  static let open = "state IN ('planned', 'composed', 'sending')"
}
