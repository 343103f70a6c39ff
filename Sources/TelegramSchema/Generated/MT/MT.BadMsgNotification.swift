// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `BadMsgNotification`
  package enum BadMsgNotification: TLDecodable, TLEncodable {
    case badMsgNotification(MT.BadMsgNotification.BadMsgNotification)
    case badServerSalt(MT.BadMsgNotification.BadServerSalt)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xa7eff811:
        self = .badMsgNotification(try MT.BadMsgNotification.BadMsgNotification(body: &reader))
      case 0xedab447b:
        self = .badServerSalt(try MT.BadMsgNotification.BadServerSalt(body: &reader))
      default:
        throw reader.unknown(id, in: "BadMsgNotification")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .badMsgNotification(let value): writer.constructor(0xa7eff811); value.encodeBody(to: &writer)
      case .badServerSalt(let value): writer.constructor(0xedab447b); value.encodeBody(to: &writer)
      }
    }

    /// `bad_msg_notification#a7eff811`
    package struct BadMsgNotification: Sendable {
      package static var constructorID: UInt32 { 0xa7eff811 }
      package let badMsgId: Int64
      package let badMsgSeqno: Int32
      package let errorCode: Int32

      package init(badMsgId: Int64, badMsgSeqno: Int32, errorCode: Int32) {
        self.badMsgId = badMsgId
        self.badMsgSeqno = badMsgSeqno
        self.errorCode = errorCode
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.badMsgId = try reader.long()
        self.badMsgSeqno = try reader.int()
        self.errorCode = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(badMsgId)
        writer.int(badMsgSeqno)
        writer.int(errorCode)
      }
    }

    /// `bad_server_salt#edab447b`
    package struct BadServerSalt: Sendable {
      package static var constructorID: UInt32 { 0xedab447b }
      package let badMsgId: Int64
      package let badMsgSeqno: Int32
      package let errorCode: Int32
      package let newServerSalt: Int64

      package init(badMsgId: Int64, badMsgSeqno: Int32, errorCode: Int32, newServerSalt: Int64) {
        self.badMsgId = badMsgId
        self.badMsgSeqno = badMsgSeqno
        self.errorCode = errorCode
        self.newServerSalt = newServerSalt
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.badMsgId = try reader.long()
        self.badMsgSeqno = try reader.int()
        self.errorCode = try reader.int()
        self.newServerSalt = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(badMsgId)
        writer.int(badMsgSeqno)
        writer.int(errorCode)
        writer.long(newServerSalt)
      }
    }
  }
}
