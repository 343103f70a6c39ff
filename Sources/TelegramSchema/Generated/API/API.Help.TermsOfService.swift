// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Help {
  /// `help.termsOfService#780a0310`
  package struct TermsOfService: TLConstructor {
    package static var constructorID: UInt32 { 0x780a0310 }
    package let popup: Bool
    package let id: TLRaw
    package let text: String
    package let entities: [API.MessageEntity]
    package let minAgeConfirm: Int32?

    package init(popup: Bool = false, id: TLRaw, text: String, entities: [API.MessageEntity], minAgeConfirm: Int32? = nil) {
      self.popup = popup
      self.id = id
      self.text = text
      self.entities = entities
      self.minAgeConfirm = minAgeConfirm
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.popup = flagsWord & 0x1 != 0
      self.id = try reader.raw(type: 80)
      self.text = try reader.string()
      self.entities = try reader.vector()
      self.minAgeConfirm = flagsWord & 0x2 != 0 ? try reader.int() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if popup { flagsWord |= 0x1 }
      if minAgeConfirm != nil { flagsWord |= 0x2 }
      writer.uint(flagsWord)
      id.encode(to: &writer)
      writer.string(text)
      writer.vector(entities)
      if let minAgeConfirm { writer.int(minAgeConfirm) }
    }
  }
}
