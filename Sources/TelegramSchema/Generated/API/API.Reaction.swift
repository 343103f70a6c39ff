// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `Reaction`
  package enum Reaction: TLDecodable, TLEncodable {
    case reactionCustomEmoji(API.Reaction.ReactionCustomEmoji)
    case reactionEmoji(API.Reaction.ReactionEmoji)
    case reactionEmpty
    case reactionPaid

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x8935fc73:
        self = .reactionCustomEmoji(try API.Reaction.ReactionCustomEmoji(body: &reader))
      case 0x1b2286b8:
        self = .reactionEmoji(try API.Reaction.ReactionEmoji(body: &reader))
      case 0x79f5d419:
        self = .reactionEmpty
      case 0x523da4eb:
        self = .reactionPaid
      default:
        throw reader.unknown(id, in: "Reaction")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .reactionCustomEmoji(let value): writer.constructor(0x8935fc73); value.encodeBody(to: &writer)
      case .reactionEmoji(let value): writer.constructor(0x1b2286b8); value.encodeBody(to: &writer)
      case .reactionEmpty: writer.constructor(0x79f5d419)
      case .reactionPaid: writer.constructor(0x523da4eb)
      }
    }

    /// `reactionCustomEmoji#8935fc73`
    package struct ReactionCustomEmoji: Sendable {
      package static var constructorID: UInt32 { 0x8935fc73 }
      package let documentId: Int64

      package init(documentId: Int64) {
        self.documentId = documentId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.documentId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(documentId)
      }
    }

    /// `reactionEmoji#1b2286b8`
    package struct ReactionEmoji: Sendable {
      package static var constructorID: UInt32 { 0x1b2286b8 }
      package let emoticon: String

      package init(emoticon: String) {
        self.emoticon = emoticon
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.emoticon = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(emoticon)
      }
    }
  }
}
