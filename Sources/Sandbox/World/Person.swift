/// Somebody of the invented network: the owner, a contact, a stranger, a bot.
package struct Person: Sendable, Hashable {
  package enum Presence: Sendable, Hashable {
    case unknown
    case recently
    case online(until: Int32)
    case offline(since: Int32)
  }

  /// Telegram's own account, which brings login codes.
  package static let serviceID: Int64 = 777_000

  package let id: Int64
  package var firstName: String
  package var lastName: String
  /// Without the @.
  package var username: String?
  /// Digits only, as the wire carries it.
  package var phone: String?
  package var about: String?
  package var isPremium = false
  package var isVerified = false
  package var language: String?
  /// Present exactly for bots.
  package var botToken: String?
  /// Who stands in this person's address book.
  package var contacts: Set<Int64> = []
  package var presence = Presence.unknown

  package init(
    id: Int64, firstName: String, lastName: String = "", username: String? = nil,
    phone: String? = nil, botToken: String? = nil
  ) {
    self.id = id
    self.firstName = firstName
    self.lastName = lastName
    self.username = username
    self.phone = phone.map(Self.digits)
    self.botToken = botToken
  }

  package var isBot: Bool { botToken != nil }
  package var isService: Bool { id == Self.serviceID }

  /// A phone number as people type it, reduced to its digits.
  package static func digits(_ phone: String) -> String {
    String(phone.filter { $0.isASCII && $0.isNumber })
  }
}

/// A basic group. Its messages lie in its members' mailboxes.
package struct Group: Sendable, Hashable {
  package let id: Int64
  package var title: String
  package let creator: Int64
  package let date: Int32
  /// In the order of joining.
  package var members: [Int64]
}
