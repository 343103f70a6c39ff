// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `MsgResendReq`
  package enum MsgResendReq: TLDecodable, TLEncodable {
    case msgResendAnsReq(MT.MsgResendReq.MsgResendAnsReq)
    case msgResendReq(MT.MsgResendReq.MsgResendReq)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x8610baeb:
        self = .msgResendAnsReq(try MT.MsgResendReq.MsgResendAnsReq(body: &reader))
      case 0x7d861a08:
        self = .msgResendReq(try MT.MsgResendReq.MsgResendReq(body: &reader))
      default:
        throw reader.unknown(id, in: "MsgResendReq")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .msgResendAnsReq(let value): writer.constructor(0x8610baeb); value.encodeBody(to: &writer)
      case .msgResendReq(let value): writer.constructor(0x7d861a08); value.encodeBody(to: &writer)
      }
    }

    /// `msg_resend_ans_req#8610baeb`
    package struct MsgResendAnsReq: Sendable {
      package static var constructorID: UInt32 { 0x8610baeb }
      package let msgIds: [Int64]

      package init(msgIds: [Int64]) {
        self.msgIds = msgIds
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.msgIds = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(msgIds)
      }
    }

    /// `msg_resend_req#7d861a08`
    package struct MsgResendReq: Sendable {
      package static var constructorID: UInt32 { 0x7d861a08 }
      package let msgIds: [Int64]

      package init(msgIds: [Int64]) {
        self.msgIds = msgIds
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.msgIds = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(msgIds)
      }
    }
  }
}
