// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Auth {
  /// `auth.exportedAuthorization#b434e2b8`
  package struct ExportedAuthorization: TLConstructor {
    package static var constructorID: UInt32 { 0xb434e2b8 }
    package let id: Int64
    package let bytes: [UInt8]

    package init(id: Int64, bytes: [UInt8]) {
      self.id = id
      self.bytes = bytes
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.id = try reader.long()
      self.bytes = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(id)
      writer.bytes(bytes)
    }
  }
}
