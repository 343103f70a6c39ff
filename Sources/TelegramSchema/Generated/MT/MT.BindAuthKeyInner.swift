// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `bind_auth_key_inner#75a3f765`
  package struct BindAuthKeyInner: TLConstructor {
    package static var constructorID: UInt32 { 0x75a3f765 }
    package let nonce: Int64
    package let tempAuthKeyId: Int64
    package let permAuthKeyId: Int64
    package let tempSessionId: Int64
    package let expiresAt: Int32

    package init(nonce: Int64, tempAuthKeyId: Int64, permAuthKeyId: Int64, tempSessionId: Int64, expiresAt: Int32) {
      self.nonce = nonce
      self.tempAuthKeyId = tempAuthKeyId
      self.permAuthKeyId = permAuthKeyId
      self.tempSessionId = tempSessionId
      self.expiresAt = expiresAt
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.nonce = try reader.long()
      self.tempAuthKeyId = try reader.long()
      self.permAuthKeyId = try reader.long()
      self.tempSessionId = try reader.long()
      self.expiresAt = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(nonce)
      writer.long(tempAuthKeyId)
      writer.long(permAuthKeyId)
      writer.long(tempSessionId)
      writer.int(expiresAt)
    }
  }
}
