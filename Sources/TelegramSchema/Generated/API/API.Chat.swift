// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `Chat`
  package enum Chat: TLDecodable, TLEncodable {
    indirect case channel(API.Chat.Channel)
    indirect case channelForbidden(API.Chat.ChannelForbidden)
    indirect case chat(API.Chat.Chat)
    case chatEmpty(API.Chat.ChatEmpty)
    case chatForbidden(API.Chat.ChatForbidden)
    indirect case community(API.Chat.Community)
    indirect case communityForbidden(API.Chat.CommunityForbidden)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xd49f34c6:
        self = .channel(try API.Chat.Channel(body: &reader))
      case 0x17d493d5:
        self = .channelForbidden(try API.Chat.ChannelForbidden(body: &reader))
      case 0x41cbf256:
        self = .chat(try API.Chat.Chat(body: &reader))
      case 0x29562865:
        self = .chatEmpty(try API.Chat.ChatEmpty(body: &reader))
      case 0x6592a1a7:
        self = .chatForbidden(try API.Chat.ChatForbidden(body: &reader))
      case 0x65efe954:
        self = .community(try API.Chat.Community(body: &reader))
      case 0xfd3cdab8:
        self = .communityForbidden(try API.Chat.CommunityForbidden(body: &reader))
      default:
        throw reader.unknown(id, in: "Chat")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .channel(let value): writer.constructor(0xd49f34c6); value.encodeBody(to: &writer)
      case .channelForbidden(let value): writer.constructor(0x17d493d5); value.encodeBody(to: &writer)
      case .chat(let value): writer.constructor(0x41cbf256); value.encodeBody(to: &writer)
      case .chatEmpty(let value): writer.constructor(0x29562865); value.encodeBody(to: &writer)
      case .chatForbidden(let value): writer.constructor(0x6592a1a7); value.encodeBody(to: &writer)
      case .community(let value): writer.constructor(0x65efe954); value.encodeBody(to: &writer)
      case .communityForbidden(let value): writer.constructor(0xfd3cdab8); value.encodeBody(to: &writer)
      }
    }

    /// `channel#d49f34c6`
    package struct Channel: Sendable {
      package static var constructorID: UInt32 { 0xd49f34c6 }
      package let creator: Bool
      package let left: Bool
      package let broadcast: Bool
      package let verified: Bool
      package let megagroup: Bool
      package let signatures: Bool
      package let min: Bool
      package let scam: Bool
      package let hasLink: Bool
      package let hasGeo: Bool
      package let slowmodeEnabled: Bool
      package let callActive: Bool
      package let callNotEmpty: Bool
      package let fake: Bool
      package let gigagroup: Bool
      package let noforwards: Bool
      package let joinToSend: Bool
      package let joinRequest: Bool
      package let forum: Bool
      package let storiesHidden: Bool
      package let storiesHiddenMin: Bool
      package let storiesUnavailable: Bool
      package let signatureProfiles: Bool
      package let autotranslation: Bool
      package let broadcastMessagesAllowed: Bool
      package let monoforum: Bool
      package let forumTabs: Bool
      package let id: Int64
      package let accessHash: Int64?
      package let title: String
      package let username: String?
      package let photo: API.ChatPhoto
      package let date: Int32
      package let restrictionReason: [API.RestrictionReason]?
      package let adminRights: API.ChatAdminRights?
      package let bannedRights: API.ChatBannedRights?
      package let defaultBannedRights: API.ChatBannedRights?
      package let participantsCount: Int32?
      package let usernames: [API.Username]?
      package let storiesMaxId: TLRaw?
      package let color: TLRaw?
      package let profileColor: TLRaw?
      package let emojiStatus: API.EmojiStatus?
      package let level: Int32?
      package let subscriptionUntilDate: Int32?
      package let botVerificationIcon: Int64?
      package let sendPaidMessagesStars: Int64?
      package let linkedMonoforumId: Int64?
      package let linkedCommunityId: Int64?
      /// Sent by the same bit as the values it follows from.
      package var restricted: Bool { restrictionReason != nil }

      package init(creator: Bool = false, left: Bool = false, broadcast: Bool = false, verified: Bool = false, megagroup: Bool = false, signatures: Bool = false, min: Bool = false, scam: Bool = false, hasLink: Bool = false, hasGeo: Bool = false, slowmodeEnabled: Bool = false, callActive: Bool = false, callNotEmpty: Bool = false, fake: Bool = false, gigagroup: Bool = false, noforwards: Bool = false, joinToSend: Bool = false, joinRequest: Bool = false, forum: Bool = false, storiesHidden: Bool = false, storiesHiddenMin: Bool = false, storiesUnavailable: Bool = false, signatureProfiles: Bool = false, autotranslation: Bool = false, broadcastMessagesAllowed: Bool = false, monoforum: Bool = false, forumTabs: Bool = false, id: Int64, accessHash: Int64? = nil, title: String, username: String? = nil, photo: API.ChatPhoto, date: Int32, restrictionReason: [API.RestrictionReason]? = nil, adminRights: API.ChatAdminRights? = nil, bannedRights: API.ChatBannedRights? = nil, defaultBannedRights: API.ChatBannedRights? = nil, participantsCount: Int32? = nil, usernames: [API.Username]? = nil, storiesMaxId: TLRaw? = nil, color: TLRaw? = nil, profileColor: TLRaw? = nil, emojiStatus: API.EmojiStatus? = nil, level: Int32? = nil, subscriptionUntilDate: Int32? = nil, botVerificationIcon: Int64? = nil, sendPaidMessagesStars: Int64? = nil, linkedMonoforumId: Int64? = nil, linkedCommunityId: Int64? = nil) {
        self.creator = creator
        self.left = left
        self.broadcast = broadcast
        self.verified = verified
        self.megagroup = megagroup
        self.signatures = signatures
        self.min = min
        self.scam = scam
        self.hasLink = hasLink
        self.hasGeo = hasGeo
        self.slowmodeEnabled = slowmodeEnabled
        self.callActive = callActive
        self.callNotEmpty = callNotEmpty
        self.fake = fake
        self.gigagroup = gigagroup
        self.noforwards = noforwards
        self.joinToSend = joinToSend
        self.joinRequest = joinRequest
        self.forum = forum
        self.storiesHidden = storiesHidden
        self.storiesHiddenMin = storiesHiddenMin
        self.storiesUnavailable = storiesUnavailable
        self.signatureProfiles = signatureProfiles
        self.autotranslation = autotranslation
        self.broadcastMessagesAllowed = broadcastMessagesAllowed
        self.monoforum = monoforum
        self.forumTabs = forumTabs
        self.id = id
        self.accessHash = accessHash
        self.title = title
        self.username = username
        self.photo = photo
        self.date = date
        self.restrictionReason = restrictionReason
        self.adminRights = adminRights
        self.bannedRights = bannedRights
        self.defaultBannedRights = defaultBannedRights
        self.participantsCount = participantsCount
        self.usernames = usernames
        self.storiesMaxId = storiesMaxId
        self.color = color
        self.profileColor = profileColor
        self.emojiStatus = emojiStatus
        self.level = level
        self.subscriptionUntilDate = subscriptionUntilDate
        self.botVerificationIcon = botVerificationIcon
        self.sendPaidMessagesStars = sendPaidMessagesStars
        self.linkedMonoforumId = linkedMonoforumId
        self.linkedCommunityId = linkedCommunityId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.creator = flagsWord & 0x1 != 0
        self.left = flagsWord & 0x4 != 0
        self.broadcast = flagsWord & 0x20 != 0
        self.verified = flagsWord & 0x80 != 0
        self.megagroup = flagsWord & 0x100 != 0
        self.signatures = flagsWord & 0x800 != 0
        self.min = flagsWord & 0x1000 != 0
        self.scam = flagsWord & 0x80000 != 0
        self.hasLink = flagsWord & 0x100000 != 0
        self.hasGeo = flagsWord & 0x200000 != 0
        self.slowmodeEnabled = flagsWord & 0x400000 != 0
        self.callActive = flagsWord & 0x800000 != 0
        self.callNotEmpty = flagsWord & 0x1000000 != 0
        self.fake = flagsWord & 0x2000000 != 0
        self.gigagroup = flagsWord & 0x4000000 != 0
        self.noforwards = flagsWord & 0x8000000 != 0
        self.joinToSend = flagsWord & 0x10000000 != 0
        self.joinRequest = flagsWord & 0x20000000 != 0
        self.forum = flagsWord & 0x40000000 != 0
        let flags2Word = try reader.uint()
        self.storiesHidden = flags2Word & 0x2 != 0
        self.storiesHiddenMin = flags2Word & 0x4 != 0
        self.storiesUnavailable = flags2Word & 0x8 != 0
        self.signatureProfiles = flags2Word & 0x1000 != 0
        self.autotranslation = flags2Word & 0x8000 != 0
        self.broadcastMessagesAllowed = flags2Word & 0x10000 != 0
        self.monoforum = flags2Word & 0x20000 != 0
        self.forumTabs = flags2Word & 0x80000 != 0
        self.id = try reader.long()
        self.accessHash = flagsWord & 0x2000 != 0 ? try reader.long() : nil
        self.title = try reader.string()
        self.username = flagsWord & 0x40 != 0 ? try reader.string() : nil
        self.photo = try API.ChatPhoto(from: &reader)
        self.date = try reader.int()
        self.restrictionReason = flagsWord & 0x200 != 0 ? try reader.vector() : nil
        self.adminRights = flagsWord & 0x4000 != 0 ? try API.ChatAdminRights(from: &reader) : nil
        self.bannedRights = flagsWord & 0x8000 != 0 ? try API.ChatBannedRights(from: &reader) : nil
        self.defaultBannedRights = flagsWord & 0x40000 != 0 ? try API.ChatBannedRights(from: &reader) : nil
        self.participantsCount = flagsWord & 0x20000 != 0 ? try reader.int() : nil
        self.usernames = flags2Word & 0x1 != 0 ? try reader.vector() : nil
        self.storiesMaxId = flags2Word & 0x10 != 0 ? try reader.raw(type: 302) : nil
        self.color = flags2Word & 0x80 != 0 ? try reader.raw(type: 267) : nil
        self.profileColor = flags2Word & 0x100 != 0 ? try reader.raw(type: 267) : nil
        self.emojiStatus = flags2Word & 0x200 != 0 ? try API.EmojiStatus(from: &reader) : nil
        self.level = flags2Word & 0x400 != 0 ? try reader.int() : nil
        self.subscriptionUntilDate = flags2Word & 0x800 != 0 ? try reader.int() : nil
        self.botVerificationIcon = flags2Word & 0x2000 != 0 ? try reader.long() : nil
        self.sendPaidMessagesStars = flags2Word & 0x4000 != 0 ? try reader.long() : nil
        self.linkedMonoforumId = flags2Word & 0x40000 != 0 ? try reader.long() : nil
        self.linkedCommunityId = flags2Word & 0x100000 != 0 ? try reader.long() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if creator { flagsWord |= 0x1 }
        if left { flagsWord |= 0x4 }
        if broadcast { flagsWord |= 0x20 }
        if username != nil { flagsWord |= 0x40 }
        if verified { flagsWord |= 0x80 }
        if megagroup { flagsWord |= 0x100 }
        if restrictionReason != nil { flagsWord |= 0x200 }
        if signatures { flagsWord |= 0x800 }
        if min { flagsWord |= 0x1000 }
        if accessHash != nil { flagsWord |= 0x2000 }
        if adminRights != nil { flagsWord |= 0x4000 }
        if bannedRights != nil { flagsWord |= 0x8000 }
        if participantsCount != nil { flagsWord |= 0x20000 }
        if defaultBannedRights != nil { flagsWord |= 0x40000 }
        if scam { flagsWord |= 0x80000 }
        if hasLink { flagsWord |= 0x100000 }
        if hasGeo { flagsWord |= 0x200000 }
        if slowmodeEnabled { flagsWord |= 0x400000 }
        if callActive { flagsWord |= 0x800000 }
        if callNotEmpty { flagsWord |= 0x1000000 }
        if fake { flagsWord |= 0x2000000 }
        if gigagroup { flagsWord |= 0x4000000 }
        if noforwards { flagsWord |= 0x8000000 }
        if joinToSend { flagsWord |= 0x10000000 }
        if joinRequest { flagsWord |= 0x20000000 }
        if forum { flagsWord |= 0x40000000 }
        var flags2Word: UInt32 = 0
        if usernames != nil { flags2Word |= 0x1 }
        if storiesHidden { flags2Word |= 0x2 }
        if storiesHiddenMin { flags2Word |= 0x4 }
        if storiesUnavailable { flags2Word |= 0x8 }
        if storiesMaxId != nil { flags2Word |= 0x10 }
        if color != nil { flags2Word |= 0x80 }
        if profileColor != nil { flags2Word |= 0x100 }
        if emojiStatus != nil { flags2Word |= 0x200 }
        if level != nil { flags2Word |= 0x400 }
        if subscriptionUntilDate != nil { flags2Word |= 0x800 }
        if signatureProfiles { flags2Word |= 0x1000 }
        if botVerificationIcon != nil { flags2Word |= 0x2000 }
        if sendPaidMessagesStars != nil { flags2Word |= 0x4000 }
        if autotranslation { flags2Word |= 0x8000 }
        if broadcastMessagesAllowed { flags2Word |= 0x10000 }
        if monoforum { flags2Word |= 0x20000 }
        if linkedMonoforumId != nil { flags2Word |= 0x40000 }
        if forumTabs { flags2Word |= 0x80000 }
        if linkedCommunityId != nil { flags2Word |= 0x100000 }
        writer.uint(flagsWord)
        writer.uint(flags2Word)
        writer.long(id)
        if let accessHash { writer.long(accessHash) }
        writer.string(title)
        if let username { writer.string(username) }
        photo.encode(to: &writer)
        writer.int(date)
        if let restrictionReason { writer.vector(restrictionReason) }
        if let adminRights { adminRights.encode(to: &writer) }
        if let bannedRights { bannedRights.encode(to: &writer) }
        if let defaultBannedRights { defaultBannedRights.encode(to: &writer) }
        if let participantsCount { writer.int(participantsCount) }
        if let usernames { writer.vector(usernames) }
        if let storiesMaxId { storiesMaxId.encode(to: &writer) }
        if let color { color.encode(to: &writer) }
        if let profileColor { profileColor.encode(to: &writer) }
        if let emojiStatus { emojiStatus.encode(to: &writer) }
        if let level { writer.int(level) }
        if let subscriptionUntilDate { writer.int(subscriptionUntilDate) }
        if let botVerificationIcon { writer.long(botVerificationIcon) }
        if let sendPaidMessagesStars { writer.long(sendPaidMessagesStars) }
        if let linkedMonoforumId { writer.long(linkedMonoforumId) }
        if let linkedCommunityId { writer.long(linkedCommunityId) }
      }
    }

    /// `channelForbidden#17d493d5`
    package struct ChannelForbidden: Sendable {
      package static var constructorID: UInt32 { 0x17d493d5 }
      package let broadcast: Bool
      package let megagroup: Bool
      package let monoforum: Bool
      package let id: Int64
      package let accessHash: Int64
      package let title: String
      package let untilDate: Int32?

      package init(broadcast: Bool = false, megagroup: Bool = false, monoforum: Bool = false, id: Int64, accessHash: Int64, title: String, untilDate: Int32? = nil) {
        self.broadcast = broadcast
        self.megagroup = megagroup
        self.monoforum = monoforum
        self.id = id
        self.accessHash = accessHash
        self.title = title
        self.untilDate = untilDate
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.broadcast = flagsWord & 0x20 != 0
        self.megagroup = flagsWord & 0x100 != 0
        self.monoforum = flagsWord & 0x400 != 0
        self.id = try reader.long()
        self.accessHash = try reader.long()
        self.title = try reader.string()
        self.untilDate = flagsWord & 0x10000 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if broadcast { flagsWord |= 0x20 }
        if megagroup { flagsWord |= 0x100 }
        if monoforum { flagsWord |= 0x400 }
        if untilDate != nil { flagsWord |= 0x10000 }
        writer.uint(flagsWord)
        writer.long(id)
        writer.long(accessHash)
        writer.string(title)
        if let untilDate { writer.int(untilDate) }
      }
    }

    /// `chat#41cbf256`
    package struct Chat: Sendable {
      package static var constructorID: UInt32 { 0x41cbf256 }
      package let creator: Bool
      package let left: Bool
      package let deactivated: Bool
      package let callActive: Bool
      package let callNotEmpty: Bool
      package let noforwards: Bool
      package let id: Int64
      package let title: String
      package let photo: API.ChatPhoto
      package let participantsCount: Int32
      package let date: Int32
      package let version: Int32
      package let migratedTo: API.InputChannel?
      package let adminRights: API.ChatAdminRights?
      package let defaultBannedRights: API.ChatBannedRights?

      package init(creator: Bool = false, left: Bool = false, deactivated: Bool = false, callActive: Bool = false, callNotEmpty: Bool = false, noforwards: Bool = false, id: Int64, title: String, photo: API.ChatPhoto, participantsCount: Int32, date: Int32, version: Int32, migratedTo: API.InputChannel? = nil, adminRights: API.ChatAdminRights? = nil, defaultBannedRights: API.ChatBannedRights? = nil) {
        self.creator = creator
        self.left = left
        self.deactivated = deactivated
        self.callActive = callActive
        self.callNotEmpty = callNotEmpty
        self.noforwards = noforwards
        self.id = id
        self.title = title
        self.photo = photo
        self.participantsCount = participantsCount
        self.date = date
        self.version = version
        self.migratedTo = migratedTo
        self.adminRights = adminRights
        self.defaultBannedRights = defaultBannedRights
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.creator = flagsWord & 0x1 != 0
        self.left = flagsWord & 0x4 != 0
        self.deactivated = flagsWord & 0x20 != 0
        self.callActive = flagsWord & 0x800000 != 0
        self.callNotEmpty = flagsWord & 0x1000000 != 0
        self.noforwards = flagsWord & 0x2000000 != 0
        self.id = try reader.long()
        self.title = try reader.string()
        self.photo = try API.ChatPhoto(from: &reader)
        self.participantsCount = try reader.int()
        self.date = try reader.int()
        self.version = try reader.int()
        self.migratedTo = flagsWord & 0x40 != 0 ? try API.InputChannel(from: &reader) : nil
        self.adminRights = flagsWord & 0x4000 != 0 ? try API.ChatAdminRights(from: &reader) : nil
        self.defaultBannedRights = flagsWord & 0x40000 != 0 ? try API.ChatBannedRights(from: &reader) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if creator { flagsWord |= 0x1 }
        if left { flagsWord |= 0x4 }
        if deactivated { flagsWord |= 0x20 }
        if migratedTo != nil { flagsWord |= 0x40 }
        if adminRights != nil { flagsWord |= 0x4000 }
        if defaultBannedRights != nil { flagsWord |= 0x40000 }
        if callActive { flagsWord |= 0x800000 }
        if callNotEmpty { flagsWord |= 0x1000000 }
        if noforwards { flagsWord |= 0x2000000 }
        writer.uint(flagsWord)
        writer.long(id)
        writer.string(title)
        photo.encode(to: &writer)
        writer.int(participantsCount)
        writer.int(date)
        writer.int(version)
        if let migratedTo { migratedTo.encode(to: &writer) }
        if let adminRights { adminRights.encode(to: &writer) }
        if let defaultBannedRights { defaultBannedRights.encode(to: &writer) }
      }
    }

    /// `chatEmpty#29562865`
    package struct ChatEmpty: Sendable {
      package static var constructorID: UInt32 { 0x29562865 }
      package let id: Int64

      package init(id: Int64) {
        self.id = id
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(id)
      }
    }

    /// `chatForbidden#6592a1a7`
    package struct ChatForbidden: Sendable {
      package static var constructorID: UInt32 { 0x6592a1a7 }
      package let id: Int64
      package let title: String

      package init(id: Int64, title: String) {
        self.id = id
        self.title = title
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.long()
        self.title = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(id)
        writer.string(title)
      }
    }

    /// `community#65efe954`
    package struct Community: Sendable {
      package static var constructorID: UInt32 { 0x65efe954 }
      package let creator: Bool
      package let left: Bool
      package let min: Bool
      package let collapsedInDialogs: Bool
      package let id: Int64
      package let accessHash: Int64?
      package let title: String
      package let photo: API.ChatPhoto
      package let date: Int32
      package let adminRights: API.ChatAdminRights?
      package let defaultBannedRights: API.ChatBannedRights?

      package init(creator: Bool = false, left: Bool = false, min: Bool = false, collapsedInDialogs: Bool = false, id: Int64, accessHash: Int64? = nil, title: String, photo: API.ChatPhoto, date: Int32, adminRights: API.ChatAdminRights? = nil, defaultBannedRights: API.ChatBannedRights? = nil) {
        self.creator = creator
        self.left = left
        self.min = min
        self.collapsedInDialogs = collapsedInDialogs
        self.id = id
        self.accessHash = accessHash
        self.title = title
        self.photo = photo
        self.date = date
        self.adminRights = adminRights
        self.defaultBannedRights = defaultBannedRights
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.creator = flagsWord & 0x1 != 0
        self.left = flagsWord & 0x4 != 0
        self.min = flagsWord & 0x1000 != 0
        let flags2Word = try reader.uint()
        self.collapsedInDialogs = flags2Word & 0x100000 != 0
        self.id = try reader.long()
        self.accessHash = flagsWord & 0x2000 != 0 ? try reader.long() : nil
        self.title = try reader.string()
        self.photo = try API.ChatPhoto(from: &reader)
        self.date = try reader.int()
        self.adminRights = flagsWord & 0x4000 != 0 ? try API.ChatAdminRights(from: &reader) : nil
        self.defaultBannedRights = flagsWord & 0x40000 != 0 ? try API.ChatBannedRights(from: &reader) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if creator { flagsWord |= 0x1 }
        if left { flagsWord |= 0x4 }
        if min { flagsWord |= 0x1000 }
        if accessHash != nil { flagsWord |= 0x2000 }
        if adminRights != nil { flagsWord |= 0x4000 }
        if defaultBannedRights != nil { flagsWord |= 0x40000 }
        var flags2Word: UInt32 = 0
        if collapsedInDialogs { flags2Word |= 0x100000 }
        writer.uint(flagsWord)
        writer.uint(flags2Word)
        writer.long(id)
        if let accessHash { writer.long(accessHash) }
        writer.string(title)
        photo.encode(to: &writer)
        writer.int(date)
        if let adminRights { adminRights.encode(to: &writer) }
        if let defaultBannedRights { defaultBannedRights.encode(to: &writer) }
      }
    }

    /// `communityForbidden#fd3cdab8`
    package struct CommunityForbidden: Sendable {
      package static var constructorID: UInt32 { 0xfd3cdab8 }
      package let id: Int64
      package let accessHash: Int64?
      package let title: String

      package init(id: Int64, accessHash: Int64? = nil, title: String) {
        self.id = id
        self.accessHash = accessHash
        self.title = title
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.id = try reader.long()
        self.accessHash = flagsWord & 0x2000 != 0 ? try reader.long() : nil
        self.title = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if accessHash != nil { flagsWord |= 0x2000 }
        writer.uint(flagsWord)
        writer.long(id)
        if let accessHash { writer.long(accessHash) }
        writer.string(title)
      }
    }
  }
}
