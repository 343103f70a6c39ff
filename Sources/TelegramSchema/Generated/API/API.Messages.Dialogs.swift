// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Messages {
  /// `messages.Dialogs`
  package enum Dialogs: TLDecodable, TLEncodable {
    case dialogs(API.Messages.Dialogs.Dialogs)
    case dialogsNotModified(API.Messages.Dialogs.DialogsNotModified)
    indirect case dialogsSlice(API.Messages.Dialogs.DialogsSlice)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x15ba6c40:
        self = .dialogs(try API.Messages.Dialogs.Dialogs(body: &reader))
      case 0xf0e3e596:
        self = .dialogsNotModified(try API.Messages.Dialogs.DialogsNotModified(body: &reader))
      case 0x71e094f3:
        self = .dialogsSlice(try API.Messages.Dialogs.DialogsSlice(body: &reader))
      default:
        throw reader.unknown(id, in: "messages.Dialogs")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .dialogs(let value): writer.constructor(0x15ba6c40); value.encodeBody(to: &writer)
      case .dialogsNotModified(let value): writer.constructor(0xf0e3e596); value.encodeBody(to: &writer)
      case .dialogsSlice(let value): writer.constructor(0x71e094f3); value.encodeBody(to: &writer)
      }
    }

    /// `messages.dialogs#15ba6c40`
    package struct Dialogs: Sendable {
      package static var constructorID: UInt32 { 0x15ba6c40 }
      package let dialogs: [API.Dialog]
      package let messages: [API.Message]
      package let chats: [API.Chat]
      package let users: [API.User]

      package init(dialogs: [API.Dialog], messages: [API.Message], chats: [API.Chat], users: [API.User]) {
        self.dialogs = dialogs
        self.messages = messages
        self.chats = chats
        self.users = users
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.dialogs = try reader.vector()
        self.messages = try reader.vector()
        self.chats = try reader.vector()
        self.users = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(dialogs)
        writer.vector(messages)
        writer.vector(chats)
        writer.vector(users)
      }
    }

    /// `messages.dialogsNotModified#f0e3e596`
    package struct DialogsNotModified: Sendable {
      package static var constructorID: UInt32 { 0xf0e3e596 }
      package let count: Int32

      package init(count: Int32) {
        self.count = count
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.count = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(count)
      }
    }

    /// `messages.dialogsSlice#71e094f3`
    package struct DialogsSlice: Sendable {
      package static var constructorID: UInt32 { 0x71e094f3 }
      package let count: Int32
      package let dialogs: [API.Dialog]
      package let messages: [API.Message]
      package let chats: [API.Chat]
      package let users: [API.User]

      package init(count: Int32, dialogs: [API.Dialog], messages: [API.Message], chats: [API.Chat], users: [API.User]) {
        self.count = count
        self.dialogs = dialogs
        self.messages = messages
        self.chats = chats
        self.users = users
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.count = try reader.int()
        self.dialogs = try reader.vector()
        self.messages = try reader.vector()
        self.chats = try reader.vector()
        self.users = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(count)
        writer.vector(dialogs)
        writer.vector(messages)
        writer.vector(chats)
        writer.vector(users)
      }
    }
  }
}
