import GRDB
import Model

extension Store {
  static func storePeople(
    of batch: EventBatch, account: AccountID, in database: Database
  ) throws {
    for chat in batch.chats { try ChatRow(chat, account: account).upsert(database) }
    for contact in batch.contacts { try ContactRow(contact, account: account).upsert(database) }
    for reference in batch.peers { try store(reference, account: account, in: database) }
  }

  static func markDeleted(
    _ ids: [Int32], in chat: PeerID?, account: AccountID, at instant: Timestamp,
    _ database: Database
  ) throws {
    let place = place(ofDeleted: chat)
    let statement = try database.cachedStatement(
      sql: """
        UPDATE telegram_user_messages SET deleted_at = ?
        WHERE account = ? AND id = ? AND \(place.condition) AND deleted_at IS NULL
        """)
    for id in ids { try statement.execute(arguments: [instant, account, id] + place.arguments) }
  }

  /// The chats in which a message of this id is kept.
  static func places(
    of id: Int32, in chat: PeerID?, account: AccountID, _ database: Database
  ) throws -> [PeerID] {
    let place = place(ofDeleted: chat)
    return try PeerID.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT chat FROM telegram_user_messages
          WHERE account = ? AND id = ? AND \(place.condition) AND deleted_at IS NULL
          """), arguments: [account, id] + place.arguments)
  }

  /// Where Telegram names no chat, the ids are those of private chats and basic groups; channels, as
  /// marked ids, lie below.
  static func place(
    ofDeleted chat: PeerID?
  ) -> (condition: String, arguments: StatementArguments) {
    chat.map { ("chat = ?", [$0]) } ?? ("chat > -1000000000000", [])
  }

  static func store(
    _ position: UpdatePosition, account: AccountID, in database: Database
  ) throws {
    let channel: Int64
    switch position.sequence {
    case .account: channel = 0
    case .channel(let id): channel = id
    }
    try database.cachedStatement(
      sql: """
        INSERT INTO update_positions (account, channel, pts, qts, seq, date, is_behind)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
          pts = excluded.pts, qts = excluded.qts, seq = excluded.seq, date = excluded.date,
          is_behind = excluded.is_behind
        """
    ).execute(
      arguments: [
        account, channel, position.pts, position.qts, position.seq, position.date,
        position.isBehind,
      ])
  }
}
