import GRDB
import Model

/// A chat of one account, as it stands in `chats`.
struct ChatRow: FetchableRecord, PersistableRecord, Sendable {
  static let databaseTableName = "chats"

  var account: AccountID
  var id: PeerID
  var kind: Chat.Kind
  var title: String
  var username: String?
  var isMuted: Bool
  var isArchived: Bool
  var unreadCount: Int32
  var memberCount: Int32?
  var topMessage: Int32?
  var isPaid: Bool

  init(_ chat: Chat, account: AccountID) {
    self.account = account
    id = chat.id
    kind = chat.kind
    title = chat.title
    username = chat.username
    isMuted = chat.isMuted
    isArchived = chat.isArchived
    unreadCount = chat.unreadCount
    memberCount = chat.memberCount
    topMessage = chat.topMessage
    isPaid = chat.isPaid
  }

  var chat: Chat {
    Chat(
      id: id, kind: kind, title: title, username: username, isMuted: isMuted,
      isArchived: isArchived, unreadCount: unreadCount, memberCount: memberCount,
      topMessage: topMessage, isPaid: isPaid)
  }
}

// By hand rather than by Codable, which takes ten times as long.
extension ChatRow {
  init(row: Row) {
    account = row["account"]
    id = row["id"]
    kind = row["kind"]
    title = row["title"]
    username = row["username"]
    isMuted = row["is_muted"]
    isArchived = row["is_archived"]
    unreadCount = row["unread_count"]
    memberCount = row["member_count"]
    topMessage = row["top_message"]
    isPaid = row["is_paid"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["account"] = account
    container["id"] = id
    container["kind"] = kind
    container["title"] = title
    container["username"] = username
    container["is_muted"] = isMuted
    container["is_archived"] = isArchived
    container["unread_count"] = unreadCount
    container["member_count"] = memberCount
    container["top_message"] = topMessage
    container["is_paid"] = isPaid
  }

  static func fetch(_ id: PeerID, of account: AccountID, in database: Database) throws -> Self? {
    try fetchOne(
      database, cached: "SELECT * FROM \(databaseTableName) WHERE account = ? AND id = ?",
      arguments: [account, id])
  }
}

extension Chat.Kind: DatabaseValueConvertible {}
