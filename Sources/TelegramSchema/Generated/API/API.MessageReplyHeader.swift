// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `MessageReplyHeader`
  package enum MessageReplyHeader: TLDecodable, TLEncodable {
    indirect case messageReplyHeader(API.MessageReplyHeader.MessageReplyHeader)
    /// A constructor that has no Swift type.
    case raw(TLRaw)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0x1b97dd66:
        _ = try reader.constructor()
        self = .messageReplyHeader(try API.MessageReplyHeader.MessageReplyHeader(body: &reader))
      default:
        self = .raw(try reader.raw(type: 230))
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .messageReplyHeader(let value): writer.constructor(0x1b97dd66); value.encodeBody(to: &writer)
      case .raw(let value): value.encode(to: &writer)
      }
    }

    /// `messageReplyHeader#1b97dd66`
    package struct MessageReplyHeader: Sendable {
      package static var constructorID: UInt32 { 0x1b97dd66 }
      package let replyToScheduled: Bool
      package let forumTopic: Bool
      package let quote: Bool
      package let replyToEphemeral: Bool
      package let replyToMsgId: Int32?
      package let replyToPeerId: API.Peer?
      package let replyFrom: API.MessageFwdHeader?
      package let replyMedia: API.MessageMedia?
      package let replyToTopId: Int32?
      package let quoteText: String?
      package let quoteEntities: [API.MessageEntity]?
      package let quoteOffset: Int32?
      package let todoItemId: Int32?
      package let pollOption: [UInt8]?

      package init(replyToScheduled: Bool = false, forumTopic: Bool = false, quote: Bool = false, replyToEphemeral: Bool = false, replyToMsgId: Int32? = nil, replyToPeerId: API.Peer? = nil, replyFrom: API.MessageFwdHeader? = nil, replyMedia: API.MessageMedia? = nil, replyToTopId: Int32? = nil, quoteText: String? = nil, quoteEntities: [API.MessageEntity]? = nil, quoteOffset: Int32? = nil, todoItemId: Int32? = nil, pollOption: [UInt8]? = nil) {
        self.replyToScheduled = replyToScheduled
        self.forumTopic = forumTopic
        self.quote = quote
        self.replyToEphemeral = replyToEphemeral
        self.replyToMsgId = replyToMsgId
        self.replyToPeerId = replyToPeerId
        self.replyFrom = replyFrom
        self.replyMedia = replyMedia
        self.replyToTopId = replyToTopId
        self.quoteText = quoteText
        self.quoteEntities = quoteEntities
        self.quoteOffset = quoteOffset
        self.todoItemId = todoItemId
        self.pollOption = pollOption
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.replyToScheduled = flagsWord & 0x4 != 0
        self.forumTopic = flagsWord & 0x8 != 0
        self.quote = flagsWord & 0x200 != 0
        self.replyToEphemeral = flagsWord & 0x2000 != 0
        self.replyToMsgId = flagsWord & 0x10 != 0 ? try reader.int() : nil
        self.replyToPeerId = flagsWord & 0x1 != 0 ? try API.Peer(from: &reader) : nil
        self.replyFrom = flagsWord & 0x20 != 0 ? try API.MessageFwdHeader(from: &reader) : nil
        self.replyMedia = flagsWord & 0x100 != 0 ? try API.MessageMedia(from: &reader) : nil
        self.replyToTopId = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.quoteText = flagsWord & 0x40 != 0 ? try reader.string() : nil
        self.quoteEntities = flagsWord & 0x80 != 0 ? try reader.vector() : nil
        self.quoteOffset = flagsWord & 0x400 != 0 ? try reader.int() : nil
        self.todoItemId = flagsWord & 0x800 != 0 ? try reader.int() : nil
        self.pollOption = flagsWord & 0x1000 != 0 ? try reader.bytes() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if replyToPeerId != nil { flagsWord |= 0x1 }
        if replyToTopId != nil { flagsWord |= 0x2 }
        if replyToScheduled { flagsWord |= 0x4 }
        if forumTopic { flagsWord |= 0x8 }
        if replyToMsgId != nil { flagsWord |= 0x10 }
        if replyFrom != nil { flagsWord |= 0x20 }
        if quoteText != nil { flagsWord |= 0x40 }
        if quoteEntities != nil { flagsWord |= 0x80 }
        if replyMedia != nil { flagsWord |= 0x100 }
        if quote { flagsWord |= 0x200 }
        if quoteOffset != nil { flagsWord |= 0x400 }
        if todoItemId != nil { flagsWord |= 0x800 }
        if pollOption != nil { flagsWord |= 0x1000 }
        if replyToEphemeral { flagsWord |= 0x2000 }
        writer.uint(flagsWord)
        if let replyToMsgId { writer.int(replyToMsgId) }
        if let replyToPeerId { replyToPeerId.encode(to: &writer) }
        if let replyFrom { replyFrom.encode(to: &writer) }
        if let replyMedia { replyMedia.encode(to: &writer) }
        if let replyToTopId { writer.int(replyToTopId) }
        if let quoteText { writer.string(quoteText) }
        if let quoteEntities { writer.vector(quoteEntities) }
        if let quoteOffset { writer.int(quoteOffset) }
        if let todoItemId { writer.int(todoItemId) }
        if let pollOption { writer.bytes(pollOption) }
      }
    }
  }
}
