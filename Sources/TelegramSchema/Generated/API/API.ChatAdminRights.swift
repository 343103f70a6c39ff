// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `chatAdminRights#5fb224d5`
  package struct ChatAdminRights: TLConstructor {
    package static var constructorID: UInt32 { 0x5fb224d5 }
    package let changeInfo: Bool
    package let postMessages: Bool
    package let editMessages: Bool
    package let deleteMessages: Bool
    package let banUsers: Bool
    package let inviteUsers: Bool
    package let pinMessages: Bool
    package let addAdmins: Bool
    package let anonymous: Bool
    package let manageCall: Bool
    package let other: Bool
    package let manageTopics: Bool
    package let postStories: Bool
    package let editStories: Bool
    package let deleteStories: Bool
    package let manageDirectMessages: Bool
    package let manageRanks: Bool
    package let manageLinkedPeers: Bool
    package let manageWelcomeMessages: Bool

    package init(changeInfo: Bool = false, postMessages: Bool = false, editMessages: Bool = false, deleteMessages: Bool = false, banUsers: Bool = false, inviteUsers: Bool = false, pinMessages: Bool = false, addAdmins: Bool = false, anonymous: Bool = false, manageCall: Bool = false, other: Bool = false, manageTopics: Bool = false, postStories: Bool = false, editStories: Bool = false, deleteStories: Bool = false, manageDirectMessages: Bool = false, manageRanks: Bool = false, manageLinkedPeers: Bool = false, manageWelcomeMessages: Bool = false) {
      self.changeInfo = changeInfo
      self.postMessages = postMessages
      self.editMessages = editMessages
      self.deleteMessages = deleteMessages
      self.banUsers = banUsers
      self.inviteUsers = inviteUsers
      self.pinMessages = pinMessages
      self.addAdmins = addAdmins
      self.anonymous = anonymous
      self.manageCall = manageCall
      self.other = other
      self.manageTopics = manageTopics
      self.postStories = postStories
      self.editStories = editStories
      self.deleteStories = deleteStories
      self.manageDirectMessages = manageDirectMessages
      self.manageRanks = manageRanks
      self.manageLinkedPeers = manageLinkedPeers
      self.manageWelcomeMessages = manageWelcomeMessages
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.changeInfo = flagsWord & 0x1 != 0
      self.postMessages = flagsWord & 0x2 != 0
      self.editMessages = flagsWord & 0x4 != 0
      self.deleteMessages = flagsWord & 0x8 != 0
      self.banUsers = flagsWord & 0x10 != 0
      self.inviteUsers = flagsWord & 0x20 != 0
      self.pinMessages = flagsWord & 0x80 != 0
      self.addAdmins = flagsWord & 0x200 != 0
      self.anonymous = flagsWord & 0x400 != 0
      self.manageCall = flagsWord & 0x800 != 0
      self.other = flagsWord & 0x1000 != 0
      self.manageTopics = flagsWord & 0x2000 != 0
      self.postStories = flagsWord & 0x4000 != 0
      self.editStories = flagsWord & 0x8000 != 0
      self.deleteStories = flagsWord & 0x10000 != 0
      self.manageDirectMessages = flagsWord & 0x20000 != 0
      self.manageRanks = flagsWord & 0x40000 != 0
      self.manageLinkedPeers = flagsWord & 0x80000 != 0
      self.manageWelcomeMessages = flagsWord & 0x100000 != 0
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if changeInfo { flagsWord |= 0x1 }
      if postMessages { flagsWord |= 0x2 }
      if editMessages { flagsWord |= 0x4 }
      if deleteMessages { flagsWord |= 0x8 }
      if banUsers { flagsWord |= 0x10 }
      if inviteUsers { flagsWord |= 0x20 }
      if pinMessages { flagsWord |= 0x80 }
      if addAdmins { flagsWord |= 0x200 }
      if anonymous { flagsWord |= 0x400 }
      if manageCall { flagsWord |= 0x800 }
      if other { flagsWord |= 0x1000 }
      if manageTopics { flagsWord |= 0x2000 }
      if postStories { flagsWord |= 0x4000 }
      if editStories { flagsWord |= 0x8000 }
      if deleteStories { flagsWord |= 0x10000 }
      if manageDirectMessages { flagsWord |= 0x20000 }
      if manageRanks { flagsWord |= 0x40000 }
      if manageLinkedPeers { flagsWord |= 0x80000 }
      if manageWelcomeMessages { flagsWord |= 0x100000 }
      writer.uint(flagsWord)
    }
  }
}
