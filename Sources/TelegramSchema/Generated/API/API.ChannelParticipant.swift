// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `ChannelParticipant`
  package enum ChannelParticipant: TLDecodable, TLEncodable {
    indirect case channelParticipant(API.ChannelParticipant.ChannelParticipant)
    indirect case channelParticipantAdmin(API.ChannelParticipant.ChannelParticipantAdmin)
    indirect case channelParticipantBanned(API.ChannelParticipant.ChannelParticipantBanned)
    indirect case channelParticipantCreator(API.ChannelParticipant.ChannelParticipantCreator)
    case channelParticipantLeft(API.ChannelParticipant.ChannelParticipantLeft)
    indirect case channelParticipantSelf(API.ChannelParticipant.ChannelParticipantSelf)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x1bd54456:
        self = .channelParticipant(try API.ChannelParticipant.ChannelParticipant(body: &reader))
      case 0x34c3bb53:
        self = .channelParticipantAdmin(try API.ChannelParticipant.ChannelParticipantAdmin(body: &reader))
      case 0xd5f0ad91:
        self = .channelParticipantBanned(try API.ChannelParticipant.ChannelParticipantBanned(body: &reader))
      case 0x2fe601d3:
        self = .channelParticipantCreator(try API.ChannelParticipant.ChannelParticipantCreator(body: &reader))
      case 0x1b03f006:
        self = .channelParticipantLeft(try API.ChannelParticipant.ChannelParticipantLeft(body: &reader))
      case 0xa9478a1a:
        self = .channelParticipantSelf(try API.ChannelParticipant.ChannelParticipantSelf(body: &reader))
      default:
        throw reader.unknown(id, in: "ChannelParticipant")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .channelParticipant(let value): writer.constructor(0x1bd54456); value.encodeBody(to: &writer)
      case .channelParticipantAdmin(let value): writer.constructor(0x34c3bb53); value.encodeBody(to: &writer)
      case .channelParticipantBanned(let value): writer.constructor(0xd5f0ad91); value.encodeBody(to: &writer)
      case .channelParticipantCreator(let value): writer.constructor(0x2fe601d3); value.encodeBody(to: &writer)
      case .channelParticipantLeft(let value): writer.constructor(0x1b03f006); value.encodeBody(to: &writer)
      case .channelParticipantSelf(let value): writer.constructor(0xa9478a1a); value.encodeBody(to: &writer)
      }
    }

    /// `channelParticipant#1bd54456`
    package struct ChannelParticipant: Sendable {
      package static var constructorID: UInt32 { 0x1bd54456 }
      package let userId: Int64
      package let date: Int32
      package let subscriptionUntilDate: Int32?
      package let rank: String?

      package init(userId: Int64, date: Int32, subscriptionUntilDate: Int32? = nil, rank: String? = nil) {
        self.userId = userId
        self.date = date
        self.subscriptionUntilDate = subscriptionUntilDate
        self.rank = rank
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.userId = try reader.long()
        self.date = try reader.int()
        self.subscriptionUntilDate = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.rank = flagsWord & 0x4 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if subscriptionUntilDate != nil { flagsWord |= 0x1 }
        if rank != nil { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        writer.long(userId)
        writer.int(date)
        if let subscriptionUntilDate { writer.int(subscriptionUntilDate) }
        if let rank { writer.string(rank) }
      }
    }

    /// `channelParticipantAdmin#34c3bb53`
    package struct ChannelParticipantAdmin: Sendable {
      package static var constructorID: UInt32 { 0x34c3bb53 }
      package let canEdit: Bool
      package let userId: Int64
      package let inviterId: Int64?
      package let promotedBy: Int64
      package let date: Int32
      package let adminRights: API.ChatAdminRights
      package let rank: String?
      /// Sent by the same bit as the values it follows from.
      package var isSelf: Bool { inviterId != nil }

      package init(canEdit: Bool = false, userId: Int64, inviterId: Int64? = nil, promotedBy: Int64, date: Int32, adminRights: API.ChatAdminRights, rank: String? = nil) {
        self.canEdit = canEdit
        self.userId = userId
        self.inviterId = inviterId
        self.promotedBy = promotedBy
        self.date = date
        self.adminRights = adminRights
        self.rank = rank
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.canEdit = flagsWord & 0x1 != 0
        self.userId = try reader.long()
        self.inviterId = flagsWord & 0x2 != 0 ? try reader.long() : nil
        self.promotedBy = try reader.long()
        self.date = try reader.int()
        self.adminRights = try API.ChatAdminRights(from: &reader)
        self.rank = flagsWord & 0x4 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if canEdit { flagsWord |= 0x1 }
        if inviterId != nil { flagsWord |= 0x2 }
        if rank != nil { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        writer.long(userId)
        if let inviterId { writer.long(inviterId) }
        writer.long(promotedBy)
        writer.int(date)
        adminRights.encode(to: &writer)
        if let rank { writer.string(rank) }
      }
    }

    /// `channelParticipantBanned#d5f0ad91`
    package struct ChannelParticipantBanned: Sendable {
      package static var constructorID: UInt32 { 0xd5f0ad91 }
      package let left: Bool
      package let peer: API.Peer
      package let kickedBy: Int64
      package let date: Int32
      package let bannedRights: API.ChatBannedRights
      package let rank: String?

      package init(left: Bool = false, peer: API.Peer, kickedBy: Int64, date: Int32, bannedRights: API.ChatBannedRights, rank: String? = nil) {
        self.left = left
        self.peer = peer
        self.kickedBy = kickedBy
        self.date = date
        self.bannedRights = bannedRights
        self.rank = rank
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.left = flagsWord & 0x1 != 0
        self.peer = try API.Peer(from: &reader)
        self.kickedBy = try reader.long()
        self.date = try reader.int()
        self.bannedRights = try API.ChatBannedRights(from: &reader)
        self.rank = flagsWord & 0x4 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if left { flagsWord |= 0x1 }
        if rank != nil { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        peer.encode(to: &writer)
        writer.long(kickedBy)
        writer.int(date)
        bannedRights.encode(to: &writer)
        if let rank { writer.string(rank) }
      }
    }

    /// `channelParticipantCreator#2fe601d3`
    package struct ChannelParticipantCreator: Sendable {
      package static var constructorID: UInt32 { 0x2fe601d3 }
      package let userId: Int64
      package let adminRights: API.ChatAdminRights
      package let rank: String?

      package init(userId: Int64, adminRights: API.ChatAdminRights, rank: String? = nil) {
        self.userId = userId
        self.adminRights = adminRights
        self.rank = rank
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.userId = try reader.long()
        self.adminRights = try API.ChatAdminRights(from: &reader)
        self.rank = flagsWord & 0x1 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if rank != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(userId)
        adminRights.encode(to: &writer)
        if let rank { writer.string(rank) }
      }
    }

    /// `channelParticipantLeft#1b03f006`
    package struct ChannelParticipantLeft: Sendable {
      package static var constructorID: UInt32 { 0x1b03f006 }
      package let peer: API.Peer

      package init(peer: API.Peer) {
        self.peer = peer
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.Peer(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
      }
    }

    /// `channelParticipantSelf#a9478a1a`
    package struct ChannelParticipantSelf: Sendable {
      package static var constructorID: UInt32 { 0xa9478a1a }
      package let viaRequest: Bool
      package let userId: Int64
      package let inviterId: Int64
      package let date: Int32
      package let subscriptionUntilDate: Int32?
      package let rank: String?

      package init(viaRequest: Bool = false, userId: Int64, inviterId: Int64, date: Int32, subscriptionUntilDate: Int32? = nil, rank: String? = nil) {
        self.viaRequest = viaRequest
        self.userId = userId
        self.inviterId = inviterId
        self.date = date
        self.subscriptionUntilDate = subscriptionUntilDate
        self.rank = rank
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.viaRequest = flagsWord & 0x1 != 0
        self.userId = try reader.long()
        self.inviterId = try reader.long()
        self.date = try reader.int()
        self.subscriptionUntilDate = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.rank = flagsWord & 0x4 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if viaRequest { flagsWord |= 0x1 }
        if subscriptionUntilDate != nil { flagsWord |= 0x2 }
        if rank != nil { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        writer.long(userId)
        writer.long(inviterId)
        writer.int(date)
        if let subscriptionUntilDate { writer.int(subscriptionUntilDate) }
        if let rank { writer.string(rank) }
      }
    }
  }
}
