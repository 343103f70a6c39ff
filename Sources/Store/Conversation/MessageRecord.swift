internal import GRDB
package import Model

/// Messages stand in `telegram_user_messages`, a column for each property; entities and media as
/// JSON.
extension Message: SnakeCaseRecord {
  package static var databaseTableName: String { "telegram_user_messages" }
}

/// A chat of one account, as it stands in `chats`.
struct ChatRow: SnakeCaseRecord, Sendable {
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

extension Chat.Kind: DatabaseValueConvertible {}

/// A person as one account sees them, as it stands in `contacts`.
struct ContactRow: SnakeCaseRecord, Sendable {
  static let databaseTableName = "contacts"

  var account: AccountID
  var id: Int64
  var firstName: String
  var lastName: String
  var username: String?
  var isContact: Bool
  var isMutual: Bool
  var isBot: Bool
  var isPremium: Bool
  var isSelf: Bool
  var language: String?

  init(_ contact: Contact, account: AccountID) {
    self.account = account
    id = contact.id
    firstName = contact.firstName
    lastName = contact.lastName
    username = contact.username
    isContact = contact.isContact
    isMutual = contact.isMutual
    isBot = contact.isBot
    isPremium = contact.isPremium
    isSelf = contact.isSelf
    language = contact.language
  }

  var contact: Contact {
    Contact(
      id: id, firstName: firstName, lastName: lastName, username: username, isContact: isContact,
      isMutual: isMutual, isBot: isBot, isPremium: isPremium, isSelf: isSelf, language: language)
  }
}
