// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `cdnPublicKey#c982eaba`
  package struct CdnPublicKey: TLConstructor {
    package static var constructorID: UInt32 { 0xc982eaba }
    package let dcId: Int32
    package let publicKey: String

    package init(dcId: Int32, publicKey: String) {
      self.dcId = dcId
      self.publicKey = publicKey
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.dcId = try reader.int()
      self.publicKey = try reader.string()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(dcId)
      writer.string(publicKey)
    }
  }
}
