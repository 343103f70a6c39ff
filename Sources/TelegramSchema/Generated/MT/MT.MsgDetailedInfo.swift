// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `MsgDetailedInfo`
  package enum MsgDetailedInfo: TLDecodable, TLEncodable {
    case msgDetailedInfo(MT.MsgDetailedInfo.MsgDetailedInfo)
    case msgNewDetailedInfo(MT.MsgDetailedInfo.MsgNewDetailedInfo)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x276d3ec6:
        self = .msgDetailedInfo(try MT.MsgDetailedInfo.MsgDetailedInfo(body: &reader))
      case 0x809db6df:
        self = .msgNewDetailedInfo(try MT.MsgDetailedInfo.MsgNewDetailedInfo(body: &reader))
      default:
        throw reader.unknown(id, in: "MsgDetailedInfo")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .msgDetailedInfo(let value): writer.constructor(0x276d3ec6); value.encodeBody(to: &writer)
      case .msgNewDetailedInfo(let value): writer.constructor(0x809db6df); value.encodeBody(to: &writer)
      }
    }

    /// `msg_detailed_info#276d3ec6`
    package struct MsgDetailedInfo: Sendable {
      package static var constructorID: UInt32 { 0x276d3ec6 }
      package let msgId: Int64
      package let answerMsgId: Int64
      package let bytes: Int32
      package let status: Int32

      package init(msgId: Int64, answerMsgId: Int64, bytes: Int32, status: Int32) {
        self.msgId = msgId
        self.answerMsgId = answerMsgId
        self.bytes = bytes
        self.status = status
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.msgId = try reader.long()
        self.answerMsgId = try reader.long()
        self.bytes = try reader.int()
        self.status = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(msgId)
        writer.long(answerMsgId)
        writer.int(bytes)
        writer.int(status)
      }
    }

    /// `msg_new_detailed_info#809db6df`
    package struct MsgNewDetailedInfo: Sendable {
      package static var constructorID: UInt32 { 0x809db6df }
      package let answerMsgId: Int64
      package let bytes: Int32
      package let status: Int32

      package init(answerMsgId: Int64, bytes: Int32, status: Int32) {
        self.answerMsgId = answerMsgId
        self.bytes = bytes
        self.status = status
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.answerMsgId = try reader.long()
        self.bytes = try reader.int()
        self.status = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(answerMsgId)
        writer.int(bytes)
        writer.int(status)
      }
    }
  }
}
