// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `restrictionReason#d072acb4`
  package struct RestrictionReason: TLConstructor {
    package static var constructorID: UInt32 { 0xd072acb4 }
    package let platform: String
    package let reason: String
    package let text: String

    package init(platform: String, reason: String, text: String) {
      self.platform = platform
      self.reason = reason
      self.text = text
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.platform = try reader.string()
      self.reason = try reader.string()
      self.text = try reader.string()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.string(platform)
      writer.string(reason)
      writer.string(text)
    }
  }
}
