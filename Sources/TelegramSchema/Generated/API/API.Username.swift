// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `username#b4073647`
  package struct Username: TLConstructor {
    package static var constructorID: UInt32 { 0xb4073647 }
    package let editable: Bool
    package let active: Bool
    package let username: String

    package init(editable: Bool = false, active: Bool = false, username: String) {
      self.editable = editable
      self.active = active
      self.username = username
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.editable = flagsWord & 0x1 != 0
      self.active = flagsWord & 0x2 != 0
      self.username = try reader.string()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if editable { flagsWord |= 0x1 }
      if active { flagsWord |= 0x2 }
      writer.uint(flagsWord)
      writer.string(username)
    }
  }
}
