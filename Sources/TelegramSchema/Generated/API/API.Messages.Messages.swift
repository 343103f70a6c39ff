// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Messages {
  /// `messages.Messages`
  package enum Messages: TLDecodable, TLEncodable {
    indirect case channelMessages(API.Messages.Messages.ChannelMessages)
    case messages(API.Messages.Messages.Messages)
    case messagesNotModified(API.Messages.Messages.MessagesNotModified)
    indirect case messagesSlice(API.Messages.Messages.MessagesSlice)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xc776ba4e:
        self = .channelMessages(try API.Messages.Messages.ChannelMessages(body: &reader))
      case 0x1d73e7ea:
        self = .messages(try API.Messages.Messages.Messages(body: &reader))
      case 0x74535f21:
        self = .messagesNotModified(try API.Messages.Messages.MessagesNotModified(body: &reader))
      case 0x5f206716:
        self = .messagesSlice(try API.Messages.Messages.MessagesSlice(body: &reader))
      default:
        throw reader.unknown(id, in: "messages.Messages")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .channelMessages(let value): writer.constructor(0xc776ba4e); value.encodeBody(to: &writer)
      case .messages(let value): writer.constructor(0x1d73e7ea); value.encodeBody(to: &writer)
      case .messagesNotModified(let value): writer.constructor(0x74535f21); value.encodeBody(to: &writer)
      case .messagesSlice(let value): writer.constructor(0x5f206716); value.encodeBody(to: &writer)
      }
    }

    /// `messages.channelMessages#c776ba4e`
    package struct ChannelMessages: Sendable {
      package static var constructorID: UInt32 { 0xc776ba4e }
      package let inexact: Bool
      package let pts: Int32
      package let count: Int32
      package let offsetIdOffset: Int32?
      package let messages: [API.Message]
      package let topics: [TLRaw]
      package let chats: [API.Chat]
      package let users: [API.User]

      package init(inexact: Bool = false, pts: Int32, count: Int32, offsetIdOffset: Int32? = nil, messages: [API.Message], topics: [TLRaw], chats: [API.Chat], users: [API.User]) {
        self.inexact = inexact
        self.pts = pts
        self.count = count
        self.offsetIdOffset = offsetIdOffset
        self.messages = messages
        self.topics = topics
        self.chats = chats
        self.users = users
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.inexact = flagsWord & 0x2 != 0
        self.pts = try reader.int()
        self.count = try reader.int()
        self.offsetIdOffset = flagsWord & 0x4 != 0 ? try reader.int() : nil
        self.messages = try reader.vector()
        self.topics = try reader.rawVector(type: 115)
        self.chats = try reader.vector()
        self.users = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if inexact { flagsWord |= 0x2 }
        if offsetIdOffset != nil { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        writer.int(pts)
        writer.int(count)
        if let offsetIdOffset { writer.int(offsetIdOffset) }
        writer.vector(messages)
        writer.vector(topics)
        writer.vector(chats)
        writer.vector(users)
      }
    }

    /// `messages.messages#1d73e7ea`
    package struct Messages: Sendable {
      package static var constructorID: UInt32 { 0x1d73e7ea }
      package let messages: [API.Message]
      package let topics: [TLRaw]
      package let chats: [API.Chat]
      package let users: [API.User]

      package init(messages: [API.Message], topics: [TLRaw], chats: [API.Chat], users: [API.User]) {
        self.messages = messages
        self.topics = topics
        self.chats = chats
        self.users = users
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.messages = try reader.vector()
        self.topics = try reader.rawVector(type: 115)
        self.chats = try reader.vector()
        self.users = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(messages)
        writer.vector(topics)
        writer.vector(chats)
        writer.vector(users)
      }
    }

    /// `messages.messagesNotModified#74535f21`
    package struct MessagesNotModified: Sendable {
      package static var constructorID: UInt32 { 0x74535f21 }
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

    /// `messages.messagesSlice#5f206716`
    package struct MessagesSlice: Sendable {
      package static var constructorID: UInt32 { 0x5f206716 }
      package let inexact: Bool
      package let count: Int32
      package let nextRate: Int32?
      package let offsetIdOffset: Int32?
      package let searchFlood: TLRaw?
      package let messages: [API.Message]
      package let topics: [TLRaw]
      package let chats: [API.Chat]
      package let users: [API.User]

      package init(inexact: Bool = false, count: Int32, nextRate: Int32? = nil, offsetIdOffset: Int32? = nil, searchFlood: TLRaw? = nil, messages: [API.Message], topics: [TLRaw], chats: [API.Chat], users: [API.User]) {
        self.inexact = inexact
        self.count = count
        self.nextRate = nextRate
        self.offsetIdOffset = offsetIdOffset
        self.searchFlood = searchFlood
        self.messages = messages
        self.topics = topics
        self.chats = chats
        self.users = users
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.inexact = flagsWord & 0x2 != 0
        self.count = try reader.int()
        self.nextRate = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.offsetIdOffset = flagsWord & 0x4 != 0 ? try reader.int() : nil
        self.searchFlood = flagsWord & 0x8 != 0 ? try reader.raw(type: 321) : nil
        self.messages = try reader.vector()
        self.topics = try reader.rawVector(type: 115)
        self.chats = try reader.vector()
        self.users = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if nextRate != nil { flagsWord |= 0x1 }
        if inexact { flagsWord |= 0x2 }
        if offsetIdOffset != nil { flagsWord |= 0x4 }
        if searchFlood != nil { flagsWord |= 0x8 }
        writer.uint(flagsWord)
        writer.int(count)
        if let nextRate { writer.int(nextRate) }
        if let offsetIdOffset { writer.int(offsetIdOffset) }
        if let searchFlood { searchFlood.encode(to: &writer) }
        writer.vector(messages)
        writer.vector(topics)
        writer.vector(chats)
        writer.vector(users)
      }
    }
  }
}
