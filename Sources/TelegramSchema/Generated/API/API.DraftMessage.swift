// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `DraftMessage`
  package enum DraftMessage: TLDecodable, TLEncodable {
    indirect case draftMessage(API.DraftMessage.DraftMessage)
    case draftMessageEmpty(API.DraftMessage.DraftMessageEmpty)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x60fe3294:
        self = .draftMessage(try API.DraftMessage.DraftMessage(body: &reader))
      case 0x1b0c841a:
        self = .draftMessageEmpty(try API.DraftMessage.DraftMessageEmpty(body: &reader))
      default:
        throw reader.unknown(id, in: "DraftMessage")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .draftMessage(let value): writer.constructor(0x60fe3294); value.encodeBody(to: &writer)
      case .draftMessageEmpty(let value): writer.constructor(0x1b0c841a); value.encodeBody(to: &writer)
      }
    }

    /// `draftMessage#60fe3294`
    package struct DraftMessage: Sendable {
      package static var constructorID: UInt32 { 0x60fe3294 }
      package let noWebpage: Bool
      package let invertMedia: Bool
      package let replyTo: API.InputReplyTo?
      package let message: String
      package let entities: [API.MessageEntity]?
      package let media: API.InputMedia?
      package let date: Int32
      package let effect: Int64?
      package let suggestedPost: TLRaw?
      package let richMessage: TLRaw?

      package init(noWebpage: Bool = false, invertMedia: Bool = false, replyTo: API.InputReplyTo? = nil, message: String, entities: [API.MessageEntity]? = nil, media: API.InputMedia? = nil, date: Int32, effect: Int64? = nil, suggestedPost: TLRaw? = nil, richMessage: TLRaw? = nil) {
        self.noWebpage = noWebpage
        self.invertMedia = invertMedia
        self.replyTo = replyTo
        self.message = message
        self.entities = entities
        self.media = media
        self.date = date
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
        self.message = try reader.string()
        self.entities = flagsWord & 0x8 != 0 ? try reader.vector() : nil
        self.media = flagsWord & 0x20 != 0 ? try API.InputMedia(from: &reader) : nil
        self.date = try reader.int()
        self.effect = flagsWord & 0x80 != 0 ? try reader.long() : nil
        self.suggestedPost = flagsWord & 0x100 != 0 ? try reader.raw(type: 389) : nil
        self.richMessage = flagsWord & 0x200 != 0 ? try reader.raw(type: 312) : nil
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
        writer.string(message)
        if let entities { writer.vector(entities) }
        if let media { media.encode(to: &writer) }
        writer.int(date)
        if let effect { writer.long(effect) }
        if let suggestedPost { suggestedPost.encode(to: &writer) }
        if let richMessage { richMessage.encode(to: &writer) }
      }
    }

    /// `draftMessageEmpty#1b0c841a`
    package struct DraftMessageEmpty: Sendable {
      package static var constructorID: UInt32 { 0x1b0c841a }
      package let date: Int32?

      package init(date: Int32? = nil) {
        self.date = date
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.date = flagsWord & 0x1 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if date != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        if let date { writer.int(date) }
      }
    }
  }
}
