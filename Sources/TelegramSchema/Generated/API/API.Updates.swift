// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `Updates`
  package enum Updates: TLDecodable, TLEncodable {
    case updateShort(API.Updates.UpdateShort)
    indirect case updateShortChatMessage(API.Updates.UpdateShortChatMessage)
    indirect case updateShortMessage(API.Updates.UpdateShortMessage)
    indirect case updateShortSentMessage(API.Updates.UpdateShortSentMessage)
    case updates(API.Updates.Updates)
    indirect case updatesCombined(API.Updates.UpdatesCombined)
    case updatesTooLong

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x78d4dec1:
        self = .updateShort(try API.Updates.UpdateShort(body: &reader))
      case 0x4d6deea5:
        self = .updateShortChatMessage(try API.Updates.UpdateShortChatMessage(body: &reader))
      case 0x313bc7f8:
        self = .updateShortMessage(try API.Updates.UpdateShortMessage(body: &reader))
      case 0x9015e101:
        self = .updateShortSentMessage(try API.Updates.UpdateShortSentMessage(body: &reader))
      case 0x74ae4240:
        self = .updates(try API.Updates.Updates(body: &reader))
      case 0x725b04c3:
        self = .updatesCombined(try API.Updates.UpdatesCombined(body: &reader))
      case 0xe317af7e:
        self = .updatesTooLong
      default:
        throw reader.unknown(id, in: "Updates")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .updateShort(let value): writer.constructor(0x78d4dec1); value.encodeBody(to: &writer)
      case .updateShortChatMessage(let value): writer.constructor(0x4d6deea5); value.encodeBody(to: &writer)
      case .updateShortMessage(let value): writer.constructor(0x313bc7f8); value.encodeBody(to: &writer)
      case .updateShortSentMessage(let value): writer.constructor(0x9015e101); value.encodeBody(to: &writer)
      case .updates(let value): writer.constructor(0x74ae4240); value.encodeBody(to: &writer)
      case .updatesCombined(let value): writer.constructor(0x725b04c3); value.encodeBody(to: &writer)
      case .updatesTooLong: writer.constructor(0xe317af7e)
      }
    }

    /// `updateShort#78d4dec1`
    package struct UpdateShort: Sendable {
      package static var constructorID: UInt32 { 0x78d4dec1 }
      package let update: API.Update
      package let date: Int32

      package init(update: API.Update, date: Int32) {
        self.update = update
        self.date = date
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.update = try API.Update(from: &reader)
        self.date = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        update.encode(to: &writer)
        writer.int(date)
      }
    }

    /// `updateShortChatMessage#4d6deea5`
    package struct UpdateShortChatMessage: Sendable {
      package static var constructorID: UInt32 { 0x4d6deea5 }
      package let out: Bool
      package let mentioned: Bool
      package let mediaUnread: Bool
      package let silent: Bool
      package let id: Int32
      package let fromId: Int64
      package let chatId: Int64
      package let message: String
      package let pts: Int32
      package let ptsCount: Int32
      package let date: Int32
      package let fwdFrom: API.MessageFwdHeader?
      package let viaBotId: Int64?
      package let replyTo: API.MessageReplyHeader?
      package let entities: [API.MessageEntity]?
      package let ttlPeriod: Int32?

      package init(out: Bool = false, mentioned: Bool = false, mediaUnread: Bool = false, silent: Bool = false, id: Int32, fromId: Int64, chatId: Int64, message: String, pts: Int32, ptsCount: Int32, date: Int32, fwdFrom: API.MessageFwdHeader? = nil, viaBotId: Int64? = nil, replyTo: API.MessageReplyHeader? = nil, entities: [API.MessageEntity]? = nil, ttlPeriod: Int32? = nil) {
        self.out = out
        self.mentioned = mentioned
        self.mediaUnread = mediaUnread
        self.silent = silent
        self.id = id
        self.fromId = fromId
        self.chatId = chatId
        self.message = message
        self.pts = pts
        self.ptsCount = ptsCount
        self.date = date
        self.fwdFrom = fwdFrom
        self.viaBotId = viaBotId
        self.replyTo = replyTo
        self.entities = entities
        self.ttlPeriod = ttlPeriod
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.out = flagsWord & 0x2 != 0
        self.mentioned = flagsWord & 0x10 != 0
        self.mediaUnread = flagsWord & 0x20 != 0
        self.silent = flagsWord & 0x2000 != 0
        self.id = try reader.int()
        self.fromId = try reader.long()
        self.chatId = try reader.long()
        self.message = try reader.string()
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
        self.date = try reader.int()
        self.fwdFrom = flagsWord & 0x4 != 0 ? try API.MessageFwdHeader(from: &reader) : nil
        self.viaBotId = flagsWord & 0x800 != 0 ? try reader.long() : nil
        self.replyTo = flagsWord & 0x8 != 0 ? try API.MessageReplyHeader(from: &reader) : nil
        self.entities = flagsWord & 0x80 != 0 ? try reader.vector() : nil
        self.ttlPeriod = flagsWord & 0x2000000 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if out { flagsWord |= 0x2 }
        if fwdFrom != nil { flagsWord |= 0x4 }
        if replyTo != nil { flagsWord |= 0x8 }
        if mentioned { flagsWord |= 0x10 }
        if mediaUnread { flagsWord |= 0x20 }
        if entities != nil { flagsWord |= 0x80 }
        if viaBotId != nil { flagsWord |= 0x800 }
        if silent { flagsWord |= 0x2000 }
        if ttlPeriod != nil { flagsWord |= 0x2000000 }
        writer.uint(flagsWord)
        writer.int(id)
        writer.long(fromId)
        writer.long(chatId)
        writer.string(message)
        writer.int(pts)
        writer.int(ptsCount)
        writer.int(date)
        if let fwdFrom { fwdFrom.encode(to: &writer) }
        if let viaBotId { writer.long(viaBotId) }
        if let replyTo { replyTo.encode(to: &writer) }
        if let entities { writer.vector(entities) }
        if let ttlPeriod { writer.int(ttlPeriod) }
      }
    }

    /// `updateShortMessage#313bc7f8`
    package struct UpdateShortMessage: Sendable {
      package static var constructorID: UInt32 { 0x313bc7f8 }
      package let out: Bool
      package let mentioned: Bool
      package let mediaUnread: Bool
      package let silent: Bool
      package let id: Int32
      package let userId: Int64
      package let message: String
      package let pts: Int32
      package let ptsCount: Int32
      package let date: Int32
      package let fwdFrom: API.MessageFwdHeader?
      package let viaBotId: Int64?
      package let replyTo: API.MessageReplyHeader?
      package let entities: [API.MessageEntity]?
      package let ttlPeriod: Int32?

      package init(out: Bool = false, mentioned: Bool = false, mediaUnread: Bool = false, silent: Bool = false, id: Int32, userId: Int64, message: String, pts: Int32, ptsCount: Int32, date: Int32, fwdFrom: API.MessageFwdHeader? = nil, viaBotId: Int64? = nil, replyTo: API.MessageReplyHeader? = nil, entities: [API.MessageEntity]? = nil, ttlPeriod: Int32? = nil) {
        self.out = out
        self.mentioned = mentioned
        self.mediaUnread = mediaUnread
        self.silent = silent
        self.id = id
        self.userId = userId
        self.message = message
        self.pts = pts
        self.ptsCount = ptsCount
        self.date = date
        self.fwdFrom = fwdFrom
        self.viaBotId = viaBotId
        self.replyTo = replyTo
        self.entities = entities
        self.ttlPeriod = ttlPeriod
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.out = flagsWord & 0x2 != 0
        self.mentioned = flagsWord & 0x10 != 0
        self.mediaUnread = flagsWord & 0x20 != 0
        self.silent = flagsWord & 0x2000 != 0
        self.id = try reader.int()
        self.userId = try reader.long()
        self.message = try reader.string()
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
        self.date = try reader.int()
        self.fwdFrom = flagsWord & 0x4 != 0 ? try API.MessageFwdHeader(from: &reader) : nil
        self.viaBotId = flagsWord & 0x800 != 0 ? try reader.long() : nil
        self.replyTo = flagsWord & 0x8 != 0 ? try API.MessageReplyHeader(from: &reader) : nil
        self.entities = flagsWord & 0x80 != 0 ? try reader.vector() : nil
        self.ttlPeriod = flagsWord & 0x2000000 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if out { flagsWord |= 0x2 }
        if fwdFrom != nil { flagsWord |= 0x4 }
        if replyTo != nil { flagsWord |= 0x8 }
        if mentioned { flagsWord |= 0x10 }
        if mediaUnread { flagsWord |= 0x20 }
        if entities != nil { flagsWord |= 0x80 }
        if viaBotId != nil { flagsWord |= 0x800 }
        if silent { flagsWord |= 0x2000 }
        if ttlPeriod != nil { flagsWord |= 0x2000000 }
        writer.uint(flagsWord)
        writer.int(id)
        writer.long(userId)
        writer.string(message)
        writer.int(pts)
        writer.int(ptsCount)
        writer.int(date)
        if let fwdFrom { fwdFrom.encode(to: &writer) }
        if let viaBotId { writer.long(viaBotId) }
        if let replyTo { replyTo.encode(to: &writer) }
        if let entities { writer.vector(entities) }
        if let ttlPeriod { writer.int(ttlPeriod) }
      }
    }

    /// `updateShortSentMessage#9015e101`
    package struct UpdateShortSentMessage: Sendable {
      package static var constructorID: UInt32 { 0x9015e101 }
      package let out: Bool
      package let id: Int32
      package let pts: Int32
      package let ptsCount: Int32
      package let date: Int32
      package let media: API.MessageMedia?
      package let entities: [API.MessageEntity]?
      package let ttlPeriod: Int32?

      package init(out: Bool = false, id: Int32, pts: Int32, ptsCount: Int32, date: Int32, media: API.MessageMedia? = nil, entities: [API.MessageEntity]? = nil, ttlPeriod: Int32? = nil) {
        self.out = out
        self.id = id
        self.pts = pts
        self.ptsCount = ptsCount
        self.date = date
        self.media = media
        self.entities = entities
        self.ttlPeriod = ttlPeriod
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.out = flagsWord & 0x2 != 0
        self.id = try reader.int()
        self.pts = try reader.int()
        self.ptsCount = try reader.int()
        self.date = try reader.int()
        self.media = flagsWord & 0x200 != 0 ? try API.MessageMedia(from: &reader) : nil
        self.entities = flagsWord & 0x80 != 0 ? try reader.vector() : nil
        self.ttlPeriod = flagsWord & 0x2000000 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if out { flagsWord |= 0x2 }
        if entities != nil { flagsWord |= 0x80 }
        if media != nil { flagsWord |= 0x200 }
        if ttlPeriod != nil { flagsWord |= 0x2000000 }
        writer.uint(flagsWord)
        writer.int(id)
        writer.int(pts)
        writer.int(ptsCount)
        writer.int(date)
        if let media { media.encode(to: &writer) }
        if let entities { writer.vector(entities) }
        if let ttlPeriod { writer.int(ttlPeriod) }
      }
    }

    /// `updates#74ae4240`
    package struct Updates: Sendable {
      package static var constructorID: UInt32 { 0x74ae4240 }
      package let updates: [API.Update]
      package let users: [API.User]
      package let chats: [API.Chat]
      package let date: Int32
      package let seq: Int32

      package init(updates: [API.Update], users: [API.User], chats: [API.Chat], date: Int32, seq: Int32) {
        self.updates = updates
        self.users = users
        self.chats = chats
        self.date = date
        self.seq = seq
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.updates = try reader.vector()
        self.users = try reader.vector()
        self.chats = try reader.vector()
        self.date = try reader.int()
        self.seq = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(updates)
        writer.vector(users)
        writer.vector(chats)
        writer.int(date)
        writer.int(seq)
      }
    }

    /// `updatesCombined#725b04c3`
    package struct UpdatesCombined: Sendable {
      package static var constructorID: UInt32 { 0x725b04c3 }
      package let updates: [API.Update]
      package let users: [API.User]
      package let chats: [API.Chat]
      package let date: Int32
      package let seqStart: Int32
      package let seq: Int32

      package init(updates: [API.Update], users: [API.User], chats: [API.Chat], date: Int32, seqStart: Int32, seq: Int32) {
        self.updates = updates
        self.users = users
        self.chats = chats
        self.date = date
        self.seqStart = seqStart
        self.seq = seq
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.updates = try reader.vector()
        self.users = try reader.vector()
        self.chats = try reader.vector()
        self.date = try reader.int()
        self.seqStart = try reader.int()
        self.seq = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(updates)
        writer.vector(users)
        writer.vector(chats)
        writer.int(date)
        writer.int(seqStart)
        writer.int(seq)
      }
    }
  }
}
