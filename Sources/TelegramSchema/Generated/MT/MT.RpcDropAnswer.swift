// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `RpcDropAnswer`
  package enum RpcDropAnswer: TLDecodable, TLEncodable {
    case rpcAnswerDropped(MT.RpcDropAnswer.RpcAnswerDropped)
    case rpcAnswerDroppedRunning
    case rpcAnswerUnknown

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xa43ad8b7:
        self = .rpcAnswerDropped(try MT.RpcDropAnswer.RpcAnswerDropped(body: &reader))
      case 0xcd78e586:
        self = .rpcAnswerDroppedRunning
      case 0x5e2ad36e:
        self = .rpcAnswerUnknown
      default:
        throw reader.unknown(id, in: "RpcDropAnswer")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .rpcAnswerDropped(let value): writer.constructor(0xa43ad8b7); value.encodeBody(to: &writer)
      case .rpcAnswerDroppedRunning: writer.constructor(0xcd78e586)
      case .rpcAnswerUnknown: writer.constructor(0x5e2ad36e)
      }
    }

    /// `rpc_answer_dropped#a43ad8b7`
    package struct RpcAnswerDropped: Sendable {
      package static var constructorID: UInt32 { 0xa43ad8b7 }
      package let msgId: Int64
      package let seqNo: Int32
      package let bytes: Int32

      package init(msgId: Int64, seqNo: Int32, bytes: Int32) {
        self.msgId = msgId
        self.seqNo = seqNo
        self.bytes = bytes
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.msgId = try reader.long()
        self.seqNo = try reader.int()
        self.bytes = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(msgId)
        writer.int(seqNo)
        writer.int(bytes)
      }
    }
  }
}
