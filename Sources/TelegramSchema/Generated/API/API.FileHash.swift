// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `fileHash#f39b035c`
  package struct FileHash: TLConstructor {
    package static var constructorID: UInt32 { 0xf39b035c }
    package let offset: Int64
    package let limit: Int32
    package let hash: [UInt8]

    package init(offset: Int64, limit: Int32, hash: [UInt8]) {
      self.offset = offset
      self.limit = limit
      self.hash = hash
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.offset = try reader.long()
      self.limit = try reader.int()
      self.hash = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(offset)
      writer.int(limit)
      writer.bytes(hash)
    }
  }
}
