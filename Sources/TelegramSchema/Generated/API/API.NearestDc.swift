// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `nearestDc#8e1a1775`
  package struct NearestDc: TLConstructor {
    package static var constructorID: UInt32 { 0x8e1a1775 }
    package let country: String
    package let thisDc: Int32
    package let nearestDc: Int32

    package init(country: String, thisDc: Int32, nearestDc: Int32) {
      self.country = country
      self.thisDc = thisDc
      self.nearestDc = nearestDc
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.country = try reader.string()
      self.thisDc = try reader.int()
      self.nearestDc = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.string(country)
      writer.int(thisDc)
      writer.int(nearestDc)
    }
  }
}
