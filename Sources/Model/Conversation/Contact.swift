/// A person or bot, as Telegram shows them to the account.
package struct Contact: Sendable, Hashable, Codable {
  /// Telegram's user id.
  package var id: Int64
  package var firstName: String
  package var lastName: String
  /// Without the @.
  package var username: String?
  /// Stands in the owner's address book.
  package var isContact: Bool
  /// The owner stands in theirs, too.
  package var isMutual: Bool
  package var isBot: Bool
  package var isPremium: Bool
  package var isSelf: Bool
  /// An IETF language tag, where Telegram tells one.
  package var language: String?

  package init(
    id: Int64, firstName: String, lastName: String = "", username: String? = nil,
    isContact: Bool = false, isMutual: Bool = false, isBot: Bool = false, isPremium: Bool = false,
    isSelf: Bool = false, language: String? = nil
  ) {
    self.id = id
    self.firstName = firstName
    self.lastName = lastName
    self.username = username
    self.isContact = isContact
    self.isMutual = isMutual
    self.isBot = isBot
    self.isPremium = isPremium
    self.isSelf = isSelf
    self.language = language
  }

  package var fullName: String {
    lastName.isEmpty ? firstName : firstName.isEmpty ? lastName : "\(firstName) \(lastName)"
  }
}
