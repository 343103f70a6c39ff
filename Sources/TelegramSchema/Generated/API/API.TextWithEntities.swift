// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `textWithEntities#751f3146`
  package struct TextWithEntities: TLConstructor {
    package static var constructorID: UInt32 { 0x751f3146 }
    package let text: String
    package let entities: [API.MessageEntity]

    package init(text: String, entities: [API.MessageEntity]) {
      self.text = text
      self.entities = entities
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.text = try reader.string()
      self.entities = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.string(text)
      writer.vector(entities)
    }
  }
}
