// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT.Help {
  /// `help.configSimple#5a592a6c`
  package struct ConfigSimple: TLConstructor {
    package static var constructorID: UInt32 { 0x5a592a6c }
    package let date: Int32
    package let expires: Int32
    package let rules: [MT.AccessPointRule]

    package init(date: Int32, expires: Int32, rules: [MT.AccessPointRule]) {
      self.date = date
      self.expires = expires
      self.rules = rules
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.date = try reader.int()
      self.expires = try reader.int()
      self.rules = try reader.bareVector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(date)
      writer.int(expires)
      writer.bareVector(rules)
    }
  }
}
