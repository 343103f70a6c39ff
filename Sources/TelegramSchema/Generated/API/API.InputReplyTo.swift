// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputReplyTo`
  package enum InputReplyTo: TLDecodable, TLEncodable {
    case inputReplyToEphemeralMessage(API.InputReplyTo.InputReplyToEphemeralMessage)
    indirect case inputReplyToMessage(API.InputReplyTo.InputReplyToMessage)
    case inputReplyToMonoForum(API.InputReplyTo.InputReplyToMonoForum)
    case inputReplyToStory(API.InputReplyTo.InputReplyToStory)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x4119b95e:
        self = .inputReplyToEphemeralMessage(try API.InputReplyTo.InputReplyToEphemeralMessage(body: &reader))
      case 0x3bd4b7c2:
        self = .inputReplyToMessage(try API.InputReplyTo.InputReplyToMessage(body: &reader))
      case 0x69d66c45:
        self = .inputReplyToMonoForum(try API.InputReplyTo.InputReplyToMonoForum(body: &reader))
      case 0x5881323a:
        self = .inputReplyToStory(try API.InputReplyTo.InputReplyToStory(body: &reader))
      default:
        throw reader.unknown(id, in: "InputReplyTo")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputReplyToEphemeralMessage(let value): writer.constructor(0x4119b95e); value.encodeBody(to: &writer)
      case .inputReplyToMessage(let value): writer.constructor(0x3bd4b7c2); value.encodeBody(to: &writer)
      case .inputReplyToMonoForum(let value): writer.constructor(0x69d66c45); value.encodeBody(to: &writer)
      case .inputReplyToStory(let value): writer.constructor(0x5881323a); value.encodeBody(to: &writer)
      }
    }

    /// `inputReplyToEphemeralMessage#4119b95e`
    package struct InputReplyToEphemeralMessage: Sendable {
      package static var constructorID: UInt32 { 0x4119b95e }
      package let id: Int32

      package init(id: Int32) {
        self.id = id
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(id)
      }
    }

    /// `inputReplyToMessage#3bd4b7c2`
    package struct InputReplyToMessage: Sendable {
      package static var constructorID: UInt32 { 0x3bd4b7c2 }
      package let replyToMsgId: Int32
      package let topMsgId: Int32?
      package let replyToPeerId: API.InputPeer?
      package let quoteText: String?
      package let quoteEntities: [API.MessageEntity]?
      package let quoteOffset: Int32?
      package let monoforumPeerId: API.InputPeer?
      package let todoItemId: Int32?
      package let pollOption: [UInt8]?

      package init(replyToMsgId: Int32, topMsgId: Int32? = nil, replyToPeerId: API.InputPeer? = nil, quoteText: String? = nil, quoteEntities: [API.MessageEntity]? = nil, quoteOffset: Int32? = nil, monoforumPeerId: API.InputPeer? = nil, todoItemId: Int32? = nil, pollOption: [UInt8]? = nil) {
        self.replyToMsgId = replyToMsgId
        self.topMsgId = topMsgId
        self.replyToPeerId = replyToPeerId
        self.quoteText = quoteText
        self.quoteEntities = quoteEntities
        self.quoteOffset = quoteOffset
        self.monoforumPeerId = monoforumPeerId
        self.todoItemId = todoItemId
        self.pollOption = pollOption
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.replyToMsgId = try reader.int()
        self.topMsgId = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.replyToPeerId = flagsWord & 0x2 != 0 ? try API.InputPeer(from: &reader) : nil
        self.quoteText = flagsWord & 0x4 != 0 ? try reader.string() : nil
        self.quoteEntities = flagsWord & 0x8 != 0 ? try reader.vector() : nil
        self.quoteOffset = flagsWord & 0x10 != 0 ? try reader.int() : nil
        self.monoforumPeerId = flagsWord & 0x20 != 0 ? try API.InputPeer(from: &reader) : nil
        self.todoItemId = flagsWord & 0x40 != 0 ? try reader.int() : nil
        self.pollOption = flagsWord & 0x80 != 0 ? try reader.bytes() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if topMsgId != nil { flagsWord |= 0x1 }
        if replyToPeerId != nil { flagsWord |= 0x2 }
        if quoteText != nil { flagsWord |= 0x4 }
        if quoteEntities != nil { flagsWord |= 0x8 }
        if quoteOffset != nil { flagsWord |= 0x10 }
        if monoforumPeerId != nil { flagsWord |= 0x20 }
        if todoItemId != nil { flagsWord |= 0x40 }
        if pollOption != nil { flagsWord |= 0x80 }
        writer.uint(flagsWord)
        writer.int(replyToMsgId)
        if let topMsgId { writer.int(topMsgId) }
        if let replyToPeerId { replyToPeerId.encode(to: &writer) }
        if let quoteText { writer.string(quoteText) }
        if let quoteEntities { writer.vector(quoteEntities) }
        if let quoteOffset { writer.int(quoteOffset) }
        if let monoforumPeerId { monoforumPeerId.encode(to: &writer) }
        if let todoItemId { writer.int(todoItemId) }
        if let pollOption { writer.bytes(pollOption) }
      }
    }

    /// `inputReplyToMonoForum#69d66c45`
    package struct InputReplyToMonoForum: Sendable {
      package static var constructorID: UInt32 { 0x69d66c45 }
      package let monoforumPeerId: API.InputPeer

      package init(monoforumPeerId: API.InputPeer) {
        self.monoforumPeerId = monoforumPeerId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.monoforumPeerId = try API.InputPeer(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        monoforumPeerId.encode(to: &writer)
      }
    }

    /// `inputReplyToStory#5881323a`
    package struct InputReplyToStory: Sendable {
      package static var constructorID: UInt32 { 0x5881323a }
      package let peer: API.InputPeer
      package let storyId: Int32

      package init(peer: API.InputPeer, storyId: Int32) {
        self.peer = peer
        self.storyId = storyId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.peer = try API.InputPeer(from: &reader)
        self.storyId = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        peer.encode(to: &writer)
        writer.int(storyId)
      }
    }
  }
}
