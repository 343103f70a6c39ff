// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Users {
  /// `users.userFull#3b6d152e`
  package struct UserFull: TLConstructor {
    package static var constructorID: UInt32 { 0x3b6d152e }
    package let fullUser: API.UserFull
    package let chats: [API.Chat]
    package let users: [API.User]

    package init(fullUser: API.UserFull, chats: [API.Chat], users: [API.User]) {
      self.fullUser = fullUser
      self.chats = chats
      self.users = users
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.fullUser = try API.UserFull(from: &reader)
      self.chats = try reader.vector()
      self.users = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      fullUser.encode(to: &writer)
      writer.vector(chats)
      writer.vector(users)
    }
  }
}
