// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputUser`
  package enum InputUser: TLDecodable, TLEncodable {
    case inputUser(API.InputUser.InputUser)
    case inputUserEmpty
    case inputUserFromMessage(API.InputUser.InputUserFromMessage)
    case inputUserSelf

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xf21158c6:
        self = .inputUser(try API.InputUser.InputUser(body: &reader))
      case 0xb98886cf:
        self = .inputUserEmpty
      case 0x1da448e2:
        self = .inputUserFromMessage(try API.InputUser.InputUserFromMessage(body: &reader))
      case 0xf7c1b13f:
        self = .inputUserSelf
      default:
        throw reader.unknown(id, in: "InputUser")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputUser(let value): writer.constructor(0xf21158c6); value.encodeBody(to: &writer)
      case .inputUserEmpty: writer.constructor(0xb98886cf)
      case .inputUserFromMessage(let value): writer.constructor(0x1da448e2); value.encodeBody(to: &writer)
      case .inputUserSelf: writer.constructor(0xf7c1b13f)
      }
    }

    /// `inputUser#f21158c6`
    package struct InputUser: Sendable {
      package static var constructorID: UInt32 { 0xf21158c6 }
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

    /// `inputUserFromMessage#1da448e2`
    package struct InputUserFromMessage: Sendable {
      package static var constructorID: UInt32 { 0x1da448e2 }
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
