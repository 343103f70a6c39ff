// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `messagePeerReaction#8c79b63c`
  package struct MessagePeerReaction: TLConstructor {
    package static var constructorID: UInt32 { 0x8c79b63c }
    package let big: Bool
    package let unread: Bool
    package let my: Bool
    package let peerId: API.Peer
    package let date: Int32
    package let reaction: API.Reaction

    package init(big: Bool = false, unread: Bool = false, my: Bool = false, peerId: API.Peer, date: Int32, reaction: API.Reaction) {
      self.big = big
      self.unread = unread
      self.my = my
      self.peerId = peerId
      self.date = date
      self.reaction = reaction
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.big = flagsWord & 0x1 != 0
      self.unread = flagsWord & 0x2 != 0
      self.my = flagsWord & 0x4 != 0
      self.peerId = try API.Peer(from: &reader)
      self.date = try reader.int()
      self.reaction = try API.Reaction(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if big { flagsWord |= 0x1 }
      if unread { flagsWord |= 0x2 }
      if my { flagsWord |= 0x4 }
      writer.uint(flagsWord)
      peerId.encode(to: &writer)
      writer.int(date)
      reaction.encode(to: &writer)
    }
  }
}
