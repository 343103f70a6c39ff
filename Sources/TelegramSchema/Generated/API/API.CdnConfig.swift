// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `cdnConfig#5725e40a`
  package struct CdnConfig: TLConstructor {
    package static var constructorID: UInt32 { 0x5725e40a }
    package let publicKeys: [API.CdnPublicKey]

    package init(publicKeys: [API.CdnPublicKey]) {
      self.publicKeys = publicKeys
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.publicKeys = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.vector(publicKeys)
    }
  }
}
