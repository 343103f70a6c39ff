// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `pong#347773c5`
  package struct Pong: TLConstructor {
    package static var constructorID: UInt32 { 0x347773c5 }
    package let msgId: Int64
    package let pingId: Int64

    package init(msgId: Int64, pingId: Int64) {
      self.msgId = msgId
      self.pingId = pingId
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.msgId = try reader.long()
      self.pingId = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(msgId)
      writer.long(pingId)
    }
  }
}
