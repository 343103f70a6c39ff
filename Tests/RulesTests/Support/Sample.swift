import Model
import Rules

/// Messages, chats and people for tests.
enum Sample {
  static let owner = Contact(
    id: 1, firstName: "Ada", lastName: "Lovelace", username: "ada", isSelf: true)
  static let friend = Contact(
    id: 5, firstName: "Bo", lastName: "Ek", username: "bo_ek", isContact: true, isMutual: true)
  static let stranger = Contact(id: 6, firstName: "Cy")
  static let bot = Contact(id: 7, firstName: "Helper", username: "helper_bot", isBot: true)
  static let account = AccountID(1)
  /// A Monday.
  static let monday = Timestamp(iso8601: "2026-03-02T10:00:00Z") ?? .zero

  static func chat(with person: Contact) -> Chat {
    Chat(
      id: .user(person.id), kind: person.isBot ? .bot : .private, title: person.fullName,
      username: person.username)
  }

  static let group = Chat(id: .channel(9), kind: .group, title: "Book Club", memberCount: 12)

  static func input(
    _ text: String, from sender: Contact = friend, in chat: Chat? = nil, at now: Timestamp = monday,
    id: Int32 = 100, change: (inout Message) -> Void = { _ in }
  ) -> DecisionInput {
    let chat = chat ?? self.chat(with: sender)
    var message = Message(
      account: account, chat: chat.id, id: id, sender: .user(sender.id),
      date: Timestamp(seconds: now.seconds), text: text)
    change(&message)
    return DecisionInput(message: message, chat: chat, sender: sender, owner: owner, now: now)
  }
}

func instant(_ text: String) -> Timestamp { Timestamp(iso8601: text) ?? .zero }
