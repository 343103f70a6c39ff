// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Messages {
  /// `messages.Chats`
  package enum Chats: TLDecodable, TLEncodable {
    case chats(API.Messages.Chats.Chats)
    case chatsSlice(API.Messages.Chats.ChatsSlice)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x64ff9fd5:
        self = .chats(try API.Messages.Chats.Chats(body: &reader))
      case 0x9cd81144:
        self = .chatsSlice(try API.Messages.Chats.ChatsSlice(body: &reader))
      default:
        throw reader.unknown(id, in: "messages.Chats")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .chats(let value): writer.constructor(0x64ff9fd5); value.encodeBody(to: &writer)
      case .chatsSlice(let value): writer.constructor(0x9cd81144); value.encodeBody(to: &writer)
      }
    }

    /// `messages.chats#64ff9fd5`
    package struct Chats: Sendable {
      package static var constructorID: UInt32 { 0x64ff9fd5 }
      package let chats: [API.Chat]

      package init(chats: [API.Chat]) {
        self.chats = chats
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.chats = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(chats)
      }
    }

    /// `messages.chatsSlice#9cd81144`
    package struct ChatsSlice: Sendable {
      package static var constructorID: UInt32 { 0x9cd81144 }
      package let count: Int32
      package let chats: [API.Chat]

      package init(count: Int32, chats: [API.Chat]) {
        self.count = count
        self.chats = chats
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.count = try reader.int()
        self.chats = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(count)
        writer.vector(chats)
      }
    }
  }
}
