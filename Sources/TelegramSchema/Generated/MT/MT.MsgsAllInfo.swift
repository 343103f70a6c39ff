// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `msgs_all_info#8cc0d131`
  package struct MsgsAllInfo: TLConstructor {
    package static var constructorID: UInt32 { 0x8cc0d131 }
    package let msgIds: [Int64]
    package let info: [UInt8]

    package init(msgIds: [Int64], info: [UInt8]) {
      self.msgIds = msgIds
      self.info = info
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.msgIds = try reader.vector()
      self.info = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.vector(msgIds)
      writer.bytes(info)
    }
  }
}
