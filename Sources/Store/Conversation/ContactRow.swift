import GRDB
import Model

/// A person as one account sees them, as it stands in `contacts`.
struct ContactRow: FetchableRecord, PersistableRecord, Sendable {
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

// By hand rather than by Codable, which takes ten times as long.
extension ContactRow {
  init(row: Row) {
    account = row["account"]
    id = row["id"]
    firstName = row["first_name"]
    lastName = row["last_name"]
    username = row["username"]
    isContact = row["is_contact"]
    isMutual = row["is_mutual"]
    isBot = row["is_bot"]
    isPremium = row["is_premium"]
    isSelf = row["is_self"]
    language = row["language"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["account"] = account
    container["id"] = id
    container["first_name"] = firstName
    container["last_name"] = lastName
    container["username"] = username
    container["is_contact"] = isContact
    container["is_mutual"] = isMutual
    container["is_bot"] = isBot
    container["is_premium"] = isPremium
    container["is_self"] = isSelf
    container["language"] = language
  }

  static func fetch(_ id: Int64, of account: AccountID, in database: Database) throws -> Self? {
    try fetchOne(
      database, cached: "SELECT * FROM \(databaseTableName) WHERE account = ? AND id = ?",
      arguments: [account, id])
  }
}
