// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `msgs_ack#62d6b459`
  package struct MsgsAck: TLConstructor {
    package static var constructorID: UInt32 { 0x62d6b459 }
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
