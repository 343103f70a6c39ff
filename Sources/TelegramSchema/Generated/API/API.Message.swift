// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `Message`
  package enum Message: TLDecodable, TLEncodable {
    indirect case message(API.Message.Message)
    case messageEmpty(API.Message.MessageEmpty)
    indirect case messageService(API.Message.MessageService)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x7600b9d3:
        self = .message(try API.Message.Message(body: &reader))
      case 0x90a6ca84:
        self = .messageEmpty(try API.Message.MessageEmpty(body: &reader))
      case 0x7a800e0a:
        self = .messageService(try API.Message.MessageService(body: &reader))
      default:
        throw reader.unknown(id, in: "Message")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .message(let value): writer.constructor(0x7600b9d3); value.encodeBody(to: &writer)
      case .messageEmpty(let value): writer.constructor(0x90a6ca84); value.encodeBody(to: &writer)
      case .messageService(let value): writer.constructor(0x7a800e0a); value.encodeBody(to: &writer)
      }
    }

    /// `message#7600b9d3`
    package struct Message: Sendable {
      package static var constructorID: UInt32 { 0x7600b9d3 }
      package let out: Bool
      package let mentioned: Bool
      package let mediaUnread: Bool
      package let silent: Bool
      package let post: Bool
      package let fromScheduled: Bool
      package let legacy: Bool
      package let editHide: Bool
      package let pinned: Bool
      package let noforwards: Bool
      package let invertMedia: Bool
      package let offline: Bool
      package let videoProcessingPending: Bool
      package let paidSuggestedPostStars: Bool
      package let paidSuggestedPostTon: Bool
      package let id: Int32
      package let fromId: API.Peer?
      package let fromBoostsApplied: Int32?
      package let fromRank: String?
      package let peerId: API.Peer
      package let savedPeerId: API.Peer?
      package let fwdFrom: API.MessageFwdHeader?
      package let viaBotId: Int64?
      package let viaBusinessBotId: Int64?
      package let guestchatViaFrom: API.Peer?
      package let replyTo: API.MessageReplyHeader?
      package let date: Int32
      package let message: String
      package let media: API.MessageMedia?
      package let replyMarkup: TLRaw?
      package let entities: [API.MessageEntity]?
      package let views: Int32?
      package let forwards: Int32?
      package let replies: TLRaw?
      package let editDate: Int32?
      package let postAuthor: String?
      package let groupedId: Int64?
      package let reactions: API.MessageReactions?
      package let restrictionReason: [API.RestrictionReason]?
      package let ttlPeriod: Int32?
      package let quickReplyShortcutId: Int32?
      package let effect: Int64?
      package let factcheck: TLRaw?
      package let reportDeliveryUntilDate: Int32?
      package let paidMessageStars: Int64?
      package let suggestedPost: TLRaw?
      package let scheduleRepeatPeriod: Int32?
      package let summaryFromLanguage: String?
      package let richMessage: TLRaw?

      package init(out: Bool = false, mentioned: Bool = false, mediaUnread: Bool = false, silent: Bool = false, post: Bool = false, fromScheduled: Bool = false, legacy: Bool = false, editHide: Bool = false, pinned: Bool = false, noforwards: Bool = false, invertMedia: Bool = false, offline: Bool = false, videoProcessingPending: Bool = false, paidSuggestedPostStars: Bool = false, paidSuggestedPostTon: Bool = false, id: Int32, fromId: API.Peer? = nil, fromBoostsApplied: Int32? = nil, fromRank: String? = nil, peerId: API.Peer, savedPeerId: API.Peer? = nil, fwdFrom: API.MessageFwdHeader? = nil, viaBotId: Int64? = nil, viaBusinessBotId: Int64? = nil, guestchatViaFrom: API.Peer? = nil, replyTo: API.MessageReplyHeader? = nil, date: Int32, message: String, media: API.MessageMedia? = nil, replyMarkup: TLRaw? = nil, entities: [API.MessageEntity]? = nil, views: Int32? = nil, forwards: Int32? = nil, replies: TLRaw? = nil, editDate: Int32? = nil, postAuthor: String? = nil, groupedId: Int64? = nil, reactions: API.MessageReactions? = nil, restrictionReason: [API.RestrictionReason]? = nil, ttlPeriod: Int32? = nil, quickReplyShortcutId: Int32? = nil, effect: Int64? = nil, factcheck: TLRaw? = nil, reportDeliveryUntilDate: Int32? = nil, paidMessageStars: Int64? = nil, suggestedPost: TLRaw? = nil, scheduleRepeatPeriod: Int32? = nil, summaryFromLanguage: String? = nil, richMessage: TLRaw? = nil) {
        self.out = out
        self.mentioned = mentioned
        self.mediaUnread = mediaUnread
        self.silent = silent
        self.post = post
        self.fromScheduled = fromScheduled
        self.legacy = legacy
        self.editHide = editHide
        self.pinned = pinned
        self.noforwards = noforwards
        self.invertMedia = invertMedia
        self.offline = offline
        self.videoProcessingPending = videoProcessingPending
        self.paidSuggestedPostStars = paidSuggestedPostStars
        self.paidSuggestedPostTon = paidSuggestedPostTon
        self.id = id
        self.fromId = fromId
        self.fromBoostsApplied = fromBoostsApplied
        self.fromRank = fromRank
        self.peerId = peerId
        self.savedPeerId = savedPeerId
        self.fwdFrom = fwdFrom
        self.viaBotId = viaBotId
        self.viaBusinessBotId = viaBusinessBotId
        self.guestchatViaFrom = guestchatViaFrom
        self.replyTo = replyTo
        self.date = date
        self.message = message
        self.media = media
        self.replyMarkup = replyMarkup
        self.entities = entities
        self.views = views
        self.forwards = forwards
        self.replies = replies
        self.editDate = editDate
        self.postAuthor = postAuthor
        self.groupedId = groupedId
        self.reactions = reactions
        self.restrictionReason = restrictionReason
        self.ttlPeriod = ttlPeriod
        self.quickReplyShortcutId = quickReplyShortcutId
        self.effect = effect
        self.factcheck = factcheck
        self.reportDeliveryUntilDate = reportDeliveryUntilDate
        self.paidMessageStars = paidMessageStars
        self.suggestedPost = suggestedPost
        self.scheduleRepeatPeriod = scheduleRepeatPeriod
        self.summaryFromLanguage = summaryFromLanguage
        self.richMessage = richMessage
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.out = flagsWord & 0x2 != 0
        self.mentioned = flagsWord & 0x10 != 0
        self.mediaUnread = flagsWord & 0x20 != 0
        self.silent = flagsWord & 0x2000 != 0
        self.post = flagsWord & 0x4000 != 0
        self.fromScheduled = flagsWord & 0x40000 != 0
        self.legacy = flagsWord & 0x80000 != 0
        self.editHide = flagsWord & 0x200000 != 0
        self.pinned = flagsWord & 0x1000000 != 0
        self.noforwards = flagsWord & 0x4000000 != 0
        self.invertMedia = flagsWord & 0x8000000 != 0
        let flags2Word = try reader.uint()
        self.offline = flags2Word & 0x2 != 0
        self.videoProcessingPending = flags2Word & 0x10 != 0
        self.paidSuggestedPostStars = flags2Word & 0x100 != 0
        self.paidSuggestedPostTon = flags2Word & 0x200 != 0
        self.id = try reader.int()
        self.fromId = flagsWord & 0x100 != 0 ? try API.Peer(from: &reader) : nil
        self.fromBoostsApplied = flagsWord & 0x20000000 != 0 ? try reader.int() : nil
        self.fromRank = flags2Word & 0x1000 != 0 ? try reader.string() : nil
        self.peerId = try API.Peer(from: &reader)
        self.savedPeerId = flagsWord & 0x10000000 != 0 ? try API.Peer(from: &reader) : nil
        self.fwdFrom = flagsWord & 0x4 != 0 ? try API.MessageFwdHeader(from: &reader) : nil
        self.viaBotId = flagsWord & 0x800 != 0 ? try reader.long() : nil
        self.viaBusinessBotId = flags2Word & 0x1 != 0 ? try reader.long() : nil
        self.guestchatViaFrom = flags2Word & 0x80000 != 0 ? try API.Peer(from: &reader) : nil
        self.replyTo = flagsWord & 0x8 != 0 ? try API.MessageReplyHeader(from: &reader) : nil
        self.date = try reader.int()
        self.message = try reader.string()
        self.media = flagsWord & 0x200 != 0 ? try API.MessageMedia(from: &reader) : nil
        self.replyMarkup = flagsWord & 0x40 != 0 ? try reader.raw(type: 303) : nil
        self.entities = flagsWord & 0x80 != 0 ? try reader.vector() : nil
        self.views = flagsWord & 0x400 != 0 ? try reader.int() : nil
        self.forwards = flagsWord & 0x400 != 0 ? try reader.int() : nil
        self.replies = flagsWord & 0x800000 != 0 ? try reader.raw(type: 229) : nil
        self.editDate = flagsWord & 0x8000 != 0 ? try reader.int() : nil
        self.postAuthor = flagsWord & 0x10000 != 0 ? try reader.string() : nil
        self.groupedId = flagsWord & 0x20000 != 0 ? try reader.long() : nil
        self.reactions = flagsWord & 0x100000 != 0 ? try API.MessageReactions(from: &reader) : nil
        self.restrictionReason = flagsWord & 0x400000 != 0 ? try reader.vector() : nil
        self.ttlPeriod = flagsWord & 0x2000000 != 0 ? try reader.int() : nil
        self.quickReplyShortcutId = flagsWord & 0x40000000 != 0 ? try reader.int() : nil
        self.effect = flags2Word & 0x4 != 0 ? try reader.long() : nil
        self.factcheck = flags2Word & 0x8 != 0 ? try reader.raw(type: 111) : nil
        self.reportDeliveryUntilDate = flags2Word & 0x20 != 0 ? try reader.int() : nil
        self.paidMessageStars = flags2Word & 0x40 != 0 ? try reader.long() : nil
        self.suggestedPost = flags2Word & 0x80 != 0 ? try reader.raw(type: 389) : nil
        self.scheduleRepeatPeriod = flags2Word & 0x400 != 0 ? try reader.int() : nil
        self.summaryFromLanguage = flags2Word & 0x800 != 0 ? try reader.string() : nil
        self.richMessage = flags2Word & 0x2000 != 0 ? try reader.raw(type: 312) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if out { flagsWord |= 0x2 }
        if fwdFrom != nil { flagsWord |= 0x4 }
        if replyTo != nil { flagsWord |= 0x8 }
        if mentioned { flagsWord |= 0x10 }
        if mediaUnread { flagsWord |= 0x20 }
        if replyMarkup != nil { flagsWord |= 0x40 }
        if entities != nil { flagsWord |= 0x80 }
        if fromId != nil { flagsWord |= 0x100 }
        if media != nil { flagsWord |= 0x200 }
        if views != nil && forwards != nil { flagsWord |= 0x400 }
        if viaBotId != nil { flagsWord |= 0x800 }
        if silent { flagsWord |= 0x2000 }
        if post { flagsWord |= 0x4000 }
        if editDate != nil { flagsWord |= 0x8000 }
        if postAuthor != nil { flagsWord |= 0x10000 }
        if groupedId != nil { flagsWord |= 0x20000 }
        if fromScheduled { flagsWord |= 0x40000 }
        if legacy { flagsWord |= 0x80000 }
        if reactions != nil { flagsWord |= 0x100000 }
        if editHide { flagsWord |= 0x200000 }
        if restrictionReason != nil { flagsWord |= 0x400000 }
        if replies != nil { flagsWord |= 0x800000 }
        if pinned { flagsWord |= 0x1000000 }
        if ttlPeriod != nil { flagsWord |= 0x2000000 }
        if noforwards { flagsWord |= 0x4000000 }
        if invertMedia { flagsWord |= 0x8000000 }
        if savedPeerId != nil { flagsWord |= 0x10000000 }
        if fromBoostsApplied != nil { flagsWord |= 0x20000000 }
        if quickReplyShortcutId != nil { flagsWord |= 0x40000000 }
        var flags2Word: UInt32 = 0
        if viaBusinessBotId != nil { flags2Word |= 0x1 }
        if offline { flags2Word |= 0x2 }
        if effect != nil { flags2Word |= 0x4 }
        if factcheck != nil { flags2Word |= 0x8 }
        if videoProcessingPending { flags2Word |= 0x10 }
        if reportDeliveryUntilDate != nil { flags2Word |= 0x20 }
        if paidMessageStars != nil { flags2Word |= 0x40 }
        if suggestedPost != nil { flags2Word |= 0x80 }
        if paidSuggestedPostStars { flags2Word |= 0x100 }
        if paidSuggestedPostTon { flags2Word |= 0x200 }
        if scheduleRepeatPeriod != nil { flags2Word |= 0x400 }
        if summaryFromLanguage != nil { flags2Word |= 0x800 }
        if fromRank != nil { flags2Word |= 0x1000 }
        if richMessage != nil { flags2Word |= 0x2000 }
        if guestchatViaFrom != nil { flags2Word |= 0x80000 }
        writer.uint(flagsWord)
        writer.uint(flags2Word)
        writer.int(id)
        if let fromId { fromId.encode(to: &writer) }
        if let fromBoostsApplied { writer.int(fromBoostsApplied) }
        if let fromRank { writer.string(fromRank) }
        peerId.encode(to: &writer)
        if let savedPeerId { savedPeerId.encode(to: &writer) }
        if let fwdFrom { fwdFrom.encode(to: &writer) }
        if let viaBotId { writer.long(viaBotId) }
        if let viaBusinessBotId { writer.long(viaBusinessBotId) }
        if let guestchatViaFrom { guestchatViaFrom.encode(to: &writer) }
        if let replyTo { replyTo.encode(to: &writer) }
        writer.int(date)
        writer.string(message)
        if let media { media.encode(to: &writer) }
        if let replyMarkup { replyMarkup.encode(to: &writer) }
        if let entities { writer.vector(entities) }
        if let views, flagsWord & 0x400 != 0 { writer.int(views) }
        if let forwards, flagsWord & 0x400 != 0 { writer.int(forwards) }
        if let replies { replies.encode(to: &writer) }
        if let editDate { writer.int(editDate) }
        if let postAuthor { writer.string(postAuthor) }
        if let groupedId { writer.long(groupedId) }
        if let reactions { reactions.encode(to: &writer) }
        if let restrictionReason { writer.vector(restrictionReason) }
        if let ttlPeriod { writer.int(ttlPeriod) }
        if let quickReplyShortcutId { writer.int(quickReplyShortcutId) }
        if let effect { writer.long(effect) }
        if let factcheck { factcheck.encode(to: &writer) }
        if let reportDeliveryUntilDate { writer.int(reportDeliveryUntilDate) }
        if let paidMessageStars { writer.long(paidMessageStars) }
        if let suggestedPost { suggestedPost.encode(to: &writer) }
        if let scheduleRepeatPeriod { writer.int(scheduleRepeatPeriod) }
        if let summaryFromLanguage { writer.string(summaryFromLanguage) }
        if let richMessage { richMessage.encode(to: &writer) }
      }
    }

    /// `messageEmpty#90a6ca84`
    package struct MessageEmpty: Sendable {
      package static var constructorID: UInt32 { 0x90a6ca84 }
      package let id: Int32
      package let peerId: API.Peer?

      package init(id: Int32, peerId: API.Peer? = nil) {
        self.id = id
        self.peerId = peerId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.id = try reader.int()
        self.peerId = flagsWord & 0x1 != 0 ? try API.Peer(from: &reader) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if peerId != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.int(id)
        if let peerId { peerId.encode(to: &writer) }
      }
    }

    /// `messageService#7a800e0a`
    package struct MessageService: Sendable {
      package static var constructorID: UInt32 { 0x7a800e0a }
      package let out: Bool
      package let mentioned: Bool
      package let mediaUnread: Bool
      package let reactionsArePossible: Bool
      package let silent: Bool
      package let post: Bool
      package let legacy: Bool
      package let id: Int32
      package let fromId: API.Peer?
      package let peerId: API.Peer
      package let savedPeerId: API.Peer?
      package let replyTo: API.MessageReplyHeader?
      package let date: Int32
      package let action: API.MessageAction
      package let reactions: API.MessageReactions?
      package let ttlPeriod: Int32?

      package init(out: Bool = false, mentioned: Bool = false, mediaUnread: Bool = false, reactionsArePossible: Bool = false, silent: Bool = false, post: Bool = false, legacy: Bool = false, id: Int32, fromId: API.Peer? = nil, peerId: API.Peer, savedPeerId: API.Peer? = nil, replyTo: API.MessageReplyHeader? = nil, date: Int32, action: API.MessageAction, reactions: API.MessageReactions? = nil, ttlPeriod: Int32? = nil) {
        self.out = out
        self.mentioned = mentioned
        self.mediaUnread = mediaUnread
        self.reactionsArePossible = reactionsArePossible
        self.silent = silent
        self.post = post
        self.legacy = legacy
        self.id = id
        self.fromId = fromId
        self.peerId = peerId
        self.savedPeerId = savedPeerId
        self.replyTo = replyTo
        self.date = date
        self.action = action
        self.reactions = reactions
        self.ttlPeriod = ttlPeriod
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.out = flagsWord & 0x2 != 0
        self.mentioned = flagsWord & 0x10 != 0
        self.mediaUnread = flagsWord & 0x20 != 0
        self.reactionsArePossible = flagsWord & 0x200 != 0
        self.silent = flagsWord & 0x2000 != 0
        self.post = flagsWord & 0x4000 != 0
        self.legacy = flagsWord & 0x80000 != 0
        self.id = try reader.int()
        self.fromId = flagsWord & 0x100 != 0 ? try API.Peer(from: &reader) : nil
        self.peerId = try API.Peer(from: &reader)
        self.savedPeerId = flagsWord & 0x10000000 != 0 ? try API.Peer(from: &reader) : nil
        self.replyTo = flagsWord & 0x8 != 0 ? try API.MessageReplyHeader(from: &reader) : nil
        self.date = try reader.int()
        self.action = try API.MessageAction(from: &reader)
        self.reactions = flagsWord & 0x100000 != 0 ? try API.MessageReactions(from: &reader) : nil
        self.ttlPeriod = flagsWord & 0x2000000 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if out { flagsWord |= 0x2 }
        if replyTo != nil { flagsWord |= 0x8 }
        if mentioned { flagsWord |= 0x10 }
        if mediaUnread { flagsWord |= 0x20 }
        if fromId != nil { flagsWord |= 0x100 }
        if reactionsArePossible { flagsWord |= 0x200 }
        if silent { flagsWord |= 0x2000 }
        if post { flagsWord |= 0x4000 }
        if legacy { flagsWord |= 0x80000 }
        if reactions != nil { flagsWord |= 0x100000 }
        if ttlPeriod != nil { flagsWord |= 0x2000000 }
        if savedPeerId != nil { flagsWord |= 0x10000000 }
        writer.uint(flagsWord)
        writer.int(id)
        if let fromId { fromId.encode(to: &writer) }
        peerId.encode(to: &writer)
        if let savedPeerId { savedPeerId.encode(to: &writer) }
        if let replyTo { replyTo.encode(to: &writer) }
        writer.int(date)
        action.encode(to: &writer)
        if let reactions { reactions.encode(to: &writer) }
        if let ttlPeriod { writer.int(ttlPeriod) }
      }
    }
  }
}
