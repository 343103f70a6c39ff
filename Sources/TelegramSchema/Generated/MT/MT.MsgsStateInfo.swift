// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `msgs_state_info#04deb57d`
  package struct MsgsStateInfo: TLConstructor {
    package static var constructorID: UInt32 { 0x04deb57d }
    package let reqMsgId: Int64
    package let info: [UInt8]

    package init(reqMsgId: Int64, info: [UInt8]) {
      self.reqMsgId = reqMsgId
      self.info = info
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.reqMsgId = try reader.long()
      self.info = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(reqMsgId)
      writer.bytes(info)
    }
  }
}
