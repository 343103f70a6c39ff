// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `peerSettings#f47741f7`
  package struct PeerSettings: TLConstructor {
    package static var constructorID: UInt32 { 0xf47741f7 }
    package let reportSpam: Bool
    package let addContact: Bool
    package let blockContact: Bool
    package let shareContact: Bool
    package let needContactsException: Bool
    package let reportGeo: Bool
    package let autoarchived: Bool
    package let inviteMembers: Bool
    package let requestChatBroadcast: Bool
    package let businessBotPaused: Bool
    package let businessBotCanReply: Bool
    package let geoDistance: Int32?
    package let requestChatTitle: String?
    package let requestChatDate: Int32?
    package let businessBotId: Int64?
    package let businessBotManageUrl: String?
    package let chargePaidMessageStars: Int64?
    package let registrationMonth: String?
    package let phoneCountry: String?
    package let nameChangeDate: Int32?
    package let photoChangeDate: Int32?

    package init(reportSpam: Bool = false, addContact: Bool = false, blockContact: Bool = false, shareContact: Bool = false, needContactsException: Bool = false, reportGeo: Bool = false, autoarchived: Bool = false, inviteMembers: Bool = false, requestChatBroadcast: Bool = false, businessBotPaused: Bool = false, businessBotCanReply: Bool = false, geoDistance: Int32? = nil, requestChatTitle: String? = nil, requestChatDate: Int32? = nil, businessBotId: Int64? = nil, businessBotManageUrl: String? = nil, chargePaidMessageStars: Int64? = nil, registrationMonth: String? = nil, phoneCountry: String? = nil, nameChangeDate: Int32? = nil, photoChangeDate: Int32? = nil) {
      self.reportSpam = reportSpam
      self.addContact = addContact
      self.blockContact = blockContact
      self.shareContact = shareContact
      self.needContactsException = needContactsException
      self.reportGeo = reportGeo
      self.autoarchived = autoarchived
      self.inviteMembers = inviteMembers
      self.requestChatBroadcast = requestChatBroadcast
      self.businessBotPaused = businessBotPaused
      self.businessBotCanReply = businessBotCanReply
      self.geoDistance = geoDistance
      self.requestChatTitle = requestChatTitle
      self.requestChatDate = requestChatDate
      self.businessBotId = businessBotId
      self.businessBotManageUrl = businessBotManageUrl
      self.chargePaidMessageStars = chargePaidMessageStars
      self.registrationMonth = registrationMonth
      self.phoneCountry = phoneCountry
      self.nameChangeDate = nameChangeDate
      self.photoChangeDate = photoChangeDate
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.reportSpam = flagsWord & 0x1 != 0
      self.addContact = flagsWord & 0x2 != 0
      self.blockContact = flagsWord & 0x4 != 0
      self.shareContact = flagsWord & 0x8 != 0
      self.needContactsException = flagsWord & 0x10 != 0
      self.reportGeo = flagsWord & 0x20 != 0
      self.autoarchived = flagsWord & 0x80 != 0
      self.inviteMembers = flagsWord & 0x100 != 0
      self.requestChatBroadcast = flagsWord & 0x400 != 0
      self.businessBotPaused = flagsWord & 0x800 != 0
      self.businessBotCanReply = flagsWord & 0x1000 != 0
      self.geoDistance = flagsWord & 0x40 != 0 ? try reader.int() : nil
      self.requestChatTitle = flagsWord & 0x200 != 0 ? try reader.string() : nil
      self.requestChatDate = flagsWord & 0x200 != 0 ? try reader.int() : nil
      self.businessBotId = flagsWord & 0x2000 != 0 ? try reader.long() : nil
      self.businessBotManageUrl = flagsWord & 0x2000 != 0 ? try reader.string() : nil
      self.chargePaidMessageStars = flagsWord & 0x4000 != 0 ? try reader.long() : nil
      self.registrationMonth = flagsWord & 0x8000 != 0 ? try reader.string() : nil
      self.phoneCountry = flagsWord & 0x10000 != 0 ? try reader.string() : nil
      self.nameChangeDate = flagsWord & 0x20000 != 0 ? try reader.int() : nil
      self.photoChangeDate = flagsWord & 0x40000 != 0 ? try reader.int() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if reportSpam { flagsWord |= 0x1 }
      if addContact { flagsWord |= 0x2 }
      if blockContact { flagsWord |= 0x4 }
      if shareContact { flagsWord |= 0x8 }
      if needContactsException { flagsWord |= 0x10 }
      if reportGeo { flagsWord |= 0x20 }
      if geoDistance != nil { flagsWord |= 0x40 }
      if autoarchived { flagsWord |= 0x80 }
      if inviteMembers { flagsWord |= 0x100 }
      if requestChatTitle != nil && requestChatDate != nil { flagsWord |= 0x200 }
      if requestChatBroadcast { flagsWord |= 0x400 }
      if businessBotPaused { flagsWord |= 0x800 }
      if businessBotCanReply { flagsWord |= 0x1000 }
      if businessBotId != nil && businessBotManageUrl != nil { flagsWord |= 0x2000 }
      if chargePaidMessageStars != nil { flagsWord |= 0x4000 }
      if registrationMonth != nil { flagsWord |= 0x8000 }
      if phoneCountry != nil { flagsWord |= 0x10000 }
      if nameChangeDate != nil { flagsWord |= 0x20000 }
      if photoChangeDate != nil { flagsWord |= 0x40000 }
      writer.uint(flagsWord)
      if let geoDistance { writer.int(geoDistance) }
      if let requestChatTitle, flagsWord & 0x200 != 0 { writer.string(requestChatTitle) }
      if let requestChatDate, flagsWord & 0x200 != 0 { writer.int(requestChatDate) }
      if let businessBotId, flagsWord & 0x2000 != 0 { writer.long(businessBotId) }
      if let businessBotManageUrl, flagsWord & 0x2000 != 0 { writer.string(businessBotManageUrl) }
      if let chargePaidMessageStars { writer.long(chargePaidMessageStars) }
      if let registrationMonth { writer.string(registrationMonth) }
      if let phoneCountry { writer.string(phoneCountry) }
      if let nameChangeDate { writer.int(nameChangeDate) }
      if let photoChangeDate { writer.int(photoChangeDate) }
    }
  }
}
