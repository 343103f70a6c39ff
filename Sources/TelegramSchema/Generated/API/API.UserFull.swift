// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `userFull#06cbe645`
  package struct UserFull: TLConstructor {
    package static var constructorID: UInt32 { 0x06cbe645 }
    package let blocked: Bool
    package let phoneCallsAvailable: Bool
    package let phoneCallsPrivate: Bool
    package let canPinMessage: Bool
    package let hasScheduled: Bool
    package let videoCallsAvailable: Bool
    package let voiceMessagesForbidden: Bool
    package let translationsDisabled: Bool
    package let storiesPinnedAvailable: Bool
    package let blockedMyStoriesFrom: Bool
    package let wallpaperOverridden: Bool
    package let contactRequirePremium: Bool
    package let readDatesPrivate: Bool
    package let sponsoredEnabled: Bool
    package let canViewRevenue: Bool
    package let botCanManageEmojiStatus: Bool
    package let displayGiftsButton: Bool
    package let noforwardsMyEnabled: Bool
    package let noforwardsPeerEnabled: Bool
    package let unofficialSecurityRisk: Bool
    package let id: Int64
    package let about: String?
    package let settings: API.PeerSettings
    package let personalPhoto: API.Photo?
    package let profilePhoto: API.Photo?
    package let fallbackPhoto: API.Photo?
    package let notifySettings: API.PeerNotifySettings
    package let botInfo: TLRaw?
    package let pinnedMsgId: Int32?
    package let commonChatsCount: Int32
    package let folderId: Int32?
    package let ttlPeriod: Int32?
    package let theme: TLRaw?
    package let privateForwardName: String?
    package let botGroupAdminRights: API.ChatAdminRights?
    package let botBroadcastAdminRights: API.ChatAdminRights?
    package let wallpaper: TLRaw?
    package let stories: TLRaw?
    package let businessWorkHours: TLRaw?
    package let businessLocation: TLRaw?
    package let businessGreetingMessage: TLRaw?
    package let businessAwayMessage: TLRaw?
    package let businessIntro: TLRaw?
    package let birthday: TLRaw?
    package let personalChannelId: Int64?
    package let personalChannelMessage: Int32?
    package let stargiftsCount: Int32?
    package let starrefProgram: TLRaw?
    package let botVerification: TLRaw?
    package let sendPaidMessagesStars: Int64?
    package let disallowedGifts: TLRaw?
    package let starsRating: TLRaw?
    package let starsMyPendingRating: TLRaw?
    package let starsMyPendingRatingDate: Int32?
    package let mainTab: TLRaw?
    package let savedMusic: API.Document?
    package let note: API.TextWithEntities?
    package let botManagerId: Int64?

    package init(blocked: Bool = false, phoneCallsAvailable: Bool = false, phoneCallsPrivate: Bool = false, canPinMessage: Bool = false, hasScheduled: Bool = false, videoCallsAvailable: Bool = false, voiceMessagesForbidden: Bool = false, translationsDisabled: Bool = false, storiesPinnedAvailable: Bool = false, blockedMyStoriesFrom: Bool = false, wallpaperOverridden: Bool = false, contactRequirePremium: Bool = false, readDatesPrivate: Bool = false, sponsoredEnabled: Bool = false, canViewRevenue: Bool = false, botCanManageEmojiStatus: Bool = false, displayGiftsButton: Bool = false, noforwardsMyEnabled: Bool = false, noforwardsPeerEnabled: Bool = false, unofficialSecurityRisk: Bool = false, id: Int64, about: String? = nil, settings: API.PeerSettings, personalPhoto: API.Photo? = nil, profilePhoto: API.Photo? = nil, fallbackPhoto: API.Photo? = nil, notifySettings: API.PeerNotifySettings, botInfo: TLRaw? = nil, pinnedMsgId: Int32? = nil, commonChatsCount: Int32, folderId: Int32? = nil, ttlPeriod: Int32? = nil, theme: TLRaw? = nil, privateForwardName: String? = nil, botGroupAdminRights: API.ChatAdminRights? = nil, botBroadcastAdminRights: API.ChatAdminRights? = nil, wallpaper: TLRaw? = nil, stories: TLRaw? = nil, businessWorkHours: TLRaw? = nil, businessLocation: TLRaw? = nil, businessGreetingMessage: TLRaw? = nil, businessAwayMessage: TLRaw? = nil, businessIntro: TLRaw? = nil, birthday: TLRaw? = nil, personalChannelId: Int64? = nil, personalChannelMessage: Int32? = nil, stargiftsCount: Int32? = nil, starrefProgram: TLRaw? = nil, botVerification: TLRaw? = nil, sendPaidMessagesStars: Int64? = nil, disallowedGifts: TLRaw? = nil, starsRating: TLRaw? = nil, starsMyPendingRating: TLRaw? = nil, starsMyPendingRatingDate: Int32? = nil, mainTab: TLRaw? = nil, savedMusic: API.Document? = nil, note: API.TextWithEntities? = nil, botManagerId: Int64? = nil) {
      self.blocked = blocked
      self.phoneCallsAvailable = phoneCallsAvailable
      self.phoneCallsPrivate = phoneCallsPrivate
      self.canPinMessage = canPinMessage
      self.hasScheduled = hasScheduled
      self.videoCallsAvailable = videoCallsAvailable
      self.voiceMessagesForbidden = voiceMessagesForbidden
      self.translationsDisabled = translationsDisabled
      self.storiesPinnedAvailable = storiesPinnedAvailable
      self.blockedMyStoriesFrom = blockedMyStoriesFrom
      self.wallpaperOverridden = wallpaperOverridden
      self.contactRequirePremium = contactRequirePremium
      self.readDatesPrivate = readDatesPrivate
      self.sponsoredEnabled = sponsoredEnabled
      self.canViewRevenue = canViewRevenue
      self.botCanManageEmojiStatus = botCanManageEmojiStatus
      self.displayGiftsButton = displayGiftsButton
      self.noforwardsMyEnabled = noforwardsMyEnabled
      self.noforwardsPeerEnabled = noforwardsPeerEnabled
      self.unofficialSecurityRisk = unofficialSecurityRisk
      self.id = id
      self.about = about
      self.settings = settings
      self.personalPhoto = personalPhoto
      self.profilePhoto = profilePhoto
      self.fallbackPhoto = fallbackPhoto
      self.notifySettings = notifySettings
      self.botInfo = botInfo
      self.pinnedMsgId = pinnedMsgId
      self.commonChatsCount = commonChatsCount
      self.folderId = folderId
      self.ttlPeriod = ttlPeriod
      self.theme = theme
      self.privateForwardName = privateForwardName
      self.botGroupAdminRights = botGroupAdminRights
      self.botBroadcastAdminRights = botBroadcastAdminRights
      self.wallpaper = wallpaper
      self.stories = stories
      self.businessWorkHours = businessWorkHours
      self.businessLocation = businessLocation
      self.businessGreetingMessage = businessGreetingMessage
      self.businessAwayMessage = businessAwayMessage
      self.businessIntro = businessIntro
      self.birthday = birthday
      self.personalChannelId = personalChannelId
      self.personalChannelMessage = personalChannelMessage
      self.stargiftsCount = stargiftsCount
      self.starrefProgram = starrefProgram
      self.botVerification = botVerification
      self.sendPaidMessagesStars = sendPaidMessagesStars
      self.disallowedGifts = disallowedGifts
      self.starsRating = starsRating
      self.starsMyPendingRating = starsMyPendingRating
      self.starsMyPendingRatingDate = starsMyPendingRatingDate
      self.mainTab = mainTab
      self.savedMusic = savedMusic
      self.note = note
      self.botManagerId = botManagerId
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.blocked = flagsWord & 0x1 != 0
      self.phoneCallsAvailable = flagsWord & 0x10 != 0
      self.phoneCallsPrivate = flagsWord & 0x20 != 0
      self.canPinMessage = flagsWord & 0x80 != 0
      self.hasScheduled = flagsWord & 0x1000 != 0
      self.videoCallsAvailable = flagsWord & 0x2000 != 0
      self.voiceMessagesForbidden = flagsWord & 0x100000 != 0
      self.translationsDisabled = flagsWord & 0x800000 != 0
      self.storiesPinnedAvailable = flagsWord & 0x4000000 != 0
      self.blockedMyStoriesFrom = flagsWord & 0x8000000 != 0
      self.wallpaperOverridden = flagsWord & 0x10000000 != 0
      self.contactRequirePremium = flagsWord & 0x20000000 != 0
      self.readDatesPrivate = flagsWord & 0x40000000 != 0
      let flags2Word = try reader.uint()
      self.sponsoredEnabled = flags2Word & 0x80 != 0
      self.canViewRevenue = flags2Word & 0x200 != 0
      self.botCanManageEmojiStatus = flags2Word & 0x400 != 0
      self.displayGiftsButton = flags2Word & 0x10000 != 0
      self.noforwardsMyEnabled = flags2Word & 0x800000 != 0
      self.noforwardsPeerEnabled = flags2Word & 0x1000000 != 0
      self.unofficialSecurityRisk = flags2Word & 0x4000000 != 0
      self.id = try reader.long()
      self.about = flagsWord & 0x2 != 0 ? try reader.string() : nil
      self.settings = try API.PeerSettings(from: &reader)
      self.personalPhoto = flagsWord & 0x200000 != 0 ? try API.Photo(from: &reader) : nil
      self.profilePhoto = flagsWord & 0x4 != 0 ? try API.Photo(from: &reader) : nil
      self.fallbackPhoto = flagsWord & 0x400000 != 0 ? try API.Photo(from: &reader) : nil
      self.notifySettings = try API.PeerNotifySettings(from: &reader)
      self.botInfo = flagsWord & 0x8 != 0 ? try reader.raw(type: 29) : nil
      self.pinnedMsgId = flagsWord & 0x40 != 0 ? try reader.int() : nil
      self.commonChatsCount = try reader.int()
      self.folderId = flagsWord & 0x800 != 0 ? try reader.int() : nil
      self.ttlPeriod = flagsWord & 0x4000 != 0 ? try reader.int() : nil
      self.theme = flagsWord & 0x8000 != 0 ? try reader.raw(type: 69) : nil
      self.privateForwardName = flagsWord & 0x10000 != 0 ? try reader.string() : nil
      self.botGroupAdminRights = flagsWord & 0x20000 != 0 ? try API.ChatAdminRights(from: &reader) : nil
      self.botBroadcastAdminRights = flagsWord & 0x40000 != 0 ? try API.ChatAdminRights(from: &reader) : nil
      self.wallpaper = flagsWord & 0x1000000 != 0 ? try reader.raw(type: 409) : nil
      self.stories = flagsWord & 0x2000000 != 0 ? try reader.raw(type: 271) : nil
      self.businessWorkHours = flags2Word & 0x1 != 0 ? try reader.raw(type: 46) : nil
      self.businessLocation = flags2Word & 0x2 != 0 ? try reader.raw(type: 43) : nil
      self.businessGreetingMessage = flags2Word & 0x4 != 0 ? try reader.raw(type: 41) : nil
      self.businessAwayMessage = flags2Word & 0x8 != 0 ? try reader.raw(type: 36) : nil
      self.businessIntro = flags2Word & 0x10 != 0 ? try reader.raw(type: 42) : nil
      self.birthday = flags2Word & 0x20 != 0 ? try reader.raw(type: 21) : nil
      self.personalChannelId = flags2Word & 0x40 != 0 ? try reader.long() : nil
      self.personalChannelMessage = flags2Word & 0x40 != 0 ? try reader.int() : nil
      self.stargiftsCount = flags2Word & 0x100 != 0 ? try reader.int() : nil
      self.starrefProgram = flags2Word & 0x800 != 0 ? try reader.raw(type: 358) : nil
      self.botVerification = flags2Word & 0x1000 != 0 ? try reader.raw(type: 34) : nil
      self.sendPaidMessagesStars = flags2Word & 0x4000 != 0 ? try reader.long() : nil
      self.disallowedGifts = flags2Word & 0x8000 != 0 ? try reader.raw(type: 89) : nil
      self.starsRating = flags2Word & 0x20000 != 0 ? try reader.raw(type: 363) : nil
      self.starsMyPendingRating = flags2Word & 0x40000 != 0 ? try reader.raw(type: 363) : nil
      self.starsMyPendingRatingDate = flags2Word & 0x40000 != 0 ? try reader.int() : nil
      self.mainTab = flags2Word & 0x100000 != 0 ? try reader.raw(type: 292) : nil
      self.savedMusic = flags2Word & 0x200000 != 0 ? try API.Document(from: &reader) : nil
      self.note = flags2Word & 0x400000 != 0 ? try API.TextWithEntities(from: &reader) : nil
      self.botManagerId = flags2Word & 0x2000000 != 0 ? try reader.long() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if blocked { flagsWord |= 0x1 }
      if about != nil { flagsWord |= 0x2 }
      if profilePhoto != nil { flagsWord |= 0x4 }
      if botInfo != nil { flagsWord |= 0x8 }
      if phoneCallsAvailable { flagsWord |= 0x10 }
      if phoneCallsPrivate { flagsWord |= 0x20 }
      if pinnedMsgId != nil { flagsWord |= 0x40 }
      if canPinMessage { flagsWord |= 0x80 }
      if folderId != nil { flagsWord |= 0x800 }
      if hasScheduled { flagsWord |= 0x1000 }
      if videoCallsAvailable { flagsWord |= 0x2000 }
      if ttlPeriod != nil { flagsWord |= 0x4000 }
      if theme != nil { flagsWord |= 0x8000 }
      if privateForwardName != nil { flagsWord |= 0x10000 }
      if botGroupAdminRights != nil { flagsWord |= 0x20000 }
      if botBroadcastAdminRights != nil { flagsWord |= 0x40000 }
      if voiceMessagesForbidden { flagsWord |= 0x100000 }
      if personalPhoto != nil { flagsWord |= 0x200000 }
      if fallbackPhoto != nil { flagsWord |= 0x400000 }
      if translationsDisabled { flagsWord |= 0x800000 }
      if wallpaper != nil { flagsWord |= 0x1000000 }
      if stories != nil { flagsWord |= 0x2000000 }
      if storiesPinnedAvailable { flagsWord |= 0x4000000 }
      if blockedMyStoriesFrom { flagsWord |= 0x8000000 }
      if wallpaperOverridden { flagsWord |= 0x10000000 }
      if contactRequirePremium { flagsWord |= 0x20000000 }
      if readDatesPrivate { flagsWord |= 0x40000000 }
      var flags2Word: UInt32 = 0
      if businessWorkHours != nil { flags2Word |= 0x1 }
      if businessLocation != nil { flags2Word |= 0x2 }
      if businessGreetingMessage != nil { flags2Word |= 0x4 }
      if businessAwayMessage != nil { flags2Word |= 0x8 }
      if businessIntro != nil { flags2Word |= 0x10 }
      if birthday != nil { flags2Word |= 0x20 }
      if personalChannelId != nil && personalChannelMessage != nil { flags2Word |= 0x40 }
      if sponsoredEnabled { flags2Word |= 0x80 }
      if stargiftsCount != nil { flags2Word |= 0x100 }
      if canViewRevenue { flags2Word |= 0x200 }
      if botCanManageEmojiStatus { flags2Word |= 0x400 }
      if starrefProgram != nil { flags2Word |= 0x800 }
      if botVerification != nil { flags2Word |= 0x1000 }
      if sendPaidMessagesStars != nil { flags2Word |= 0x4000 }
      if disallowedGifts != nil { flags2Word |= 0x8000 }
      if displayGiftsButton { flags2Word |= 0x10000 }
      if starsRating != nil { flags2Word |= 0x20000 }
      if starsMyPendingRating != nil && starsMyPendingRatingDate != nil { flags2Word |= 0x40000 }
      if mainTab != nil { flags2Word |= 0x100000 }
      if savedMusic != nil { flags2Word |= 0x200000 }
      if note != nil { flags2Word |= 0x400000 }
      if noforwardsMyEnabled { flags2Word |= 0x800000 }
      if noforwardsPeerEnabled { flags2Word |= 0x1000000 }
      if botManagerId != nil { flags2Word |= 0x2000000 }
      if unofficialSecurityRisk { flags2Word |= 0x4000000 }
      writer.uint(flagsWord)
      writer.uint(flags2Word)
      writer.long(id)
      if let about { writer.string(about) }
      settings.encode(to: &writer)
      if let personalPhoto { personalPhoto.encode(to: &writer) }
      if let profilePhoto { profilePhoto.encode(to: &writer) }
      if let fallbackPhoto { fallbackPhoto.encode(to: &writer) }
      notifySettings.encode(to: &writer)
      if let botInfo { botInfo.encode(to: &writer) }
      if let pinnedMsgId { writer.int(pinnedMsgId) }
      writer.int(commonChatsCount)
      if let folderId { writer.int(folderId) }
      if let ttlPeriod { writer.int(ttlPeriod) }
      if let theme { theme.encode(to: &writer) }
      if let privateForwardName { writer.string(privateForwardName) }
      if let botGroupAdminRights { botGroupAdminRights.encode(to: &writer) }
      if let botBroadcastAdminRights { botBroadcastAdminRights.encode(to: &writer) }
      if let wallpaper { wallpaper.encode(to: &writer) }
      if let stories { stories.encode(to: &writer) }
      if let businessWorkHours { businessWorkHours.encode(to: &writer) }
      if let businessLocation { businessLocation.encode(to: &writer) }
      if let businessGreetingMessage { businessGreetingMessage.encode(to: &writer) }
      if let businessAwayMessage { businessAwayMessage.encode(to: &writer) }
      if let businessIntro { businessIntro.encode(to: &writer) }
      if let birthday { birthday.encode(to: &writer) }
      if let personalChannelId, flags2Word & 0x40 != 0 { writer.long(personalChannelId) }
      if let personalChannelMessage, flags2Word & 0x40 != 0 { writer.int(personalChannelMessage) }
      if let stargiftsCount { writer.int(stargiftsCount) }
      if let starrefProgram { starrefProgram.encode(to: &writer) }
      if let botVerification { botVerification.encode(to: &writer) }
      if let sendPaidMessagesStars { writer.long(sendPaidMessagesStars) }
      if let disallowedGifts { disallowedGifts.encode(to: &writer) }
      if let starsRating { starsRating.encode(to: &writer) }
      if let starsMyPendingRating, flags2Word & 0x40000 != 0 { starsMyPendingRating.encode(to: &writer) }
      if let starsMyPendingRatingDate, flags2Word & 0x40000 != 0 { writer.int(starsMyPendingRatingDate) }
      if let mainTab { mainTab.encode(to: &writer) }
      if let savedMusic { savedMusic.encode(to: &writer) }
      if let note { note.encode(to: &writer) }
      if let botManagerId { writer.long(botManagerId) }
    }
  }
}
