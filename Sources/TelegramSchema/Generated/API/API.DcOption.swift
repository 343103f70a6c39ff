// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `dcOption#18b7a10d`
  package struct DcOption: TLConstructor {
    package static var constructorID: UInt32 { 0x18b7a10d }
    package let ipv6: Bool
    package let mediaOnly: Bool
    package let tcpoOnly: Bool
    package let cdn: Bool
    package let `static`: Bool
    package let thisPortOnly: Bool
    package let id: Int32
    package let ipAddress: String
    package let port: Int32
    package let secret: [UInt8]?

    package init(ipv6: Bool = false, mediaOnly: Bool = false, tcpoOnly: Bool = false, cdn: Bool = false, `static`: Bool = false, thisPortOnly: Bool = false, id: Int32, ipAddress: String, port: Int32, secret: [UInt8]? = nil) {
      self.ipv6 = ipv6
      self.mediaOnly = mediaOnly
      self.tcpoOnly = tcpoOnly
      self.cdn = cdn
      self.`static` = `static`
      self.thisPortOnly = thisPortOnly
      self.id = id
      self.ipAddress = ipAddress
      self.port = port
      self.secret = secret
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.ipv6 = flagsWord & 0x1 != 0
      self.mediaOnly = flagsWord & 0x2 != 0
      self.tcpoOnly = flagsWord & 0x4 != 0
      self.cdn = flagsWord & 0x8 != 0
      self.`static` = flagsWord & 0x10 != 0
      self.thisPortOnly = flagsWord & 0x20 != 0
      self.id = try reader.int()
      self.ipAddress = try reader.string()
      self.port = try reader.int()
      self.secret = flagsWord & 0x400 != 0 ? try reader.bytes() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if ipv6 { flagsWord |= 0x1 }
      if mediaOnly { flagsWord |= 0x2 }
      if tcpoOnly { flagsWord |= 0x4 }
      if cdn { flagsWord |= 0x8 }
      if `static` { flagsWord |= 0x10 }
      if thisPortOnly { flagsWord |= 0x20 }
      if secret != nil { flagsWord |= 0x400 }
      writer.uint(flagsWord)
      writer.int(id)
      writer.string(ipAddress)
      writer.int(port)
      if let secret { writer.bytes(secret) }
    }
  }
}
