internal import Model
internal import TelegramSchema

/// Messages as several methods answer with them.
struct MessagePage {
  var messages: [API.Message] = []
  var users: [API.User] = []
  var chats: [API.Chat] = []
  /// How many there are in the chat, where the server says so.
  var total: Int?
  /// These are all of them.
  var isWhole = false

  init(_ answer: API.Messages.Messages) {
    switch answer {
    case .messages(let all):
      messages = all.messages
      users = all.users
      chats = all.chats
      isWhole = true
    case .messagesSlice(let slice):
      messages = slice.messages
      users = slice.users
      chats = slice.chats
      total = Int(slice.count)
    case .channelMessages(let slice):
      messages = slice.messages
      users = slice.users
      chats = slice.chats
      total = Int(slice.count)
    case .messagesNotModified: break
    }
  }

  /// Whom it describes.
  var named: [PeerID] {
    users.compactMap { Contact($0).map { .user($0.id) } } + chats.compactMap { Chat($0)?.id }
  }
}
