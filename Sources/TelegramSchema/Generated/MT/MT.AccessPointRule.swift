// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `accessPointRule#4679b65f`
  package struct AccessPointRule: TLConstructor {
    package static var constructorID: UInt32 { 0x4679b65f }
    package let phonePrefixRules: String
    package let dcId: Int32
    package let ips: [MT.IpPort]

    package init(phonePrefixRules: String, dcId: Int32, ips: [MT.IpPort]) {
      self.phonePrefixRules = phonePrefixRules
      self.dcId = dcId
      self.ips = ips
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.phonePrefixRules = try reader.string()
      self.dcId = try reader.int()
      self.ips = try reader.bareVector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.string(phonePrefixRules)
      writer.int(dcId)
      writer.bareVector(ips)
    }
  }
}
