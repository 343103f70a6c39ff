// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `inputClientProxy#75588b3f`
  package struct InputClientProxy: TLConstructor {
    package static var constructorID: UInt32 { 0x75588b3f }
    package let address: String
    package let port: Int32

    package init(address: String, port: Int32) {
      self.address = address
      self.port = port
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.address = try reader.string()
      self.port = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.string(address)
      writer.int(port)
    }
  }
}
