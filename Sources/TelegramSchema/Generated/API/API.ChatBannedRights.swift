// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `chatBannedRights#9f120418`
  package struct ChatBannedRights: TLConstructor {
    package static var constructorID: UInt32 { 0x9f120418 }
    package let viewMessages: Bool
    package let sendMessages: Bool
    package let sendMedia: Bool
    package let sendStickers: Bool
    package let sendGifs: Bool
    package let sendGames: Bool
    package let sendInline: Bool
    package let embedLinks: Bool
    package let sendPolls: Bool
    package let changeInfo: Bool
    package let inviteUsers: Bool
    package let pinMessages: Bool
    package let manageTopics: Bool
    package let sendPhotos: Bool
    package let sendVideos: Bool
    package let sendRoundvideos: Bool
    package let sendAudios: Bool
    package let sendVoices: Bool
    package let sendDocs: Bool
    package let sendPlain: Bool
    package let editRank: Bool
    package let sendReactions: Bool
    package let manageLinkedPeers: Bool
    package let untilDate: Int32

    package init(viewMessages: Bool = false, sendMessages: Bool = false, sendMedia: Bool = false, sendStickers: Bool = false, sendGifs: Bool = false, sendGames: Bool = false, sendInline: Bool = false, embedLinks: Bool = false, sendPolls: Bool = false, changeInfo: Bool = false, inviteUsers: Bool = false, pinMessages: Bool = false, manageTopics: Bool = false, sendPhotos: Bool = false, sendVideos: Bool = false, sendRoundvideos: Bool = false, sendAudios: Bool = false, sendVoices: Bool = false, sendDocs: Bool = false, sendPlain: Bool = false, editRank: Bool = false, sendReactions: Bool = false, manageLinkedPeers: Bool = false, untilDate: Int32) {
      self.viewMessages = viewMessages
      self.sendMessages = sendMessages
      self.sendMedia = sendMedia
      self.sendStickers = sendStickers
      self.sendGifs = sendGifs
      self.sendGames = sendGames
      self.sendInline = sendInline
      self.embedLinks = embedLinks
      self.sendPolls = sendPolls
      self.changeInfo = changeInfo
      self.inviteUsers = inviteUsers
      self.pinMessages = pinMessages
      self.manageTopics = manageTopics
      self.sendPhotos = sendPhotos
      self.sendVideos = sendVideos
      self.sendRoundvideos = sendRoundvideos
      self.sendAudios = sendAudios
      self.sendVoices = sendVoices
      self.sendDocs = sendDocs
      self.sendPlain = sendPlain
      self.editRank = editRank
      self.sendReactions = sendReactions
      self.manageLinkedPeers = manageLinkedPeers
      self.untilDate = untilDate
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.viewMessages = flagsWord & 0x1 != 0
      self.sendMessages = flagsWord & 0x2 != 0
      self.sendMedia = flagsWord & 0x4 != 0
      self.sendStickers = flagsWord & 0x8 != 0
      self.sendGifs = flagsWord & 0x10 != 0
      self.sendGames = flagsWord & 0x20 != 0
      self.sendInline = flagsWord & 0x40 != 0
      self.embedLinks = flagsWord & 0x80 != 0
      self.sendPolls = flagsWord & 0x100 != 0
      self.changeInfo = flagsWord & 0x400 != 0
      self.inviteUsers = flagsWord & 0x8000 != 0
      self.pinMessages = flagsWord & 0x20000 != 0
      self.manageTopics = flagsWord & 0x40000 != 0
      self.sendPhotos = flagsWord & 0x80000 != 0
      self.sendVideos = flagsWord & 0x100000 != 0
      self.sendRoundvideos = flagsWord & 0x200000 != 0
      self.sendAudios = flagsWord & 0x400000 != 0
      self.sendVoices = flagsWord & 0x800000 != 0
      self.sendDocs = flagsWord & 0x1000000 != 0
      self.sendPlain = flagsWord & 0x2000000 != 0
      self.editRank = flagsWord & 0x4000000 != 0
      self.sendReactions = flagsWord & 0x8000000 != 0
      self.manageLinkedPeers = flagsWord & 0x10000000 != 0
      self.untilDate = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if viewMessages { flagsWord |= 0x1 }
      if sendMessages { flagsWord |= 0x2 }
      if sendMedia { flagsWord |= 0x4 }
      if sendStickers { flagsWord |= 0x8 }
      if sendGifs { flagsWord |= 0x10 }
      if sendGames { flagsWord |= 0x20 }
      if sendInline { flagsWord |= 0x40 }
      if embedLinks { flagsWord |= 0x80 }
      if sendPolls { flagsWord |= 0x100 }
      if changeInfo { flagsWord |= 0x400 }
      if inviteUsers { flagsWord |= 0x8000 }
      if pinMessages { flagsWord |= 0x20000 }
      if manageTopics { flagsWord |= 0x40000 }
      if sendPhotos { flagsWord |= 0x80000 }
      if sendVideos { flagsWord |= 0x100000 }
      if sendRoundvideos { flagsWord |= 0x200000 }
      if sendAudios { flagsWord |= 0x400000 }
      if sendVoices { flagsWord |= 0x800000 }
      if sendDocs { flagsWord |= 0x1000000 }
      if sendPlain { flagsWord |= 0x2000000 }
      if editRank { flagsWord |= 0x4000000 }
      if sendReactions { flagsWord |= 0x8000000 }
      if manageLinkedPeers { flagsWord |= 0x10000000 }
      writer.uint(flagsWord)
      writer.int(untilDate)
    }
  }
}
