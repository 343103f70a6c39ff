// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `new_session_created#9ec20908`
  package struct NewSession: TLConstructor {
    package static var constructorID: UInt32 { 0x9ec20908 }
    package let firstMsgId: Int64
    package let uniqueId: Int64
    package let serverSalt: Int64

    package init(firstMsgId: Int64, uniqueId: Int64, serverSalt: Int64) {
      self.firstMsgId = firstMsgId
      self.uniqueId = uniqueId
      self.serverSalt = serverSalt
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.firstMsgId = try reader.long()
      self.uniqueId = try reader.long()
      self.serverSalt = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(firstMsgId)
      writer.long(uniqueId)
      writer.long(serverSalt)
    }
  }
}
