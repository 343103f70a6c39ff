// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `rpc_result#f35c6d01`
  package struct RpcResult: TLConstructor {
    package static var constructorID: UInt32 { 0xf35c6d01 }
    package let reqMsgId: Int64
    package let result: TLRest

    package init(reqMsgId: Int64, result: TLRest) {
      self.reqMsgId = reqMsgId
      self.result = result
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.reqMsgId = try reader.long()
      self.result = try TLRest(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(reqMsgId)
      result.encode(to: &writer)
    }
  }
}
