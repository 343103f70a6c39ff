// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `reactionCount#a3d1cb80`
  package struct ReactionCount: TLConstructor {
    package static var constructorID: UInt32 { 0xa3d1cb80 }
    package let chosenOrder: Int32?
    package let reaction: API.Reaction
    package let count: Int32

    package init(chosenOrder: Int32? = nil, reaction: API.Reaction, count: Int32) {
      self.chosenOrder = chosenOrder
      self.reaction = reaction
      self.count = count
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.chosenOrder = flagsWord & 0x1 != 0 ? try reader.int() : nil
      self.reaction = try API.Reaction(from: &reader)
      self.count = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if chosenOrder != nil { flagsWord |= 0x1 }
      writer.uint(flagsWord)
      if let chosenOrder { writer.int(chosenOrder) }
      reaction.encode(to: &writer)
      writer.int(count)
    }
  }
}
