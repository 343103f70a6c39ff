// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension Methods.Messages {
  /// `messages.deleteMessages#e58e95d2`
  package struct DeleteMessages: TLMethod {
    package static var constructorID: UInt32 { 0xe58e95d2 }
    package typealias Response = API.Messages.AffectedMessages
    package let revoke: Bool
    package let id: [Int32]

    package init(revoke: Bool = false, id: [Int32]) {
      self.revoke = revoke
      self.id = id
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.revoke = flagsWord & 0x1 != 0
      self.id = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if revoke { flagsWord |= 0x1 }
      writer.uint(flagsWord)
      writer.vector(id)
    }
  }
  /// `messages.editMessage#b106e66c`
  package struct EditMessage: TLMethod {
    package static var constructorID: UInt32 { 0xb106e66c }
    package typealias Response = API.Updates
    package let noWebpage: Bool
    package let invertMedia: Bool
    package let peer: API.InputPeer
    package let id: Int32
    package let message: String?
    package let media: API.InputMedia?
    package let replyMarkup: TLRaw?
    package let entities: [API.MessageEntity]?
    package let scheduleDate: Int32?
    package let scheduleRepeatPeriod: Int32?
    package let quickReplyShortcutId: Int32?
    package let richMessage: TLRaw?

    package init(noWebpage: Bool = false, invertMedia: Bool = false, peer: API.InputPeer, id: Int32, message: String? = nil, media: API.InputMedia? = nil, replyMarkup: TLRaw? = nil, entities: [API.MessageEntity]? = nil, scheduleDate: Int32? = nil, scheduleRepeatPeriod: Int32? = nil, quickReplyShortcutId: Int32? = nil, richMessage: TLRaw? = nil) {
      self.noWebpage = noWebpage
      self.invertMedia = invertMedia
      self.peer = peer
      self.id = id
      self.message = message
      self.media = media
      self.replyMarkup = replyMarkup
      self.entities = entities
      self.scheduleDate = scheduleDate
      self.scheduleRepeatPeriod = scheduleRepeatPeriod
      self.quickReplyShortcutId = quickReplyShortcutId
      self.richMessage = richMessage
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.noWebpage = flagsWord & 0x2 != 0
      self.invertMedia = flagsWord & 0x10000 != 0
      self.peer = try API.InputPeer(from: &reader)
      self.id = try reader.int()
      self.message = flagsWord & 0x800 != 0 ? try reader.string() : nil
      self.media = flagsWord & 0x4000 != 0 ? try API.InputMedia(from: &reader) : nil
      self.replyMarkup = flagsWord & 0x4 != 0 ? try reader.raw(type: 303) : nil
      self.entities = flagsWord & 0x8 != 0 ? try reader.vector() : nil
      self.scheduleDate = flagsWord & 0x8000 != 0 ? try reader.int() : nil
      self.scheduleRepeatPeriod = flagsWord & 0x40000 != 0 ? try reader.int() : nil
      self.quickReplyShortcutId = flagsWord & 0x20000 != 0 ? try reader.int() : nil
      self.richMessage = flagsWord & 0x800000 != 0 ? try reader.raw(type: 184) : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if noWebpage { flagsWord |= 0x2 }
      if replyMarkup != nil { flagsWord |= 0x4 }
      if entities != nil { flagsWord |= 0x8 }
      if message != nil { flagsWord |= 0x800 }
      if media != nil { flagsWord |= 0x4000 }
      if scheduleDate != nil { flagsWord |= 0x8000 }
      if invertMedia { flagsWord |= 0x10000 }
      if quickReplyShortcutId != nil { flagsWord |= 0x20000 }
      if scheduleRepeatPeriod != nil { flagsWord |= 0x40000 }
      if richMessage != nil { flagsWord |= 0x800000 }
      writer.uint(flagsWord)
      peer.encode(to: &writer)
      writer.int(id)
      if let message { writer.string(message) }
      if let media { media.encode(to: &writer) }
      if let replyMarkup { replyMarkup.encode(to: &writer) }
      if let entities { writer.vector(entities) }
      if let scheduleDate { writer.int(scheduleDate) }
      if let scheduleRepeatPeriod { writer.int(scheduleRepeatPeriod) }
      if let quickReplyShortcutId { writer.int(quickReplyShortcutId) }
      if let richMessage { richMessage.encode(to: &writer) }
    }
  }
  /// `messages.forwardMessages#13704a7c`
  package struct ForwardMessages: TLMethod {
    package static var constructorID: UInt32 { 0x13704a7c }
    package typealias Response = API.Updates
    package let silent: Bool
    package let background: Bool
    package let withMyScore: Bool
    package let dropAuthor: Bool
    package let dropMediaCaptions: Bool
    package let noforwards: Bool
    package let allowPaidFloodskip: Bool
    package let fromEphemeral: Bool
    package let fromPeer: API.InputPeer
    package let id: [Int32]
    package let randomId: [Int64]
    package let toPeer: API.InputPeer
    package let topMsgId: Int32?
    package let replyTo: API.InputReplyTo?
    package let scheduleDate: Int32?
    package let scheduleRepeatPeriod: Int32?
    package let sendAs: API.InputPeer?
    package let quickReplyShortcut: TLRaw?
    package let effect: Int64?
    package let videoTimestamp: Int32?
    package let allowPaidStars: Int64?
    package let suggestedPost: TLRaw?

    package init(silent: Bool = false, background: Bool = false, withMyScore: Bool = false, dropAuthor: Bool = false, dropMediaCaptions: Bool = false, noforwards: Bool = false, allowPaidFloodskip: Bool = false, fromEphemeral: Bool = false, fromPeer: API.InputPeer, id: [Int32], randomId: [Int64], toPeer: API.InputPeer, topMsgId: Int32? = nil, replyTo: API.InputReplyTo? = nil, scheduleDate: Int32? = nil, scheduleRepeatPeriod: Int32? = nil, sendAs: API.InputPeer? = nil, quickReplyShortcut: TLRaw? = nil, effect: Int64? = nil, videoTimestamp: Int32? = nil, allowPaidStars: Int64? = nil, suggestedPost: TLRaw? = nil) {
      self.silent = silent
      self.background = background
      self.withMyScore = withMyScore
      self.dropAuthor = dropAuthor
      self.dropMediaCaptions = dropMediaCaptions
      self.noforwards = noforwards
      self.allowPaidFloodskip = allowPaidFloodskip
      self.fromEphemeral = fromEphemeral
      self.fromPeer = fromPeer
      self.id = id
      self.randomId = randomId
      self.toPeer = toPeer
      self.topMsgId = topMsgId
      self.replyTo = replyTo
      self.scheduleDate = scheduleDate
      self.scheduleRepeatPeriod = scheduleRepeatPeriod
      self.sendAs = sendAs
      self.quickReplyShortcut = quickReplyShortcut
      self.effect = effect
      self.videoTimestamp = videoTimestamp
      self.allowPaidStars = allowPaidStars
      self.suggestedPost = suggestedPost
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.silent = flagsWord & 0x20 != 0
      self.background = flagsWord & 0x40 != 0
      self.withMyScore = flagsWord & 0x100 != 0
      self.dropAuthor = flagsWord & 0x800 != 0
      self.dropMediaCaptions = flagsWord & 0x1000 != 0
      self.noforwards = flagsWord & 0x4000 != 0
      self.allowPaidFloodskip = flagsWord & 0x80000 != 0
      self.fromEphemeral = flagsWord & 0x2000000 != 0
      self.fromPeer = try API.InputPeer(from: &reader)
      self.id = try reader.vector()
      self.randomId = try reader.vector()
      self.toPeer = try API.InputPeer(from: &reader)
      self.topMsgId = flagsWord & 0x200 != 0 ? try reader.int() : nil
      self.replyTo = flagsWord & 0x400000 != 0 ? try API.InputReplyTo(from: &reader) : nil
      self.scheduleDate = flagsWord & 0x400 != 0 ? try reader.int() : nil
      self.scheduleRepeatPeriod = flagsWord & 0x1000000 != 0 ? try reader.int() : nil
      self.sendAs = flagsWord & 0x2000 != 0 ? try API.InputPeer(from: &reader) : nil
      self.quickReplyShortcut = flagsWord & 0x20000 != 0 ? try reader.raw(type: 181) : nil
      self.effect = flagsWord & 0x40000 != 0 ? try reader.long() : nil
      self.videoTimestamp = flagsWord & 0x100000 != 0 ? try reader.int() : nil
      self.allowPaidStars = flagsWord & 0x200000 != 0 ? try reader.long() : nil
      self.suggestedPost = flagsWord & 0x800000 != 0 ? try reader.raw(type: 389) : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if silent { flagsWord |= 0x20 }
      if background { flagsWord |= 0x40 }
      if withMyScore { flagsWord |= 0x100 }
      if topMsgId != nil { flagsWord |= 0x200 }
      if scheduleDate != nil { flagsWord |= 0x400 }
      if dropAuthor { flagsWord |= 0x800 }
      if dropMediaCaptions { flagsWord |= 0x1000 }
      if sendAs != nil { flagsWord |= 0x2000 }
      if noforwards { flagsWord |= 0x4000 }
      if quickReplyShortcut != nil { flagsWord |= 0x20000 }
      if effect != nil { flagsWord |= 0x40000 }
      if allowPaidFloodskip { flagsWord |= 0x80000 }
      if videoTimestamp != nil { flagsWord |= 0x100000 }
      if allowPaidStars != nil { flagsWord |= 0x200000 }
      if replyTo != nil { flagsWord |= 0x400000 }
      if suggestedPost != nil { flagsWord |= 0x800000 }
      if scheduleRepeatPeriod != nil { flagsWord |= 0x1000000 }
      if fromEphemeral { flagsWord |= 0x2000000 }
      writer.uint(flagsWord)
      fromPeer.encode(to: &writer)
      writer.vector(id)
      writer.vector(randomId)
      toPeer.encode(to: &writer)
      if let topMsgId { writer.int(topMsgId) }
      if let replyTo { replyTo.encode(to: &writer) }
      if let scheduleDate { writer.int(scheduleDate) }
      if let scheduleRepeatPeriod { writer.int(scheduleRepeatPeriod) }
      if let sendAs { sendAs.encode(to: &writer) }
      if let quickReplyShortcut { quickReplyShortcut.encode(to: &writer) }
      if let effect { writer.long(effect) }
      if let videoTimestamp { writer.int(videoTimestamp) }
      if let allowPaidStars { writer.long(allowPaidStars) }
      if let suggestedPost { suggestedPost.encode(to: &writer) }
    }
  }
  /// `messages.getChats#49e9528f`
  package struct GetChats: TLMethod {
    package static var constructorID: UInt32 { 0x49e9528f }
    package typealias Response = API.Messages.Chats
    package let id: [Int64]

    package init(id: [Int64]) {
      self.id = id
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.id = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.vector(id)
    }
  }
  /// `messages.getDialogFilters#efd48c89`
  package struct GetDialogFilters: TLMethod {
    package static var constructorID: UInt32 { 0xefd48c89 }
    package typealias Response = API.Messages.DialogFilters

    package init() {
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
    }
  }
  /// `messages.getDialogs#a0f4cb4f`
  package struct GetDialogs: TLMethod {
    package static var constructorID: UInt32 { 0xa0f4cb4f }
    package typealias Response = API.Messages.Dialogs
    package let excludePinned: Bool
    package let folderId: Int32?
    package let offsetDate: Int32
    package let offsetId: Int32
    package let offsetPeer: API.InputPeer
    package let limit: Int32
    package let hash: Int64

    package init(excludePinned: Bool = false, folderId: Int32? = nil, offsetDate: Int32, offsetId: Int32, offsetPeer: API.InputPeer, limit: Int32, hash: Int64) {
      self.excludePinned = excludePinned
      self.folderId = folderId
      self.offsetDate = offsetDate
      self.offsetId = offsetId
      self.offsetPeer = offsetPeer
      self.limit = limit
      self.hash = hash
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.excludePinned = flagsWord & 0x1 != 0
      self.folderId = flagsWord & 0x2 != 0 ? try reader.int() : nil
      self.offsetDate = try reader.int()
      self.offsetId = try reader.int()
      self.offsetPeer = try API.InputPeer(from: &reader)
      self.limit = try reader.int()
      self.hash = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if excludePinned { flagsWord |= 0x1 }
      if folderId != nil { flagsWord |= 0x2 }
      writer.uint(flagsWord)
      if let folderId { writer.int(folderId) }
      writer.int(offsetDate)
      writer.int(offsetId)
      offsetPeer.encode(to: &writer)
      writer.int(limit)
      writer.long(hash)
    }
  }
  /// `messages.getFullChat#aeb00b34`
  package struct GetFullChat: TLMethod {
    package static var constructorID: UInt32 { 0xaeb00b34 }
    package typealias Response = API.Messages.ChatFull
    package let chatId: Int64

    package init(chatId: Int64) {
      self.chatId = chatId
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.chatId = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(chatId)
    }
  }
  /// `messages.getHistory#4423e6c5`
  package struct GetHistory: TLMethod {
    package static var constructorID: UInt32 { 0x4423e6c5 }
    package typealias Response = API.Messages.Messages
    package let peer: API.InputPeer
    package let offsetId: Int32
    package let offsetDate: Int32
    package let addOffset: Int32
    package let limit: Int32
    package let maxId: Int32
    package let minId: Int32
    package let hash: Int64

    package init(peer: API.InputPeer, offsetId: Int32, offsetDate: Int32, addOffset: Int32, limit: Int32, maxId: Int32, minId: Int32, hash: Int64) {
      self.peer = peer
      self.offsetId = offsetId
      self.offsetDate = offsetDate
      self.addOffset = addOffset
      self.limit = limit
      self.maxId = maxId
      self.minId = minId
      self.hash = hash
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.peer = try API.InputPeer(from: &reader)
      self.offsetId = try reader.int()
      self.offsetDate = try reader.int()
      self.addOffset = try reader.int()
      self.limit = try reader.int()
      self.maxId = try reader.int()
      self.minId = try reader.int()
      self.hash = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      peer.encode(to: &writer)
      writer.int(offsetId)
      writer.int(offsetDate)
      writer.int(addOffset)
      writer.int(limit)
      writer.int(maxId)
      writer.int(minId)
      writer.long(hash)
    }
  }
  /// `messages.getMessages#63c66506`
  package struct GetMessages: TLMethod {
    package static var constructorID: UInt32 { 0x63c66506 }
    package typealias Response = API.Messages.Messages
    package let id: [API.InputMessage]

    package init(id: [API.InputMessage]) {
      self.id = id
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.id = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.vector(id)
    }
  }
  /// `messages.getPeerDialogs#e470bcfd`
  package struct GetPeerDialogs: TLMethod {
    package static var constructorID: UInt32 { 0xe470bcfd }
    package typealias Response = API.Messages.PeerDialogs
    package let peers: [API.InputDialogPeer]

    package init(peers: [API.InputDialogPeer]) {
      self.peers = peers
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.peers = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.vector(peers)
    }
  }
  /// `messages.getPinnedDialogs#d6b94df2`
  package struct GetPinnedDialogs: TLMethod {
    package static var constructorID: UInt32 { 0xd6b94df2 }
    package typealias Response = API.Messages.PeerDialogs
    package let folderId: Int32

    package init(folderId: Int32) {
      self.folderId = folderId
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.folderId = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(folderId)
    }
  }
  /// `messages.readHistory#0e306d3a`
  package struct ReadHistory: TLMethod {
    package static var constructorID: UInt32 { 0x0e306d3a }
    package typealias Response = API.Messages.AffectedMessages
    package let peer: API.InputPeer
    package let maxId: Int32

    package init(peer: API.InputPeer, maxId: Int32) {
      self.peer = peer
      self.maxId = maxId
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.peer = try API.InputPeer(from: &reader)
      self.maxId = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      peer.encode(to: &writer)
      writer.int(maxId)
    }
  }
  /// `messages.readMessageContents#36a73f77`
  package struct ReadMessageContents: TLMethod {
    package static var constructorID: UInt32 { 0x36a73f77 }
    package typealias Response = API.Messages.AffectedMessages
    package let id: [Int32]

    package init(id: [Int32]) {
      self.id = id
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.id = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.vector(id)
    }
  }
  /// `messages.saveDraft#ad0fa15c`
  package struct SaveDraft: TLMethod {
    package static var constructorID: UInt32 { 0xad0fa15c }
    package typealias Response = Bool
    package let noWebpage: Bool
    package let invertMedia: Bool
    package let replyTo: API.InputReplyTo?
    package let peer: API.InputPeer
    package let message: String
    package let entities: [API.MessageEntity]?
    package let media: API.InputMedia?
    package let effect: Int64?
    package let suggestedPost: TLRaw?
    package let richMessage: TLRaw?

    package init(noWebpage: Bool = false, invertMedia: Bool = false, replyTo: API.InputReplyTo? = nil, peer: API.InputPeer, message: String, entities: [API.MessageEntity]? = nil, media: API.InputMedia? = nil, effect: Int64? = nil, suggestedPost: TLRaw? = nil, richMessage: TLRaw? = nil) {
      self.noWebpage = noWebpage
      self.invertMedia = invertMedia
      self.replyTo = replyTo
      self.peer = peer
      self.message = message
      self.entities = entities
      self.media = media
      self.effect = effect
      self.suggestedPost = suggestedPost
      self.richMessage = richMessage
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.noWebpage = flagsWord & 0x2 != 0
      self.invertMedia = flagsWord & 0x40 != 0
      self.replyTo = flagsWord & 0x10 != 0 ? try API.InputReplyTo(from: &reader) : nil
      self.peer = try API.InputPeer(from: &reader)
      self.message = try reader.string()
      self.entities = flagsWord & 0x8 != 0 ? try reader.vector() : nil
      self.media = flagsWord & 0x20 != 0 ? try API.InputMedia(from: &reader) : nil
      self.effect = flagsWord & 0x80 != 0 ? try reader.long() : nil
      self.suggestedPost = flagsWord & 0x100 != 0 ? try reader.raw(type: 389) : nil
      self.richMessage = flagsWord & 0x200 != 0 ? try reader.raw(type: 184) : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if noWebpage { flagsWord |= 0x2 }
      if entities != nil { flagsWord |= 0x8 }
      if replyTo != nil { flagsWord |= 0x10 }
      if media != nil { flagsWord |= 0x20 }
      if invertMedia { flagsWord |= 0x40 }
      if effect != nil { flagsWord |= 0x80 }
      if suggestedPost != nil { flagsWord |= 0x100 }
      if richMessage != nil { flagsWord |= 0x200 }
      writer.uint(flagsWord)
      if let replyTo { replyTo.encode(to: &writer) }
      peer.encode(to: &writer)
      writer.string(message)
      if let entities { writer.vector(entities) }
      if let media { media.encode(to: &writer) }
      if let effect { writer.long(effect) }
      if let suggestedPost { suggestedPost.encode(to: &writer) }
      if let richMessage { richMessage.encode(to: &writer) }
    }
  }
  /// `messages.search#29ee847a`
  package struct Search: TLMethod {
    package static var constructorID: UInt32 { 0x29ee847a }
    package typealias Response = API.Messages.Messages
    package let peer: API.InputPeer
    package let q: String
    package let fromId: API.InputPeer?
    package let savedPeerId: API.InputPeer?
    package let savedReaction: [API.Reaction]?
    package let topMsgId: Int32?
    package let filter: API.MessagesFilter
    package let minDate: Int32
    package let maxDate: Int32
    package let offsetId: Int32
    package let addOffset: Int32
    package let limit: Int32
    package let maxId: Int32
    package let minId: Int32
    package let hash: Int64

    package init(peer: API.InputPeer, q: String, fromId: API.InputPeer? = nil, savedPeerId: API.InputPeer? = nil, savedReaction: [API.Reaction]? = nil, topMsgId: Int32? = nil, filter: API.MessagesFilter, minDate: Int32, maxDate: Int32, offsetId: Int32, addOffset: Int32, limit: Int32, maxId: Int32, minId: Int32, hash: Int64) {
      self.peer = peer
      self.q = q
      self.fromId = fromId
      self.savedPeerId = savedPeerId
      self.savedReaction = savedReaction
      self.topMsgId = topMsgId
      self.filter = filter
      self.minDate = minDate
      self.maxDate = maxDate
      self.offsetId = offsetId
      self.addOffset = addOffset
      self.limit = limit
      self.maxId = maxId
      self.minId = minId
      self.hash = hash
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.peer = try API.InputPeer(from: &reader)
      self.q = try reader.string()
      self.fromId = flagsWord & 0x1 != 0 ? try API.InputPeer(from: &reader) : nil
      self.savedPeerId = flagsWord & 0x4 != 0 ? try API.InputPeer(from: &reader) : nil
      self.savedReaction = flagsWord & 0x8 != 0 ? try reader.vector() : nil
      self.topMsgId = flagsWord & 0x2 != 0 ? try reader.int() : nil
      self.filter = try API.MessagesFilter(from: &reader)
      self.minDate = try reader.int()
      self.maxDate = try reader.int()
      self.offsetId = try reader.int()
      self.addOffset = try reader.int()
      self.limit = try reader.int()
      self.maxId = try reader.int()
      self.minId = try reader.int()
      self.hash = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if fromId != nil { flagsWord |= 0x1 }
      if topMsgId != nil { flagsWord |= 0x2 }
      if savedPeerId != nil { flagsWord |= 0x4 }
      if savedReaction != nil { flagsWord |= 0x8 }
      writer.uint(flagsWord)
      peer.encode(to: &writer)
      writer.string(q)
      if let fromId { fromId.encode(to: &writer) }
      if let savedPeerId { savedPeerId.encode(to: &writer) }
      if let savedReaction { writer.vector(savedReaction) }
      if let topMsgId { writer.int(topMsgId) }
      filter.encode(to: &writer)
      writer.int(minDate)
      writer.int(maxDate)
      writer.int(offsetId)
      writer.int(addOffset)
      writer.int(limit)
      writer.int(maxId)
      writer.int(minId)
      writer.long(hash)
    }
  }
  /// `messages.sendMedia#0330e77f`
  package struct SendMedia: TLMethod {
    package static var constructorID: UInt32 { 0x0330e77f }
    package typealias Response = API.Updates
    package let silent: Bool
    package let background: Bool
    package let clearDraft: Bool
    package let noforwards: Bool
    package let updateStickersetsOrder: Bool
    package let invertMedia: Bool
    package let allowPaidFloodskip: Bool
    package let peer: API.InputPeer
    package let replyTo: API.InputReplyTo?
    package let media: API.InputMedia
    package let message: String
    package let randomId: Int64
    package let replyMarkup: TLRaw?
    package let entities: [API.MessageEntity]?
    package let scheduleDate: Int32?
    package let scheduleRepeatPeriod: Int32?
    package let sendAs: API.InputPeer?
    package let quickReplyShortcut: TLRaw?
    package let effect: Int64?
    package let allowPaidStars: Int64?
    package let suggestedPost: TLRaw?

    package init(silent: Bool = false, background: Bool = false, clearDraft: Bool = false, noforwards: Bool = false, updateStickersetsOrder: Bool = false, invertMedia: Bool = false, allowPaidFloodskip: Bool = false, peer: API.InputPeer, replyTo: API.InputReplyTo? = nil, media: API.InputMedia, message: String, randomId: Int64, replyMarkup: TLRaw? = nil, entities: [API.MessageEntity]? = nil, scheduleDate: Int32? = nil, scheduleRepeatPeriod: Int32? = nil, sendAs: API.InputPeer? = nil, quickReplyShortcut: TLRaw? = nil, effect: Int64? = nil, allowPaidStars: Int64? = nil, suggestedPost: TLRaw? = nil) {
      self.silent = silent
      self.background = background
      self.clearDraft = clearDraft
      self.noforwards = noforwards
      self.updateStickersetsOrder = updateStickersetsOrder
      self.invertMedia = invertMedia
      self.allowPaidFloodskip = allowPaidFloodskip
      self.peer = peer
      self.replyTo = replyTo
      self.media = media
      self.message = message
      self.randomId = randomId
      self.replyMarkup = replyMarkup
      self.entities = entities
      self.scheduleDate = scheduleDate
      self.scheduleRepeatPeriod = scheduleRepeatPeriod
      self.sendAs = sendAs
      self.quickReplyShortcut = quickReplyShortcut
      self.effect = effect
      self.allowPaidStars = allowPaidStars
      self.suggestedPost = suggestedPost
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.silent = flagsWord & 0x20 != 0
      self.background = flagsWord & 0x40 != 0
      self.clearDraft = flagsWord & 0x80 != 0
      self.noforwards = flagsWord & 0x4000 != 0
      self.updateStickersetsOrder = flagsWord & 0x8000 != 0
      self.invertMedia = flagsWord & 0x10000 != 0
      self.allowPaidFloodskip = flagsWord & 0x80000 != 0
      self.peer = try API.InputPeer(from: &reader)
      self.replyTo = flagsWord & 0x1 != 0 ? try API.InputReplyTo(from: &reader) : nil
      self.media = try API.InputMedia(from: &reader)
      self.message = try reader.string()
      self.randomId = try reader.long()
      self.replyMarkup = flagsWord & 0x4 != 0 ? try reader.raw(type: 303) : nil
      self.entities = flagsWord & 0x8 != 0 ? try reader.vector() : nil
      self.scheduleDate = flagsWord & 0x400 != 0 ? try reader.int() : nil
      self.scheduleRepeatPeriod = flagsWord & 0x1000000 != 0 ? try reader.int() : nil
      self.sendAs = flagsWord & 0x2000 != 0 ? try API.InputPeer(from: &reader) : nil
      self.quickReplyShortcut = flagsWord & 0x20000 != 0 ? try reader.raw(type: 181) : nil
      self.effect = flagsWord & 0x40000 != 0 ? try reader.long() : nil
      self.allowPaidStars = flagsWord & 0x200000 != 0 ? try reader.long() : nil
      self.suggestedPost = flagsWord & 0x400000 != 0 ? try reader.raw(type: 389) : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if replyTo != nil { flagsWord |= 0x1 }
      if replyMarkup != nil { flagsWord |= 0x4 }
      if entities != nil { flagsWord |= 0x8 }
      if silent { flagsWord |= 0x20 }
      if background { flagsWord |= 0x40 }
      if clearDraft { flagsWord |= 0x80 }
      if scheduleDate != nil { flagsWord |= 0x400 }
      if sendAs != nil { flagsWord |= 0x2000 }
      if noforwards { flagsWord |= 0x4000 }
      if updateStickersetsOrder { flagsWord |= 0x8000 }
      if invertMedia { flagsWord |= 0x10000 }
      if quickReplyShortcut != nil { flagsWord |= 0x20000 }
      if effect != nil { flagsWord |= 0x40000 }
      if allowPaidFloodskip { flagsWord |= 0x80000 }
      if allowPaidStars != nil { flagsWord |= 0x200000 }
      if suggestedPost != nil { flagsWord |= 0x400000 }
      if scheduleRepeatPeriod != nil { flagsWord |= 0x1000000 }
      writer.uint(flagsWord)
      peer.encode(to: &writer)
      if let replyTo { replyTo.encode(to: &writer) }
      media.encode(to: &writer)
      writer.string(message)
      writer.long(randomId)
      if let replyMarkup { replyMarkup.encode(to: &writer) }
      if let entities { writer.vector(entities) }
      if let scheduleDate { writer.int(scheduleDate) }
      if let scheduleRepeatPeriod { writer.int(scheduleRepeatPeriod) }
      if let sendAs { sendAs.encode(to: &writer) }
      if let quickReplyShortcut { quickReplyShortcut.encode(to: &writer) }
      if let effect { writer.long(effect) }
      if let allowPaidStars { writer.long(allowPaidStars) }
      if let suggestedPost { suggestedPost.encode(to: &writer) }
    }
  }
  /// `messages.sendMessage#fef48f62`
  package struct SendMessage: TLMethod {
    package static var constructorID: UInt32 { 0xfef48f62 }
    package typealias Response = API.Updates
    package let noWebpage: Bool
    package let silent: Bool
    package let background: Bool
    package let clearDraft: Bool
    package let noforwards: Bool
    package let updateStickersetsOrder: Bool
    package let invertMedia: Bool
    package let allowPaidFloodskip: Bool
    package let peer: API.InputPeer
    package let replyTo: API.InputReplyTo?
    package let message: String
    package let randomId: Int64
    package let replyMarkup: TLRaw?
    package let entities: [API.MessageEntity]?
    package let scheduleDate: Int32?
    package let scheduleRepeatPeriod: Int32?
    package let sendAs: API.InputPeer?
    package let quickReplyShortcut: TLRaw?
    package let effect: Int64?
    package let allowPaidStars: Int64?
    package let suggestedPost: TLRaw?
    package let richMessage: TLRaw?

    package init(noWebpage: Bool = false, silent: Bool = false, background: Bool = false, clearDraft: Bool = false, noforwards: Bool = false, updateStickersetsOrder: Bool = false, invertMedia: Bool = false, allowPaidFloodskip: Bool = false, peer: API.InputPeer, replyTo: API.InputReplyTo? = nil, message: String, randomId: Int64, replyMarkup: TLRaw? = nil, entities: [API.MessageEntity]? = nil, scheduleDate: Int32? = nil, scheduleRepeatPeriod: Int32? = nil, sendAs: API.InputPeer? = nil, quickReplyShortcut: TLRaw? = nil, effect: Int64? = nil, allowPaidStars: Int64? = nil, suggestedPost: TLRaw? = nil, richMessage: TLRaw? = nil) {
      self.noWebpage = noWebpage
      self.silent = silent
      self.background = background
      self.clearDraft = clearDraft
      self.noforwards = noforwards
      self.updateStickersetsOrder = updateStickersetsOrder
      self.invertMedia = invertMedia
      self.allowPaidFloodskip = allowPaidFloodskip
      self.peer = peer
      self.replyTo = replyTo
      self.message = message
      self.randomId = randomId
      self.replyMarkup = replyMarkup
      self.entities = entities
      self.scheduleDate = scheduleDate
      self.scheduleRepeatPeriod = scheduleRepeatPeriod
      self.sendAs = sendAs
      self.quickReplyShortcut = quickReplyShortcut
      self.effect = effect
      self.allowPaidStars = allowPaidStars
      self.suggestedPost = suggestedPost
      self.richMessage = richMessage
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.noWebpage = flagsWord & 0x2 != 0
      self.silent = flagsWord & 0x20 != 0
      self.background = flagsWord & 0x40 != 0
      self.clearDraft = flagsWord & 0x80 != 0
      self.noforwards = flagsWord & 0x4000 != 0
      self.updateStickersetsOrder = flagsWord & 0x8000 != 0
      self.invertMedia = flagsWord & 0x10000 != 0
      self.allowPaidFloodskip = flagsWord & 0x80000 != 0
      self.peer = try API.InputPeer(from: &reader)
      self.replyTo = flagsWord & 0x1 != 0 ? try API.InputReplyTo(from: &reader) : nil
      self.message = try reader.string()
      self.randomId = try reader.long()
      self.replyMarkup = flagsWord & 0x4 != 0 ? try reader.raw(type: 303) : nil
      self.entities = flagsWord & 0x8 != 0 ? try reader.vector() : nil
      self.scheduleDate = flagsWord & 0x400 != 0 ? try reader.int() : nil
      self.scheduleRepeatPeriod = flagsWord & 0x1000000 != 0 ? try reader.int() : nil
      self.sendAs = flagsWord & 0x2000 != 0 ? try API.InputPeer(from: &reader) : nil
      self.quickReplyShortcut = flagsWord & 0x20000 != 0 ? try reader.raw(type: 181) : nil
      self.effect = flagsWord & 0x40000 != 0 ? try reader.long() : nil
      self.allowPaidStars = flagsWord & 0x200000 != 0 ? try reader.long() : nil
      self.suggestedPost = flagsWord & 0x400000 != 0 ? try reader.raw(type: 389) : nil
      self.richMessage = flagsWord & 0x800000 != 0 ? try reader.raw(type: 184) : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if replyTo != nil { flagsWord |= 0x1 }
      if noWebpage { flagsWord |= 0x2 }
      if replyMarkup != nil { flagsWord |= 0x4 }
      if entities != nil { flagsWord |= 0x8 }
      if silent { flagsWord |= 0x20 }
      if background { flagsWord |= 0x40 }
      if clearDraft { flagsWord |= 0x80 }
      if scheduleDate != nil { flagsWord |= 0x400 }
      if sendAs != nil { flagsWord |= 0x2000 }
      if noforwards { flagsWord |= 0x4000 }
      if updateStickersetsOrder { flagsWord |= 0x8000 }
      if invertMedia { flagsWord |= 0x10000 }
      if quickReplyShortcut != nil { flagsWord |= 0x20000 }
      if effect != nil { flagsWord |= 0x40000 }
      if allowPaidFloodskip { flagsWord |= 0x80000 }
      if allowPaidStars != nil { flagsWord |= 0x200000 }
      if suggestedPost != nil { flagsWord |= 0x400000 }
      if richMessage != nil { flagsWord |= 0x800000 }
      if scheduleRepeatPeriod != nil { flagsWord |= 0x1000000 }
      writer.uint(flagsWord)
      peer.encode(to: &writer)
      if let replyTo { replyTo.encode(to: &writer) }
      writer.string(message)
      writer.long(randomId)
      if let replyMarkup { replyMarkup.encode(to: &writer) }
      if let entities { writer.vector(entities) }
      if let scheduleDate { writer.int(scheduleDate) }
      if let scheduleRepeatPeriod { writer.int(scheduleRepeatPeriod) }
      if let sendAs { sendAs.encode(to: &writer) }
      if let quickReplyShortcut { quickReplyShortcut.encode(to: &writer) }
      if let effect { writer.long(effect) }
      if let allowPaidStars { writer.long(allowPaidStars) }
      if let suggestedPost { suggestedPost.encode(to: &writer) }
      if let richMessage { richMessage.encode(to: &writer) }
    }
  }
  /// `messages.sendReaction#d30d78d4`
  package struct SendReaction: TLMethod {
    package static var constructorID: UInt32 { 0xd30d78d4 }
    package typealias Response = API.Updates
    package let big: Bool
    package let addToRecent: Bool
    package let peer: API.InputPeer
    package let msgId: Int32
    package let reaction: [API.Reaction]?

    package init(big: Bool = false, addToRecent: Bool = false, peer: API.InputPeer, msgId: Int32, reaction: [API.Reaction]? = nil) {
      self.big = big
      self.addToRecent = addToRecent
      self.peer = peer
      self.msgId = msgId
      self.reaction = reaction
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.big = flagsWord & 0x2 != 0
      self.addToRecent = flagsWord & 0x4 != 0
      self.peer = try API.InputPeer(from: &reader)
      self.msgId = try reader.int()
      self.reaction = flagsWord & 0x1 != 0 ? try reader.vector() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if reaction != nil { flagsWord |= 0x1 }
      if big { flagsWord |= 0x2 }
      if addToRecent { flagsWord |= 0x4 }
      writer.uint(flagsWord)
      peer.encode(to: &writer)
      writer.int(msgId)
      if let reaction { writer.vector(reaction) }
    }
  }
  /// `messages.setTyping#58943ee2`
  package struct SetTyping: TLMethod {
    package static var constructorID: UInt32 { 0x58943ee2 }
    package typealias Response = Bool
    package let peer: API.InputPeer
    package let topMsgId: Int32?
    package let action: API.SendMessageAction

    package init(peer: API.InputPeer, topMsgId: Int32? = nil, action: API.SendMessageAction) {
      self.peer = peer
      self.topMsgId = topMsgId
      self.action = action
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.peer = try API.InputPeer(from: &reader)
      self.topMsgId = flagsWord & 0x1 != 0 ? try reader.int() : nil
      self.action = try API.SendMessageAction(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if topMsgId != nil { flagsWord |= 0x1 }
      writer.uint(flagsWord)
      peer.encode(to: &writer)
      if let topMsgId { writer.int(topMsgId) }
      action.encode(to: &writer)
    }
  }
  /// `messages.uploadMedia#14967978`
  package struct UploadMedia: TLMethod {
    package static var constructorID: UInt32 { 0x14967978 }
    package typealias Response = API.MessageMedia
    package let businessConnectionId: String?
    package let peer: API.InputPeer
    package let media: API.InputMedia

    package init(businessConnectionId: String? = nil, peer: API.InputPeer, media: API.InputMedia) {
      self.businessConnectionId = businessConnectionId
      self.peer = peer
      self.media = media
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.businessConnectionId = flagsWord & 0x1 != 0 ? try reader.string() : nil
      self.peer = try API.InputPeer(from: &reader)
      self.media = try API.InputMedia(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if businessConnectionId != nil { flagsWord |= 0x1 }
      writer.uint(flagsWord)
      if let businessConnectionId { writer.string(businessConnectionId) }
      peer.encode(to: &writer)
      media.encode(to: &writer)
    }
  }
}
