// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Messages {
  /// `messages.dialogFilters#2ad93719`
  package struct DialogFilters: TLConstructor {
    package static var constructorID: UInt32 { 0x2ad93719 }
    package let tagsEnabled: Bool
    package let filters: [API.DialogFilter]

    package init(tagsEnabled: Bool = false, filters: [API.DialogFilter]) {
      self.tagsEnabled = tagsEnabled
      self.filters = filters
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.tagsEnabled = flagsWord & 0x1 != 0
      self.filters = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if tagsEnabled { flagsWord |= 0x1 }
      writer.uint(flagsWord)
      writer.vector(filters)
    }
  }
}
