// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputPeer`
  package enum InputPeer: TLDecodable, TLEncodable {
    case inputPeerChannel(API.InputPeer.InputPeerChannel)
    indirect case inputPeerChannelFromMessage(API.InputPeer.InputPeerChannelFromMessage)
    case inputPeerChat(API.InputPeer.InputPeerChat)
    case inputPeerEmpty
    case inputPeerSelf
    case inputPeerUser(API.InputPeer.InputPeerUser)
    indirect case inputPeerUserFromMessage(API.InputPeer.InputPeerUserFromMessage)

    package init(from reader: inout TLReader) throws(TLError) {
      try reader.enter()
      let id = try reader.constructor()
      switch id {
      case 0x27bcbbfc:
        self = .inputPeerChannel(try API.InputPeer.InputPeerChannel(body: &reader))
      case 0xbd2a0840:
        self = .inputPeerChannelFromMessage(try API.InputPeer.InputPeerChannelFromMessage(body: &reader))
      case 0x35a95cb9:
        self = .inputPeerChat(try API.InputPeer.InputPeerChat(body: &reader))
      case 0x7f3b18ea:
        self = .inputPeerEmpty
      case 0x7da07ec9:
        self = .inputPeerSelf
      case 0xdde8a54c:
        self = .inputPeerUser(try API.InputPeer.InputPeerUser(body: &reader))
      case 0xa87b0a1c:
        self = .inputPeerUserFromMessage(try API.InputPeer.InputPeerUserFromMessage(body: &reader))
      default:
        throw reader.unknown(id, in: "InputPeer")
      }
      reader.leave()
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputPeerChannel(let value): writer.constructor(0x27bcbbfc); value.encodeBody(to: &writer)
      case .inputPeerChannelFromMessage(let value): writer.constructor(0xbd2a0840); value.encodeBody(to: &writer)
      case .inputPeerChat(let value): writer.constructor(0x35a95cb9); value.encodeBody(to: &writer)
      case .inputPeerEmpty: writer.constructor(0x7f3b18ea)
      case .inputPeerSelf: writer.constructor(0x7da07ec9)
      case .inputPeerUser(let value): writer.constructor(0xdde8a54c); value.encodeBody(to: &writer)
      case .inputPeerUserFromMessage(let value): writer.constructor(0xa87b0a1c); value.encodeBody(to: &writer)
      }
    }

    /// `inputPeerChannel#27bcbbfc`
    package struct InputPeerChannel: Sendable {
      package static var constructorID: UInt32 { 0x27bcbbfc }
      package let channelId: Int64
      package let accessHash: Int64

      package init(channelId: Int64, accessHash: Int64) {
        self.channelId = channelId
        self.accessHash = accessHash
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.channelId = try reader.long()
        self.accessHash = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(channelId)
        writer.long(accessHash)
      }
    }

    /// `inputPeerChannelFromMessage#bd2a0840`
    package struct InputPeerChannelFromMessage: Sendable {
      package static var constructorID: UInt32 { 0xbd2a0840 }
      package let peer: API.InputPeer
      package let msgId: Int32
      package let channelId: Int64

      package init(peer: API.InputPeer, msgId: Int32, channelId: Int64) {
        self.peer = peer
        self.msgId = msgId
        self.channelId = channelId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.InputPeer(from: &reader)
        self.msgId = try reader.int()
        self.channelId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
        writer.int(msgId)
        writer.long(channelId)
      }
    }

    /// `inputPeerChat#35a95cb9`
    package struct InputPeerChat: Sendable {
      package static var constructorID: UInt32 { 0x35a95cb9 }
      package let chatId: Int64

      package init(chatId: Int64) {
        self.chatId = chatId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.chatId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(chatId)
      }
    }

    /// `inputPeerUser#dde8a54c`
    package struct InputPeerUser: Sendable {
      package static var constructorID: UInt32 { 0xdde8a54c }
      package let userId: Int64
      package let accessHash: Int64

      package init(userId: Int64, accessHash: Int64) {
        self.userId = userId
        self.accessHash = accessHash
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.userId = try reader.long()
        self.accessHash = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(userId)
        writer.long(accessHash)
      }
    }

    /// `inputPeerUserFromMessage#a87b0a1c`
    package struct InputPeerUserFromMessage: Sendable {
      package static var constructorID: UInt32 { 0xa87b0a1c }
      package let peer: API.InputPeer
      package let msgId: Int32
      package let userId: Int64

      package init(peer: API.InputPeer, msgId: Int32, userId: Int64) {
        self.peer = peer
        self.msgId = msgId
        self.userId = userId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.InputPeer(from: &reader)
        self.msgId = try reader.int()
        self.userId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
        writer.int(msgId)
        writer.long(userId)
      }
    }
  }
}
