// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `rpc_error#2144ca19`
  package struct RpcError: TLConstructor {
    package static var constructorID: UInt32 { 0x2144ca19 }
    package let errorCode: Int32
    package let errorMessage: String

    package init(errorCode: Int32, errorMessage: String) {
      self.errorCode = errorCode
      self.errorMessage = errorMessage
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.errorCode = try reader.int()
      self.errorMessage = try reader.string()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(errorCode)
      writer.string(errorMessage)
    }
  }
}
