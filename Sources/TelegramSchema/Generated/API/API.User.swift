// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `User`
  package enum User: TLDecodable, TLEncodable {
    indirect case user(API.User.User)
    case userEmpty(API.User.UserEmpty)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xb1b8cc83:
        self = .user(try API.User.User(body: &reader))
      case 0xd3bc4b7a:
        self = .userEmpty(try API.User.UserEmpty(body: &reader))
      default:
        throw reader.unknown(id, in: "User")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .user(let value): writer.constructor(0xb1b8cc83); value.encodeBody(to: &writer)
      case .userEmpty(let value): writer.constructor(0xd3bc4b7a); value.encodeBody(to: &writer)
      }
    }

    /// `user#b1b8cc83`
    package struct User: Sendable {
      package static var constructorID: UInt32 { 0xb1b8cc83 }
      package let isSelf: Bool
      package let contact: Bool
      package let mutualContact: Bool
      package let deleted: Bool
      package let botChatHistory: Bool
      package let botNochats: Bool
      package let verified: Bool
      package let min: Bool
      package let botInlineGeo: Bool
      package let support: Bool
      package let scam: Bool
      package let applyMinPhoto: Bool
      package let fake: Bool
      package let botAttachMenu: Bool
      package let premium: Bool
      package let attachMenuEnabled: Bool
      package let botCanEdit: Bool
      package let closeFriend: Bool
      package let storiesHidden: Bool
      package let storiesUnavailable: Bool
      package let contactRequirePremium: Bool
      package let botBusiness: Bool
      package let botHasMainApp: Bool
      package let botForumView: Bool
      package let botForumCanManageTopics: Bool
      package let botCanManageBots: Bool
      package let botGuestchat: Bool
      package let botGuard: Bool
      package let id: Int64
      package let accessHash: Int64?
      package let firstName: String?
      package let lastName: String?
      package let username: String?
      package let phone: String?
      package let photo: API.UserProfilePhoto?
      package let status: API.UserStatus?
      package let botInfoVersion: Int32?
      package let restrictionReason: [API.RestrictionReason]?
      package let botInlinePlaceholder: String?
      package let langCode: String?
      package let emojiStatus: API.EmojiStatus?
      package let usernames: [API.Username]?
      package let storiesMaxId: TLRaw?
      package let color: TLRaw?
      package let profileColor: TLRaw?
      package let botActiveUsers: Int32?
      package let botVerificationIcon: Int64?
      package let sendPaidMessagesStars: Int64?
      package let linkedCommunityId: Int64?
      /// Sent by the same bit as the values it follows from.
      package var bot: Bool { botInfoVersion != nil }
      /// Sent by the same bit as the values it follows from.
      package var restricted: Bool { restrictionReason != nil }

      package init(isSelf: Bool = false, contact: Bool = false, mutualContact: Bool = false, deleted: Bool = false, botChatHistory: Bool = false, botNochats: Bool = false, verified: Bool = false, min: Bool = false, botInlineGeo: Bool = false, support: Bool = false, scam: Bool = false, applyMinPhoto: Bool = false, fake: Bool = false, botAttachMenu: Bool = false, premium: Bool = false, attachMenuEnabled: Bool = false, botCanEdit: Bool = false, closeFriend: Bool = false, storiesHidden: Bool = false, storiesUnavailable: Bool = false, contactRequirePremium: Bool = false, botBusiness: Bool = false, botHasMainApp: Bool = false, botForumView: Bool = false, botForumCanManageTopics: Bool = false, botCanManageBots: Bool = false, botGuestchat: Bool = false, botGuard: Bool = false, id: Int64, accessHash: Int64? = nil, firstName: String? = nil, lastName: String? = nil, username: String? = nil, phone: String? = nil, photo: API.UserProfilePhoto? = nil, status: API.UserStatus? = nil, botInfoVersion: Int32? = nil, restrictionReason: [API.RestrictionReason]? = nil, botInlinePlaceholder: String? = nil, langCode: String? = nil, emojiStatus: API.EmojiStatus? = nil, usernames: [API.Username]? = nil, storiesMaxId: TLRaw? = nil, color: TLRaw? = nil, profileColor: TLRaw? = nil, botActiveUsers: Int32? = nil, botVerificationIcon: Int64? = nil, sendPaidMessagesStars: Int64? = nil, linkedCommunityId: Int64? = nil) {
        self.isSelf = isSelf
        self.contact = contact
        self.mutualContact = mutualContact
        self.deleted = deleted
        self.botChatHistory = botChatHistory
        self.botNochats = botNochats
        self.verified = verified
        self.min = min
        self.botInlineGeo = botInlineGeo
        self.support = support
        self.scam = scam
        self.applyMinPhoto = applyMinPhoto
        self.fake = fake
        self.botAttachMenu = botAttachMenu
        self.premium = premium
        self.attachMenuEnabled = attachMenuEnabled
        self.botCanEdit = botCanEdit
        self.closeFriend = closeFriend
        self.storiesHidden = storiesHidden
        self.storiesUnavailable = storiesUnavailable
        self.contactRequirePremium = contactRequirePremium
        self.botBusiness = botBusiness
        self.botHasMainApp = botHasMainApp
        self.botForumView = botForumView
        self.botForumCanManageTopics = botForumCanManageTopics
        self.botCanManageBots = botCanManageBots
        self.botGuestchat = botGuestchat
        self.botGuard = botGuard
        self.id = id
        self.accessHash = accessHash
        self.firstName = firstName
        self.lastName = lastName
        self.username = username
        self.phone = phone
        self.photo = photo
        self.status = status
        self.botInfoVersion = botInfoVersion
        self.restrictionReason = restrictionReason
        self.botInlinePlaceholder = botInlinePlaceholder
        self.langCode = langCode
        self.emojiStatus = emojiStatus
        self.usernames = usernames
        self.storiesMaxId = storiesMaxId
        self.color = color
        self.profileColor = profileColor
        self.botActiveUsers = botActiveUsers
        self.botVerificationIcon = botVerificationIcon
        self.sendPaidMessagesStars = sendPaidMessagesStars
        self.linkedCommunityId = linkedCommunityId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.isSelf = flagsWord & 0x400 != 0
        self.contact = flagsWord & 0x800 != 0
        self.mutualContact = flagsWord & 0x1000 != 0
        self.deleted = flagsWord & 0x2000 != 0
        self.botChatHistory = flagsWord & 0x8000 != 0
        self.botNochats = flagsWord & 0x10000 != 0
        self.verified = flagsWord & 0x20000 != 0
        self.min = flagsWord & 0x100000 != 0
        self.botInlineGeo = flagsWord & 0x200000 != 0
        self.support = flagsWord & 0x800000 != 0
        self.scam = flagsWord & 0x1000000 != 0
        self.applyMinPhoto = flagsWord & 0x2000000 != 0
        self.fake = flagsWord & 0x4000000 != 0
        self.botAttachMenu = flagsWord & 0x8000000 != 0
        self.premium = flagsWord & 0x10000000 != 0
        self.attachMenuEnabled = flagsWord & 0x20000000 != 0
        let flags2Word = try reader.uint()
        self.botCanEdit = flags2Word & 0x2 != 0
        self.closeFriend = flags2Word & 0x4 != 0
        self.storiesHidden = flags2Word & 0x8 != 0
        self.storiesUnavailable = flags2Word & 0x10 != 0
        self.contactRequirePremium = flags2Word & 0x400 != 0
        self.botBusiness = flags2Word & 0x800 != 0
        self.botHasMainApp = flags2Word & 0x2000 != 0
        self.botForumView = flags2Word & 0x10000 != 0
        self.botForumCanManageTopics = flags2Word & 0x20000 != 0
        self.botCanManageBots = flags2Word & 0x40000 != 0
        self.botGuestchat = flags2Word & 0x80000 != 0
        self.botGuard = flags2Word & 0x100000 != 0
        self.id = try reader.long()
        self.accessHash = flagsWord & 0x1 != 0 ? try reader.long() : nil
        self.firstName = flagsWord & 0x2 != 0 ? try reader.string() : nil
        self.lastName = flagsWord & 0x4 != 0 ? try reader.string() : nil
        self.username = flagsWord & 0x8 != 0 ? try reader.string() : nil
        self.phone = flagsWord & 0x10 != 0 ? try reader.string() : nil
        self.photo = flagsWord & 0x20 != 0 ? try API.UserProfilePhoto(from: &reader) : nil
        self.status = flagsWord & 0x40 != 0 ? try API.UserStatus(from: &reader) : nil
        self.botInfoVersion = flagsWord & 0x4000 != 0 ? try reader.int() : nil
        self.restrictionReason = flagsWord & 0x40000 != 0 ? try reader.vector() : nil
        self.botInlinePlaceholder = flagsWord & 0x80000 != 0 ? try reader.string() : nil
        self.langCode = flagsWord & 0x400000 != 0 ? try reader.string() : nil
        self.emojiStatus = flagsWord & 0x40000000 != 0 ? try API.EmojiStatus(from: &reader) : nil
        self.usernames = flags2Word & 0x1 != 0 ? try reader.vector() : nil
        self.storiesMaxId = flags2Word & 0x20 != 0 ? try reader.raw(type: 302) : nil
        self.color = flags2Word & 0x100 != 0 ? try reader.raw(type: 267) : nil
        self.profileColor = flags2Word & 0x200 != 0 ? try reader.raw(type: 267) : nil
        self.botActiveUsers = flags2Word & 0x1000 != 0 ? try reader.int() : nil
        self.botVerificationIcon = flags2Word & 0x4000 != 0 ? try reader.long() : nil
        self.sendPaidMessagesStars = flags2Word & 0x8000 != 0 ? try reader.long() : nil
        self.linkedCommunityId = flags2Word & 0x200000 != 0 ? try reader.long() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if accessHash != nil { flagsWord |= 0x1 }
        if firstName != nil { flagsWord |= 0x2 }
        if lastName != nil { flagsWord |= 0x4 }
        if username != nil { flagsWord |= 0x8 }
        if phone != nil { flagsWord |= 0x10 }
        if photo != nil { flagsWord |= 0x20 }
        if status != nil { flagsWord |= 0x40 }
        if isSelf { flagsWord |= 0x400 }
        if contact { flagsWord |= 0x800 }
        if mutualContact { flagsWord |= 0x1000 }
        if deleted { flagsWord |= 0x2000 }
        if botInfoVersion != nil { flagsWord |= 0x4000 }
        if botChatHistory { flagsWord |= 0x8000 }
        if botNochats { flagsWord |= 0x10000 }
        if verified { flagsWord |= 0x20000 }
        if restrictionReason != nil { flagsWord |= 0x40000 }
        if botInlinePlaceholder != nil { flagsWord |= 0x80000 }
        if min { flagsWord |= 0x100000 }
        if botInlineGeo { flagsWord |= 0x200000 }
        if langCode != nil { flagsWord |= 0x400000 }
        if support { flagsWord |= 0x800000 }
        if scam { flagsWord |= 0x1000000 }
        if applyMinPhoto { flagsWord |= 0x2000000 }
        if fake { flagsWord |= 0x4000000 }
        if botAttachMenu { flagsWord |= 0x8000000 }
        if premium { flagsWord |= 0x10000000 }
        if attachMenuEnabled { flagsWord |= 0x20000000 }
        if emojiStatus != nil { flagsWord |= 0x40000000 }
        var flags2Word: UInt32 = 0
        if usernames != nil { flags2Word |= 0x1 }
        if botCanEdit { flags2Word |= 0x2 }
        if closeFriend { flags2Word |= 0x4 }
        if storiesHidden { flags2Word |= 0x8 }
        if storiesUnavailable { flags2Word |= 0x10 }
        if storiesMaxId != nil { flags2Word |= 0x20 }
        if color != nil { flags2Word |= 0x100 }
        if profileColor != nil { flags2Word |= 0x200 }
        if contactRequirePremium { flags2Word |= 0x400 }
        if botBusiness { flags2Word |= 0x800 }
        if botActiveUsers != nil { flags2Word |= 0x1000 }
        if botHasMainApp { flags2Word |= 0x2000 }
        if botVerificationIcon != nil { flags2Word |= 0x4000 }
        if sendPaidMessagesStars != nil { flags2Word |= 0x8000 }
        if botForumView { flags2Word |= 0x10000 }
        if botForumCanManageTopics { flags2Word |= 0x20000 }
        if botCanManageBots { flags2Word |= 0x40000 }
        if botGuestchat { flags2Word |= 0x80000 }
        if botGuard { flags2Word |= 0x100000 }
        if linkedCommunityId != nil { flags2Word |= 0x200000 }
        writer.uint(flagsWord)
        writer.uint(flags2Word)
        writer.long(id)
        if let accessHash { writer.long(accessHash) }
        if let firstName { writer.string(firstName) }
        if let lastName { writer.string(lastName) }
        if let username { writer.string(username) }
        if let phone { writer.string(phone) }
        if let photo { photo.encode(to: &writer) }
        if let status { status.encode(to: &writer) }
        if let botInfoVersion { writer.int(botInfoVersion) }
        if let restrictionReason { writer.vector(restrictionReason) }
        if let botInlinePlaceholder { writer.string(botInlinePlaceholder) }
        if let langCode { writer.string(langCode) }
        if let emojiStatus { emojiStatus.encode(to: &writer) }
        if let usernames { writer.vector(usernames) }
        if let storiesMaxId { storiesMaxId.encode(to: &writer) }
        if let color { color.encode(to: &writer) }
        if let profileColor { profileColor.encode(to: &writer) }
        if let botActiveUsers { writer.int(botActiveUsers) }
        if let botVerificationIcon { writer.long(botVerificationIcon) }
        if let sendPaidMessagesStars { writer.long(sendPaidMessagesStars) }
        if let linkedCommunityId { writer.long(linkedCommunityId) }
      }
    }

    /// `userEmpty#d3bc4b7a`
    package struct UserEmpty: Sendable {
      package static var constructorID: UInt32 { 0xd3bc4b7a }
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
  }
}
