// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `MessageAction`
  package enum MessageAction: TLDecodable, TLEncodable {
    case messageActionChatAddUser(API.MessageAction.MessageActionChatAddUser)
    case messageActionChatCreate(API.MessageAction.MessageActionChatCreate)
    case messageActionChatDeleteUser(API.MessageAction.MessageActionChatDeleteUser)
    case messageActionEmpty
    case messageActionPinMessage
    /// A constructor that has no Swift type.
    case raw(TLRaw)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0x15cefd00:
        _ = try reader.constructor()
        self = .messageActionChatAddUser(try API.MessageAction.MessageActionChatAddUser(body: &reader))
      case 0xbd47cbad:
        _ = try reader.constructor()
        self = .messageActionChatCreate(try API.MessageAction.MessageActionChatCreate(body: &reader))
      case 0xa43f30cc:
        _ = try reader.constructor()
        self = .messageActionChatDeleteUser(try API.MessageAction.MessageActionChatDeleteUser(body: &reader))
      case 0xb6aef7b0:
        _ = try reader.constructor()
        self = .messageActionEmpty
      case 0x94bd38ed:
        _ = try reader.constructor()
        self = .messageActionPinMessage
      default:
        self = .raw(try reader.raw(type: 219))
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .messageActionChatAddUser(let value): writer.constructor(0x15cefd00); value.encodeBody(to: &writer)
      case .messageActionChatCreate(let value): writer.constructor(0xbd47cbad); value.encodeBody(to: &writer)
      case .messageActionChatDeleteUser(let value): writer.constructor(0xa43f30cc); value.encodeBody(to: &writer)
      case .messageActionEmpty: writer.constructor(0xb6aef7b0)
      case .messageActionPinMessage: writer.constructor(0x94bd38ed)
      case .raw(let value): value.encode(to: &writer)
      }
    }

    /// `messageActionChatAddUser#15cefd00`
    package struct MessageActionChatAddUser: Sendable {
      package static var constructorID: UInt32 { 0x15cefd00 }
      package let users: [Int64]

      package init(users: [Int64]) {
        self.users = users
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.users = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(users)
      }
    }

    /// `messageActionChatCreate#bd47cbad`
    package struct MessageActionChatCreate: Sendable {
      package static var constructorID: UInt32 { 0xbd47cbad }
      package let title: String
      package let users: [Int64]

      package init(title: String, users: [Int64]) {
        self.title = title
        self.users = users
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.title = try reader.string()
        self.users = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(title)
        writer.vector(users)
      }
    }

    /// `messageActionChatDeleteUser#a43f30cc`
    package struct MessageActionChatDeleteUser: Sendable {
      package static var constructorID: UInt32 { 0xa43f30cc }
      package let userId: Int64

      package init(userId: Int64) {
        self.userId = userId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.userId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(userId)
      }
    }
  }
}
