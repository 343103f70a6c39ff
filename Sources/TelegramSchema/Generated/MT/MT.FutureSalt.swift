// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `future_salt#0949d9dc`
  package struct FutureSalt: TLConstructor {
    package static var constructorID: UInt32 { 0x0949d9dc }
    package let validSince: Int32
    package let validUntil: Int32
    package let salt: Int64

    package init(validSince: Int32, validUntil: Int32, salt: Int64) {
      self.validSince = validSince
      self.validUntil = validUntil
      self.salt = salt
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.validSince = try reader.int()
      self.validUntil = try reader.int()
      self.salt = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(validSince)
      writer.int(validUntil)
      writer.long(salt)
    }
  }
}
