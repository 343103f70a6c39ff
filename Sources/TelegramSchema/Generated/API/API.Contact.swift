// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `contact#145ade0b`
  package struct Contact: TLConstructor {
    package static var constructorID: UInt32 { 0x145ade0b }
    package let userId: Int64
    package let mutual: Bool

    package init(userId: Int64, mutual: Bool) {
      self.userId = userId
      self.mutual = mutual
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.userId = try reader.long()
      self.mutual = try reader.bool()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(userId)
      writer.bool(mutual)
    }
  }
}
