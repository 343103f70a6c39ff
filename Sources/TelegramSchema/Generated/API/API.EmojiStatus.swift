// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `EmojiStatus`
  package enum EmojiStatus: TLDecodable, TLEncodable {
    case emojiStatus(API.EmojiStatus.EmojiStatus)
    indirect case emojiStatusCollectible(API.EmojiStatus.EmojiStatusCollectible)
    case emojiStatusEmpty
    case inputEmojiStatusCollectible(API.EmojiStatus.InputEmojiStatusCollectible)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xe7ff068a:
        self = .emojiStatus(try API.EmojiStatus.EmojiStatus(body: &reader))
      case 0x7184603b:
        self = .emojiStatusCollectible(try API.EmojiStatus.EmojiStatusCollectible(body: &reader))
      case 0x2de11aae:
        self = .emojiStatusEmpty
      case 0x07141dbf:
        self = .inputEmojiStatusCollectible(try API.EmojiStatus.InputEmojiStatusCollectible(body: &reader))
      default:
        throw reader.unknown(id, in: "EmojiStatus")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .emojiStatus(let value): writer.constructor(0xe7ff068a); value.encodeBody(to: &writer)
      case .emojiStatusCollectible(let value): writer.constructor(0x7184603b); value.encodeBody(to: &writer)
      case .emojiStatusEmpty: writer.constructor(0x2de11aae)
      case .inputEmojiStatusCollectible(let value): writer.constructor(0x07141dbf); value.encodeBody(to: &writer)
      }
    }

    /// `emojiStatus#e7ff068a`
    package struct EmojiStatus: Sendable {
      package static var constructorID: UInt32 { 0xe7ff068a }
      package let documentId: Int64
      package let until: Int32?

      package init(documentId: Int64, until: Int32? = nil) {
        self.documentId = documentId
        self.until = until
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.documentId = try reader.long()
        self.until = flagsWord & 0x1 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if until != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(documentId)
        if let until { writer.int(until) }
      }
    }

    /// `emojiStatusCollectible#7184603b`
    package struct EmojiStatusCollectible: Sendable {
      package static var constructorID: UInt32 { 0x7184603b }
      package let collectibleId: Int64
      package let documentId: Int64
      package let title: String
      package let slug: String
      package let patternDocumentId: Int64
      package let centerColor: Int32
      package let edgeColor: Int32
      package let patternColor: Int32
      package let textColor: Int32
      package let until: Int32?

      package init(collectibleId: Int64, documentId: Int64, title: String, slug: String, patternDocumentId: Int64, centerColor: Int32, edgeColor: Int32, patternColor: Int32, textColor: Int32, until: Int32? = nil) {
        self.collectibleId = collectibleId
        self.documentId = documentId
        self.title = title
        self.slug = slug
        self.patternDocumentId = patternDocumentId
        self.centerColor = centerColor
        self.edgeColor = edgeColor
        self.patternColor = patternColor
        self.textColor = textColor
        self.until = until
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.collectibleId = try reader.long()
        self.documentId = try reader.long()
        self.title = try reader.string()
        self.slug = try reader.string()
        self.patternDocumentId = try reader.long()
        self.centerColor = try reader.int()
        self.edgeColor = try reader.int()
        self.patternColor = try reader.int()
        self.textColor = try reader.int()
        self.until = flagsWord & 0x1 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if until != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(collectibleId)
        writer.long(documentId)
        writer.string(title)
        writer.string(slug)
        writer.long(patternDocumentId)
        writer.int(centerColor)
        writer.int(edgeColor)
        writer.int(patternColor)
        writer.int(textColor)
        if let until { writer.int(until) }
      }
    }

    /// `inputEmojiStatusCollectible#07141dbf`
    package struct InputEmojiStatusCollectible: Sendable {
      package static var constructorID: UInt32 { 0x07141dbf }
      package let collectibleId: Int64
      package let until: Int32?

      package init(collectibleId: Int64, until: Int32? = nil) {
        self.collectibleId = collectibleId
        self.until = until
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.collectibleId = try reader.long()
        self.until = flagsWord & 0x1 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if until != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.long(collectibleId)
        if let until { writer.int(until) }
      }
    }
  }
}
