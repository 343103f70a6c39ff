// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `ChatFull`
  package enum ChatFull: TLDecodable, TLEncodable {
    indirect case channelFull(API.ChatFull.ChannelFull)
    indirect case chatFull(API.ChatFull.ChatFull)
    /// A constructor that has no Swift type.
    case raw(TLRaw)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0xa04e8d3a:
        _ = try reader.constructor()
        self = .channelFull(try API.ChatFull.ChannelFull(body: &reader))
      case 0x2633421b:
        _ = try reader.constructor()
        self = .chatFull(try API.ChatFull.ChatFull(body: &reader))
      default:
        self = .raw(try reader.raw(type: 61))
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .channelFull(let value): writer.constructor(0xa04e8d3a); value.encodeBody(to: &writer)
      case .chatFull(let value): writer.constructor(0x2633421b); value.encodeBody(to: &writer)
      case .raw(let value): value.encode(to: &writer)
      }
    }

    /// `channelFull#a04e8d3a`
    package struct ChannelFull: Sendable {
      package static var constructorID: UInt32 { 0xa04e8d3a }
      package let canViewParticipants: Bool
      package let canSetUsername: Bool
      package let canSetStickers: Bool
      package let hiddenPrehistory: Bool
      package let canSetLocation: Bool
      package let hasScheduled: Bool
      package let canViewStats: Bool
      package let blocked: Bool
      package let canDeleteChannel: Bool
      package let antispam: Bool
      package let participantsHidden: Bool
      package let translationsDisabled: Bool
      package let storiesPinnedAvailable: Bool
      package let viewForumAsMessages: Bool
      package let restrictedSponsored: Bool
      package let canViewRevenue: Bool
      package let paidMediaAllowed: Bool
      package let canViewStarsRevenue: Bool
      package let paidReactionsAvailable: Bool
      package let stargiftsAvailable: Bool
      package let paidMessagesAvailable: Bool
      package let hasWelcomeMessages: Bool
      package let id: Int64
      package let about: String
      package let participantsCount: Int32?
      package let adminsCount: Int32?
      package let kickedCount: Int32?
      package let bannedCount: Int32?
      package let onlineCount: Int32?
      package let readInboxMaxId: Int32
      package let readOutboxMaxId: Int32
      package let unreadCount: Int32
      package let chatPhoto: API.Photo
      package let notifySettings: API.PeerNotifySettings
      package let exportedInvite: TLRaw?
      package let botInfo: [TLRaw]
      package let migratedFromChatId: Int64?
      package let migratedFromMaxId: Int32?
      package let pinnedMsgId: Int32?
      package let stickerset: TLRaw?
      package let availableMinId: Int32?
      package let folderId: Int32?
      package let linkedChatId: Int64?
      package let location: TLRaw?
      package let slowmodeSeconds: Int32?
      package let slowmodeNextSendDate: Int32?
      package let statsDc: Int32?
      package let pts: Int32
      package let call: TLRaw?
      package let ttlPeriod: Int32?
      package let pendingSuggestions: [String]?
      package let groupcallDefaultJoinAs: API.Peer?
      package let themeEmoticon: String?
      package let requestsPending: Int32?
      package let recentRequesters: [Int64]?
      package let defaultSendAs: API.Peer?
      package let availableReactions: TLRaw?
      package let reactionsLimit: Int32?
      package let stories: TLRaw?
      package let wallpaper: TLRaw?
      package let boostsApplied: Int32?
      package let boostsUnrestrict: Int32?
      package let emojiset: TLRaw?
      package let botVerification: TLRaw?
      package let stargiftsCount: Int32?
      package let sendPaidMessagesStars: Int64?
      package let mainTab: TLRaw?
      package let guardBotId: Int64?

      package init(canViewParticipants: Bool = false, canSetUsername: Bool = false, canSetStickers: Bool = false, hiddenPrehistory: Bool = false, canSetLocation: Bool = false, hasScheduled: Bool = false, canViewStats: Bool = false, blocked: Bool = false, canDeleteChannel: Bool = false, antispam: Bool = false, participantsHidden: Bool = false, translationsDisabled: Bool = false, storiesPinnedAvailable: Bool = false, viewForumAsMessages: Bool = false, restrictedSponsored: Bool = false, canViewRevenue: Bool = false, paidMediaAllowed: Bool = false, canViewStarsRevenue: Bool = false, paidReactionsAvailable: Bool = false, stargiftsAvailable: Bool = false, paidMessagesAvailable: Bool = false, hasWelcomeMessages: Bool = false, id: Int64, about: String, participantsCount: Int32? = nil, adminsCount: Int32? = nil, kickedCount: Int32? = nil, bannedCount: Int32? = nil, onlineCount: Int32? = nil, readInboxMaxId: Int32, readOutboxMaxId: Int32, unreadCount: Int32, chatPhoto: API.Photo, notifySettings: API.PeerNotifySettings, exportedInvite: TLRaw? = nil, botInfo: [TLRaw], migratedFromChatId: Int64? = nil, migratedFromMaxId: Int32? = nil, pinnedMsgId: Int32? = nil, stickerset: TLRaw? = nil, availableMinId: Int32? = nil, folderId: Int32? = nil, linkedChatId: Int64? = nil, location: TLRaw? = nil, slowmodeSeconds: Int32? = nil, slowmodeNextSendDate: Int32? = nil, statsDc: Int32? = nil, pts: Int32, call: TLRaw? = nil, ttlPeriod: Int32? = nil, pendingSuggestions: [String]? = nil, groupcallDefaultJoinAs: API.Peer? = nil, themeEmoticon: String? = nil, requestsPending: Int32? = nil, recentRequesters: [Int64]? = nil, defaultSendAs: API.Peer? = nil, availableReactions: TLRaw? = nil, reactionsLimit: Int32? = nil, stories: TLRaw? = nil, wallpaper: TLRaw? = nil, boostsApplied: Int32? = nil, boostsUnrestrict: Int32? = nil, emojiset: TLRaw? = nil, botVerification: TLRaw? = nil, stargiftsCount: Int32? = nil, sendPaidMessagesStars: Int64? = nil, mainTab: TLRaw? = nil, guardBotId: Int64? = nil) {
        self.canViewParticipants = canViewParticipants
        self.canSetUsername = canSetUsername
        self.canSetStickers = canSetStickers
        self.hiddenPrehistory = hiddenPrehistory
        self.canSetLocation = canSetLocation
        self.hasScheduled = hasScheduled
        self.canViewStats = canViewStats
        self.blocked = blocked
        self.canDeleteChannel = canDeleteChannel
        self.antispam = antispam
        self.participantsHidden = participantsHidden
        self.translationsDisabled = translationsDisabled
        self.storiesPinnedAvailable = storiesPinnedAvailable
        self.viewForumAsMessages = viewForumAsMessages
        self.restrictedSponsored = restrictedSponsored
        self.canViewRevenue = canViewRevenue
        self.paidMediaAllowed = paidMediaAllowed
        self.canViewStarsRevenue = canViewStarsRevenue
        self.paidReactionsAvailable = paidReactionsAvailable
        self.stargiftsAvailable = stargiftsAvailable
        self.paidMessagesAvailable = paidMessagesAvailable
        self.hasWelcomeMessages = hasWelcomeMessages
        self.id = id
        self.about = about
        self.participantsCount = participantsCount
        self.adminsCount = adminsCount
        self.kickedCount = kickedCount
        self.bannedCount = bannedCount
        self.onlineCount = onlineCount
        self.readInboxMaxId = readInboxMaxId
        self.readOutboxMaxId = readOutboxMaxId
        self.unreadCount = unreadCount
        self.chatPhoto = chatPhoto
        self.notifySettings = notifySettings
        self.exportedInvite = exportedInvite
        self.botInfo = botInfo
        self.migratedFromChatId = migratedFromChatId
        self.migratedFromMaxId = migratedFromMaxId
        self.pinnedMsgId = pinnedMsgId
        self.stickerset = stickerset
        self.availableMinId = availableMinId
        self.folderId = folderId
        self.linkedChatId = linkedChatId
        self.location = location
        self.slowmodeSeconds = slowmodeSeconds
        self.slowmodeNextSendDate = slowmodeNextSendDate
        self.statsDc = statsDc
        self.pts = pts
        self.call = call
        self.ttlPeriod = ttlPeriod
        self.pendingSuggestions = pendingSuggestions
        self.groupcallDefaultJoinAs = groupcallDefaultJoinAs
        self.themeEmoticon = themeEmoticon
        self.requestsPending = requestsPending
        self.recentRequesters = recentRequesters
        self.defaultSendAs = defaultSendAs
        self.availableReactions = availableReactions
        self.reactionsLimit = reactionsLimit
        self.stories = stories
        self.wallpaper = wallpaper
        self.boostsApplied = boostsApplied
        self.boostsUnrestrict = boostsUnrestrict
        self.emojiset = emojiset
        self.botVerification = botVerification
        self.stargiftsCount = stargiftsCount
        self.sendPaidMessagesStars = sendPaidMessagesStars
        self.mainTab = mainTab
        self.guardBotId = guardBotId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.canViewParticipants = flagsWord & 0x8 != 0
        self.canSetUsername = flagsWord & 0x40 != 0
        self.canSetStickers = flagsWord & 0x80 != 0
        self.hiddenPrehistory = flagsWord & 0x400 != 0
        self.canSetLocation = flagsWord & 0x10000 != 0
        self.hasScheduled = flagsWord & 0x80000 != 0
        self.canViewStats = flagsWord & 0x100000 != 0
        self.blocked = flagsWord & 0x400000 != 0
        let flags2Word = try reader.uint()
        self.canDeleteChannel = flags2Word & 0x1 != 0
        self.antispam = flags2Word & 0x2 != 0
        self.participantsHidden = flags2Word & 0x4 != 0
        self.translationsDisabled = flags2Word & 0x8 != 0
        self.storiesPinnedAvailable = flags2Word & 0x20 != 0
        self.viewForumAsMessages = flags2Word & 0x40 != 0
        self.restrictedSponsored = flags2Word & 0x800 != 0
        self.canViewRevenue = flags2Word & 0x1000 != 0
        self.paidMediaAllowed = flags2Word & 0x4000 != 0
        self.canViewStarsRevenue = flags2Word & 0x8000 != 0
        self.paidReactionsAvailable = flags2Word & 0x10000 != 0
        self.stargiftsAvailable = flags2Word & 0x80000 != 0
        self.paidMessagesAvailable = flags2Word & 0x100000 != 0
        self.hasWelcomeMessages = flags2Word & 0x1000000 != 0
        self.id = try reader.long()
        self.about = try reader.string()
        self.participantsCount = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.adminsCount = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.kickedCount = flagsWord & 0x4 != 0 ? try reader.int() : nil
        self.bannedCount = flagsWord & 0x4 != 0 ? try reader.int() : nil
        self.onlineCount = flagsWord & 0x2000 != 0 ? try reader.int() : nil
        self.readInboxMaxId = try reader.int()
        self.readOutboxMaxId = try reader.int()
        self.unreadCount = try reader.int()
        self.chatPhoto = try API.Photo(from: &reader)
        self.notifySettings = try API.PeerNotifySettings(from: &reader)
        self.exportedInvite = flagsWord & 0x800000 != 0 ? try reader.raw(type: 106) : nil
        self.botInfo = try reader.rawVector(type: 29)
        self.migratedFromChatId = flagsWord & 0x10 != 0 ? try reader.long() : nil
        self.migratedFromMaxId = flagsWord & 0x10 != 0 ? try reader.int() : nil
        self.pinnedMsgId = flagsWord & 0x20 != 0 ? try reader.int() : nil
        self.stickerset = flagsWord & 0x100 != 0 ? try reader.raw(type: 380) : nil
        self.availableMinId = flagsWord & 0x200 != 0 ? try reader.int() : nil
        self.folderId = flagsWord & 0x800 != 0 ? try reader.int() : nil
        self.linkedChatId = flagsWord & 0x4000 != 0 ? try reader.long() : nil
        self.location = flagsWord & 0x8000 != 0 ? try reader.raw(type: 53) : nil
        self.slowmodeSeconds = flagsWord & 0x20000 != 0 ? try reader.int() : nil
        self.slowmodeNextSendDate = flagsWord & 0x40000 != 0 ? try reader.int() : nil
        self.statsDc = flagsWord & 0x1000 != 0 ? try reader.int() : nil
        self.pts = try reader.int()
        self.call = flagsWord & 0x200000 != 0 ? try reader.raw(type: 166) : nil
        self.ttlPeriod = flagsWord & 0x1000000 != 0 ? try reader.int() : nil
        self.pendingSuggestions = flagsWord & 0x2000000 != 0 ? try reader.vector() : nil
        self.groupcallDefaultJoinAs = flagsWord & 0x4000000 != 0 ? try API.Peer(from: &reader) : nil
        self.themeEmoticon = flagsWord & 0x8000000 != 0 ? try reader.string() : nil
        self.requestsPending = flagsWord & 0x10000000 != 0 ? try reader.int() : nil
        self.recentRequesters = flagsWord & 0x10000000 != 0 ? try reader.vector() : nil
        self.defaultSendAs = flagsWord & 0x20000000 != 0 ? try API.Peer(from: &reader) : nil
        self.availableReactions = flagsWord & 0x40000000 != 0 ? try reader.raw(type: 68) : nil
        self.reactionsLimit = flags2Word & 0x2000 != 0 ? try reader.int() : nil
        self.stories = flags2Word & 0x10 != 0 ? try reader.raw(type: 271) : nil
        self.wallpaper = flags2Word & 0x80 != 0 ? try reader.raw(type: 409) : nil
        self.boostsApplied = flags2Word & 0x100 != 0 ? try reader.int() : nil
        self.boostsUnrestrict = flags2Word & 0x200 != 0 ? try reader.int() : nil
        self.emojiset = flags2Word & 0x400 != 0 ? try reader.raw(type: 380) : nil
        self.botVerification = flags2Word & 0x20000 != 0 ? try reader.raw(type: 34) : nil
        self.stargiftsCount = flags2Word & 0x40000 != 0 ? try reader.int() : nil
        self.sendPaidMessagesStars = flags2Word & 0x200000 != 0 ? try reader.long() : nil
        self.mainTab = flags2Word & 0x400000 != 0 ? try reader.raw(type: 292) : nil
        self.guardBotId = flags2Word & 0x800000 != 0 ? try reader.long() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if participantsCount != nil { flagsWord |= 0x1 }
        if adminsCount != nil { flagsWord |= 0x2 }
        if kickedCount != nil && bannedCount != nil { flagsWord |= 0x4 }
        if canViewParticipants { flagsWord |= 0x8 }
        if migratedFromChatId != nil && migratedFromMaxId != nil { flagsWord |= 0x10 }
        if pinnedMsgId != nil { flagsWord |= 0x20 }
        if canSetUsername { flagsWord |= 0x40 }
        if canSetStickers { flagsWord |= 0x80 }
        if stickerset != nil { flagsWord |= 0x100 }
        if availableMinId != nil { flagsWord |= 0x200 }
        if hiddenPrehistory { flagsWord |= 0x400 }
        if folderId != nil { flagsWord |= 0x800 }
        if statsDc != nil { flagsWord |= 0x1000 }
        if onlineCount != nil { flagsWord |= 0x2000 }
        if linkedChatId != nil { flagsWord |= 0x4000 }
        if location != nil { flagsWord |= 0x8000 }
        if canSetLocation { flagsWord |= 0x10000 }
        if slowmodeSeconds != nil { flagsWord |= 0x20000 }
        if slowmodeNextSendDate != nil { flagsWord |= 0x40000 }
        if hasScheduled { flagsWord |= 0x80000 }
        if canViewStats { flagsWord |= 0x100000 }
        if call != nil { flagsWord |= 0x200000 }
        if blocked { flagsWord |= 0x400000 }
        if exportedInvite != nil { flagsWord |= 0x800000 }
        if ttlPeriod != nil { flagsWord |= 0x1000000 }
        if pendingSuggestions != nil { flagsWord |= 0x2000000 }
        if groupcallDefaultJoinAs != nil { flagsWord |= 0x4000000 }
        if themeEmoticon != nil { flagsWord |= 0x8000000 }
        if requestsPending != nil && recentRequesters != nil { flagsWord |= 0x10000000 }
        if defaultSendAs != nil { flagsWord |= 0x20000000 }
        if availableReactions != nil { flagsWord |= 0x40000000 }
        var flags2Word: UInt32 = 0
        if canDeleteChannel { flags2Word |= 0x1 }
        if antispam { flags2Word |= 0x2 }
        if participantsHidden { flags2Word |= 0x4 }
        if translationsDisabled { flags2Word |= 0x8 }
        if stories != nil { flags2Word |= 0x10 }
        if storiesPinnedAvailable { flags2Word |= 0x20 }
        if viewForumAsMessages { flags2Word |= 0x40 }
        if wallpaper != nil { flags2Word |= 0x80 }
        if boostsApplied != nil { flags2Word |= 0x100 }
        if boostsUnrestrict != nil { flags2Word |= 0x200 }
        if emojiset != nil { flags2Word |= 0x400 }
        if restrictedSponsored { flags2Word |= 0x800 }
        if canViewRevenue { flags2Word |= 0x1000 }
        if reactionsLimit != nil { flags2Word |= 0x2000 }
        if paidMediaAllowed { flags2Word |= 0x4000 }
        if canViewStarsRevenue { flags2Word |= 0x8000 }
        if paidReactionsAvailable { flags2Word |= 0x10000 }
        if botVerification != nil { flags2Word |= 0x20000 }
        if stargiftsCount != nil { flags2Word |= 0x40000 }
        if stargiftsAvailable { flags2Word |= 0x80000 }
        if paidMessagesAvailable { flags2Word |= 0x100000 }
        if sendPaidMessagesStars != nil { flags2Word |= 0x200000 }
        if mainTab != nil { flags2Word |= 0x400000 }
        if guardBotId != nil { flags2Word |= 0x800000 }
        if hasWelcomeMessages { flags2Word |= 0x1000000 }
        writer.uint(flagsWord)
        writer.uint(flags2Word)
        writer.long(id)
        writer.string(about)
        if let participantsCount { writer.int(participantsCount) }
        if let adminsCount { writer.int(adminsCount) }
        if let kickedCount, flagsWord & 0x4 != 0 { writer.int(kickedCount) }
        if let bannedCount, flagsWord & 0x4 != 0 { writer.int(bannedCount) }
        if let onlineCount { writer.int(onlineCount) }
        writer.int(readInboxMaxId)
        writer.int(readOutboxMaxId)
        writer.int(unreadCount)
        chatPhoto.encode(to: &writer)
        notifySettings.encode(to: &writer)
        if let exportedInvite { exportedInvite.encode(to: &writer) }
        writer.vector(botInfo)
        if let migratedFromChatId, flagsWord & 0x10 != 0 { writer.long(migratedFromChatId) }
        if let migratedFromMaxId, flagsWord & 0x10 != 0 { writer.int(migratedFromMaxId) }
        if let pinnedMsgId { writer.int(pinnedMsgId) }
        if let stickerset { stickerset.encode(to: &writer) }
        if let availableMinId { writer.int(availableMinId) }
        if let folderId { writer.int(folderId) }
        if let linkedChatId { writer.long(linkedChatId) }
        if let location { location.encode(to: &writer) }
        if let slowmodeSeconds { writer.int(slowmodeSeconds) }
        if let slowmodeNextSendDate { writer.int(slowmodeNextSendDate) }
        if let statsDc { writer.int(statsDc) }
        writer.int(pts)
        if let call { call.encode(to: &writer) }
        if let ttlPeriod { writer.int(ttlPeriod) }
        if let pendingSuggestions { writer.vector(pendingSuggestions) }
        if let groupcallDefaultJoinAs { groupcallDefaultJoinAs.encode(to: &writer) }
        if let themeEmoticon { writer.string(themeEmoticon) }
        if let requestsPending, flagsWord & 0x10000000 != 0 { writer.int(requestsPending) }
        if let recentRequesters, flagsWord & 0x10000000 != 0 { writer.vector(recentRequesters) }
        if let defaultSendAs { defaultSendAs.encode(to: &writer) }
        if let availableReactions { availableReactions.encode(to: &writer) }
        if let reactionsLimit { writer.int(reactionsLimit) }
        if let stories { stories.encode(to: &writer) }
        if let wallpaper { wallpaper.encode(to: &writer) }
        if let boostsApplied { writer.int(boostsApplied) }
        if let boostsUnrestrict { writer.int(boostsUnrestrict) }
        if let emojiset { emojiset.encode(to: &writer) }
        if let botVerification { botVerification.encode(to: &writer) }
        if let stargiftsCount { writer.int(stargiftsCount) }
        if let sendPaidMessagesStars { writer.long(sendPaidMessagesStars) }
        if let mainTab { mainTab.encode(to: &writer) }
        if let guardBotId { writer.long(guardBotId) }
      }
    }

    /// `chatFull#2633421b`
    package struct ChatFull: Sendable {
      package static var constructorID: UInt32 { 0x2633421b }
      package let canSetUsername: Bool
      package let hasScheduled: Bool
      package let translationsDisabled: Bool
      package let hasWelcomeMessages: Bool
      package let id: Int64
      package let about: String
      package let participants: API.ChatParticipants
      package let chatPhoto: API.Photo?
      package let notifySettings: API.PeerNotifySettings
      package let exportedInvite: TLRaw?
      package let botInfo: [TLRaw]?
      package let pinnedMsgId: Int32?
      package let folderId: Int32?
      package let call: TLRaw?
      package let ttlPeriod: Int32?
      package let groupcallDefaultJoinAs: API.Peer?
      package let themeEmoticon: String?
      package let requestsPending: Int32?
      package let recentRequesters: [Int64]?
      package let availableReactions: TLRaw?
      package let reactionsLimit: Int32?

      package init(canSetUsername: Bool = false, hasScheduled: Bool = false, translationsDisabled: Bool = false, hasWelcomeMessages: Bool = false, id: Int64, about: String, participants: API.ChatParticipants, chatPhoto: API.Photo? = nil, notifySettings: API.PeerNotifySettings, exportedInvite: TLRaw? = nil, botInfo: [TLRaw]? = nil, pinnedMsgId: Int32? = nil, folderId: Int32? = nil, call: TLRaw? = nil, ttlPeriod: Int32? = nil, groupcallDefaultJoinAs: API.Peer? = nil, themeEmoticon: String? = nil, requestsPending: Int32? = nil, recentRequesters: [Int64]? = nil, availableReactions: TLRaw? = nil, reactionsLimit: Int32? = nil) {
        self.canSetUsername = canSetUsername
        self.hasScheduled = hasScheduled
        self.translationsDisabled = translationsDisabled
        self.hasWelcomeMessages = hasWelcomeMessages
        self.id = id
        self.about = about
        self.participants = participants
        self.chatPhoto = chatPhoto
        self.notifySettings = notifySettings
        self.exportedInvite = exportedInvite
        self.botInfo = botInfo
        self.pinnedMsgId = pinnedMsgId
        self.folderId = folderId
        self.call = call
        self.ttlPeriod = ttlPeriod
        self.groupcallDefaultJoinAs = groupcallDefaultJoinAs
        self.themeEmoticon = themeEmoticon
        self.requestsPending = requestsPending
        self.recentRequesters = recentRequesters
        self.availableReactions = availableReactions
        self.reactionsLimit = reactionsLimit
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.canSetUsername = flagsWord & 0x80 != 0
        self.hasScheduled = flagsWord & 0x100 != 0
        self.translationsDisabled = flagsWord & 0x80000 != 0
        self.hasWelcomeMessages = flagsWord & 0x200000 != 0
        self.id = try reader.long()
        self.about = try reader.string()
        self.participants = try API.ChatParticipants(from: &reader)
        self.chatPhoto = flagsWord & 0x4 != 0 ? try API.Photo(from: &reader) : nil
        self.notifySettings = try API.PeerNotifySettings(from: &reader)
        self.exportedInvite = flagsWord & 0x2000 != 0 ? try reader.raw(type: 106) : nil
        self.botInfo = flagsWord & 0x8 != 0 ? try reader.rawVector(type: 29) : nil
        self.pinnedMsgId = flagsWord & 0x40 != 0 ? try reader.int() : nil
        self.folderId = flagsWord & 0x800 != 0 ? try reader.int() : nil
        self.call = flagsWord & 0x1000 != 0 ? try reader.raw(type: 166) : nil
        self.ttlPeriod = flagsWord & 0x4000 != 0 ? try reader.int() : nil
        self.groupcallDefaultJoinAs = flagsWord & 0x8000 != 0 ? try API.Peer(from: &reader) : nil
        self.themeEmoticon = flagsWord & 0x10000 != 0 ? try reader.string() : nil
        self.requestsPending = flagsWord & 0x20000 != 0 ? try reader.int() : nil
        self.recentRequesters = flagsWord & 0x20000 != 0 ? try reader.vector() : nil
        self.availableReactions = flagsWord & 0x40000 != 0 ? try reader.raw(type: 68) : nil
        self.reactionsLimit = flagsWord & 0x100000 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if chatPhoto != nil { flagsWord |= 0x4 }
        if botInfo != nil { flagsWord |= 0x8 }
        if pinnedMsgId != nil { flagsWord |= 0x40 }
        if canSetUsername { flagsWord |= 0x80 }
        if hasScheduled { flagsWord |= 0x100 }
        if folderId != nil { flagsWord |= 0x800 }
        if call != nil { flagsWord |= 0x1000 }
        if exportedInvite != nil { flagsWord |= 0x2000 }
        if ttlPeriod != nil { flagsWord |= 0x4000 }
        if groupcallDefaultJoinAs != nil { flagsWord |= 0x8000 }
        if themeEmoticon != nil { flagsWord |= 0x10000 }
        if requestsPending != nil && recentRequesters != nil { flagsWord |= 0x20000 }
        if availableReactions != nil { flagsWord |= 0x40000 }
        if translationsDisabled { flagsWord |= 0x80000 }
        if reactionsLimit != nil { flagsWord |= 0x100000 }
        if hasWelcomeMessages { flagsWord |= 0x200000 }
        writer.uint(flagsWord)
        writer.long(id)
        writer.string(about)
        participants.encode(to: &writer)
        if let chatPhoto { chatPhoto.encode(to: &writer) }
        notifySettings.encode(to: &writer)
        if let exportedInvite { exportedInvite.encode(to: &writer) }
        if let botInfo { writer.vector(botInfo) }
        if let pinnedMsgId { writer.int(pinnedMsgId) }
        if let folderId { writer.int(folderId) }
        if let call { call.encode(to: &writer) }
        if let ttlPeriod { writer.int(ttlPeriod) }
        if let groupcallDefaultJoinAs { groupcallDefaultJoinAs.encode(to: &writer) }
        if let themeEmoticon { writer.string(themeEmoticon) }
        if let requestsPending, flagsWord & 0x20000 != 0 { writer.int(requestsPending) }
        if let recentRequesters, flagsWord & 0x20000 != 0 { writer.vector(recentRequesters) }
        if let availableReactions { availableReactions.encode(to: &writer) }
        if let reactionsLimit { writer.int(reactionsLimit) }
      }
    }
  }
}
