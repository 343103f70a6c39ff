// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `messageFwdHeader#4e4df4bb`
  package struct MessageFwdHeader: TLConstructor {
    package static var constructorID: UInt32 { 0x4e4df4bb }
    package let imported: Bool
    package let savedOut: Bool
    package let fromId: API.Peer?
    package let fromName: String?
    package let date: Int32
    package let channelPost: Int32?
    package let postAuthor: String?
    package let savedFromPeer: API.Peer?
    package let savedFromMsgId: Int32?
    package let savedFromId: API.Peer?
    package let savedFromName: String?
    package let savedDate: Int32?
    package let psaType: String?

    package init(imported: Bool = false, savedOut: Bool = false, fromId: API.Peer? = nil, fromName: String? = nil, date: Int32, channelPost: Int32? = nil, postAuthor: String? = nil, savedFromPeer: API.Peer? = nil, savedFromMsgId: Int32? = nil, savedFromId: API.Peer? = nil, savedFromName: String? = nil, savedDate: Int32? = nil, psaType: String? = nil) {
      self.imported = imported
      self.savedOut = savedOut
      self.fromId = fromId
      self.fromName = fromName
      self.date = date
      self.channelPost = channelPost
      self.postAuthor = postAuthor
      self.savedFromPeer = savedFromPeer
      self.savedFromMsgId = savedFromMsgId
      self.savedFromId = savedFromId
      self.savedFromName = savedFromName
      self.savedDate = savedDate
      self.psaType = psaType
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.imported = flagsWord & 0x80 != 0
      self.savedOut = flagsWord & 0x800 != 0
      self.fromId = flagsWord & 0x1 != 0 ? try API.Peer(from: &reader) : nil
      self.fromName = flagsWord & 0x20 != 0 ? try reader.string() : nil
      self.date = try reader.int()
      self.channelPost = flagsWord & 0x4 != 0 ? try reader.int() : nil
      self.postAuthor = flagsWord & 0x8 != 0 ? try reader.string() : nil
      self.savedFromPeer = flagsWord & 0x10 != 0 ? try API.Peer(from: &reader) : nil
      self.savedFromMsgId = flagsWord & 0x10 != 0 ? try reader.int() : nil
      self.savedFromId = flagsWord & 0x100 != 0 ? try API.Peer(from: &reader) : nil
      self.savedFromName = flagsWord & 0x200 != 0 ? try reader.string() : nil
      self.savedDate = flagsWord & 0x400 != 0 ? try reader.int() : nil
      self.psaType = flagsWord & 0x40 != 0 ? try reader.string() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if fromId != nil { flagsWord |= 0x1 }
      if channelPost != nil { flagsWord |= 0x4 }
      if postAuthor != nil { flagsWord |= 0x8 }
      if savedFromPeer != nil && savedFromMsgId != nil { flagsWord |= 0x10 }
      if fromName != nil { flagsWord |= 0x20 }
      if psaType != nil { flagsWord |= 0x40 }
      if imported { flagsWord |= 0x80 }
      if savedFromId != nil { flagsWord |= 0x100 }
      if savedFromName != nil { flagsWord |= 0x200 }
      if savedDate != nil { flagsWord |= 0x400 }
      if savedOut { flagsWord |= 0x800 }
      writer.uint(flagsWord)
      if let fromId { fromId.encode(to: &writer) }
      if let fromName { writer.string(fromName) }
      writer.int(date)
      if let channelPost { writer.int(channelPost) }
      if let postAuthor { writer.string(postAuthor) }
      if let savedFromPeer, flagsWord & 0x10 != 0 { savedFromPeer.encode(to: &writer) }
      if let savedFromMsgId, flagsWord & 0x10 != 0 { writer.int(savedFromMsgId) }
      if let savedFromId { savedFromId.encode(to: &writer) }
      if let savedFromName { writer.string(savedFromName) }
      if let savedDate { writer.int(savedDate) }
      if let psaType { writer.string(psaType) }
    }
  }
}
