// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Messages {
  /// `messages.peerDialogs#3371c354`
  package struct PeerDialogs: TLConstructor {
    package static var constructorID: UInt32 { 0x3371c354 }
    package let dialogs: [API.Dialog]
    package let messages: [API.Message]
    package let chats: [API.Chat]
    package let users: [API.User]
    package let state: API.Updates.State

    package init(dialogs: [API.Dialog], messages: [API.Message], chats: [API.Chat], users: [API.User], state: API.Updates.State) {
      self.dialogs = dialogs
      self.messages = messages
      self.chats = chats
      self.users = users
      self.state = state
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.dialogs = try reader.vector()
      self.messages = try reader.vector()
      self.chats = try reader.vector()
      self.users = try reader.vector()
      self.state = try API.Updates.State(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.vector(dialogs)
      writer.vector(messages)
      writer.vector(chats)
      writer.vector(users)
      state.encode(to: &writer)
    }
  }
}
