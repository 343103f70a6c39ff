// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputMessage`
  package enum InputMessage: TLDecodable, TLEncodable {
    case inputMessageCallbackQuery(API.InputMessage.InputMessageCallbackQuery)
    case inputMessageID(API.InputMessage.InputMessageID)
    case inputMessagePinned
    case inputMessageReplyTo(API.InputMessage.InputMessageReplyTo)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xacfa1a7e:
        self = .inputMessageCallbackQuery(try API.InputMessage.InputMessageCallbackQuery(body: &reader))
      case 0xa676a322:
        self = .inputMessageID(try API.InputMessage.InputMessageID(body: &reader))
      case 0x86872538:
        self = .inputMessagePinned
      case 0xbad88395:
        self = .inputMessageReplyTo(try API.InputMessage.InputMessageReplyTo(body: &reader))
      default:
        throw reader.unknown(id, in: "InputMessage")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputMessageCallbackQuery(let value): writer.constructor(0xacfa1a7e); value.encodeBody(to: &writer)
      case .inputMessageID(let value): writer.constructor(0xa676a322); value.encodeBody(to: &writer)
      case .inputMessagePinned: writer.constructor(0x86872538)
      case .inputMessageReplyTo(let value): writer.constructor(0xbad88395); value.encodeBody(to: &writer)
      }
    }

    /// `inputMessageCallbackQuery#acfa1a7e`
    package struct InputMessageCallbackQuery: Sendable {
      package static var constructorID: UInt32 { 0xacfa1a7e }
      package let id: Int32
      package let queryId: Int64

      package init(id: Int32, queryId: Int64) {
        self.id = id
        self.queryId = queryId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.int()
        self.queryId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(id)
        writer.long(queryId)
      }
    }

    /// `inputMessageID#a676a322`
    package struct InputMessageID: Sendable {
      package static var constructorID: UInt32 { 0xa676a322 }
      package let id: Int32

      package init(id: Int32) {
        self.id = id
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(id)
      }
    }

    /// `inputMessageReplyTo#bad88395`
    package struct InputMessageReplyTo: Sendable {
      package static var constructorID: UInt32 { 0xbad88395 }
      package let id: Int32

      package init(id: Int32) {
        self.id = id
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(id)
      }
    }
  }
}
