// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Messages {
  /// `messages.chatFull#e5d7d19c`
  package struct ChatFull: TLConstructor {
    package static var constructorID: UInt32 { 0xe5d7d19c }
    package let fullChat: API.ChatFull
    package let chats: [API.Chat]
    package let users: [API.User]

    package init(fullChat: API.ChatFull, chats: [API.Chat], users: [API.User]) {
      self.fullChat = fullChat
      self.chats = chats
      self.users = users
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.fullChat = try API.ChatFull(from: &reader)
      self.chats = try reader.vector()
      self.users = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      fullChat.encode(to: &writer)
      writer.vector(chats)
      writer.vector(users)
    }
  }
}
