// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `MessageEntity`
  package enum MessageEntity: TLDecodable, TLEncodable {
    case inputMessageEntityMentionName(API.MessageEntity.InputMessageEntityMentionName)
    case messageEntityBankCard(API.MessageEntity.MessageEntityBankCard)
    case messageEntityBlockquote(API.MessageEntity.MessageEntityBlockquote)
    case messageEntityBold(API.MessageEntity.MessageEntityBold)
    case messageEntityBotCommand(API.MessageEntity.MessageEntityBotCommand)
    case messageEntityCashtag(API.MessageEntity.MessageEntityCashtag)
    case messageEntityCode(API.MessageEntity.MessageEntityCode)
    case messageEntityCustomEmoji(API.MessageEntity.MessageEntityCustomEmoji)
    case messageEntityDiffDelete(API.MessageEntity.MessageEntityDiffDelete)
    case messageEntityDiffInsert(API.MessageEntity.MessageEntityDiffInsert)
    case messageEntityDiffReplace(API.MessageEntity.MessageEntityDiffReplace)
    case messageEntityEmail(API.MessageEntity.MessageEntityEmail)
    case messageEntityFormattedDate(API.MessageEntity.MessageEntityFormattedDate)
    case messageEntityHashtag(API.MessageEntity.MessageEntityHashtag)
    case messageEntityItalic(API.MessageEntity.MessageEntityItalic)
    case messageEntityMention(API.MessageEntity.MessageEntityMention)
    case messageEntityMentionName(API.MessageEntity.MessageEntityMentionName)
    case messageEntityPhone(API.MessageEntity.MessageEntityPhone)
    case messageEntityPre(API.MessageEntity.MessageEntityPre)
    case messageEntitySpoiler(API.MessageEntity.MessageEntitySpoiler)
    case messageEntityStrike(API.MessageEntity.MessageEntityStrike)
    case messageEntityTextUrl(API.MessageEntity.MessageEntityTextUrl)
    case messageEntityUnderline(API.MessageEntity.MessageEntityUnderline)
    case messageEntityUnknown(API.MessageEntity.MessageEntityUnknown)
    case messageEntityUrl(API.MessageEntity.MessageEntityUrl)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x208e68c9:
        self = .inputMessageEntityMentionName(try API.MessageEntity.InputMessageEntityMentionName(body: &reader))
      case 0x761e6af4:
        self = .messageEntityBankCard(try API.MessageEntity.MessageEntityBankCard(body: &reader))
      case 0xf1ccaaac:
        self = .messageEntityBlockquote(try API.MessageEntity.MessageEntityBlockquote(body: &reader))
      case 0xbd610bc9:
        self = .messageEntityBold(try API.MessageEntity.MessageEntityBold(body: &reader))
      case 0x6cef8ac7:
        self = .messageEntityBotCommand(try API.MessageEntity.MessageEntityBotCommand(body: &reader))
      case 0x4c4e743f:
        self = .messageEntityCashtag(try API.MessageEntity.MessageEntityCashtag(body: &reader))
      case 0x28a20571:
        self = .messageEntityCode(try API.MessageEntity.MessageEntityCode(body: &reader))
      case 0xc8cf05f8:
        self = .messageEntityCustomEmoji(try API.MessageEntity.MessageEntityCustomEmoji(body: &reader))
      case 0x0652c1c5:
        self = .messageEntityDiffDelete(try API.MessageEntity.MessageEntityDiffDelete(body: &reader))
      case 0x71777116:
        self = .messageEntityDiffInsert(try API.MessageEntity.MessageEntityDiffInsert(body: &reader))
      case 0xc6c1e5a7:
        self = .messageEntityDiffReplace(try API.MessageEntity.MessageEntityDiffReplace(body: &reader))
      case 0x64e475c2:
        self = .messageEntityEmail(try API.MessageEntity.MessageEntityEmail(body: &reader))
      case 0x904ac7c7:
        self = .messageEntityFormattedDate(try API.MessageEntity.MessageEntityFormattedDate(body: &reader))
      case 0x6f635b0d:
        self = .messageEntityHashtag(try API.MessageEntity.MessageEntityHashtag(body: &reader))
      case 0x826f8b60:
        self = .messageEntityItalic(try API.MessageEntity.MessageEntityItalic(body: &reader))
      case 0xfa04579d:
        self = .messageEntityMention(try API.MessageEntity.MessageEntityMention(body: &reader))
      case 0xdc7b1140:
        self = .messageEntityMentionName(try API.MessageEntity.MessageEntityMentionName(body: &reader))
      case 0x9b69e34b:
        self = .messageEntityPhone(try API.MessageEntity.MessageEntityPhone(body: &reader))
      case 0x73924be0:
        self = .messageEntityPre(try API.MessageEntity.MessageEntityPre(body: &reader))
      case 0x32ca960f:
        self = .messageEntitySpoiler(try API.MessageEntity.MessageEntitySpoiler(body: &reader))
      case 0xbf0693d4:
        self = .messageEntityStrike(try API.MessageEntity.MessageEntityStrike(body: &reader))
      case 0x76a6d327:
        self = .messageEntityTextUrl(try API.MessageEntity.MessageEntityTextUrl(body: &reader))
      case 0x9c4e7e8b:
        self = .messageEntityUnderline(try API.MessageEntity.MessageEntityUnderline(body: &reader))
      case 0xbb92ba95:
        self = .messageEntityUnknown(try API.MessageEntity.MessageEntityUnknown(body: &reader))
      case 0x6ed02538:
        self = .messageEntityUrl(try API.MessageEntity.MessageEntityUrl(body: &reader))
      default:
        throw reader.unknown(id, in: "MessageEntity")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputMessageEntityMentionName(let value): writer.constructor(0x208e68c9); value.encodeBody(to: &writer)
      case .messageEntityBankCard(let value): writer.constructor(0x761e6af4); value.encodeBody(to: &writer)
      case .messageEntityBlockquote(let value): writer.constructor(0xf1ccaaac); value.encodeBody(to: &writer)
      case .messageEntityBold(let value): writer.constructor(0xbd610bc9); value.encodeBody(to: &writer)
      case .messageEntityBotCommand(let value): writer.constructor(0x6cef8ac7); value.encodeBody(to: &writer)
      case .messageEntityCashtag(let value): writer.constructor(0x4c4e743f); value.encodeBody(to: &writer)
      case .messageEntityCode(let value): writer.constructor(0x28a20571); value.encodeBody(to: &writer)
      case .messageEntityCustomEmoji(let value): writer.constructor(0xc8cf05f8); value.encodeBody(to: &writer)
      case .messageEntityDiffDelete(let value): writer.constructor(0x0652c1c5); value.encodeBody(to: &writer)
      case .messageEntityDiffInsert(let value): writer.constructor(0x71777116); value.encodeBody(to: &writer)
      case .messageEntityDiffReplace(let value): writer.constructor(0xc6c1e5a7); value.encodeBody(to: &writer)
      case .messageEntityEmail(let value): writer.constructor(0x64e475c2); value.encodeBody(to: &writer)
      case .messageEntityFormattedDate(let value): writer.constructor(0x904ac7c7); value.encodeBody(to: &writer)
      case .messageEntityHashtag(let value): writer.constructor(0x6f635b0d); value.encodeBody(to: &writer)
      case .messageEntityItalic(let value): writer.constructor(0x826f8b60); value.encodeBody(to: &writer)
      case .messageEntityMention(let value): writer.constructor(0xfa04579d); value.encodeBody(to: &writer)
      case .messageEntityMentionName(let value): writer.constructor(0xdc7b1140); value.encodeBody(to: &writer)
      case .messageEntityPhone(let value): writer.constructor(0x9b69e34b); value.encodeBody(to: &writer)
      case .messageEntityPre(let value): writer.constructor(0x73924be0); value.encodeBody(to: &writer)
      case .messageEntitySpoiler(let value): writer.constructor(0x32ca960f); value.encodeBody(to: &writer)
      case .messageEntityStrike(let value): writer.constructor(0xbf0693d4); value.encodeBody(to: &writer)
      case .messageEntityTextUrl(let value): writer.constructor(0x76a6d327); value.encodeBody(to: &writer)
      case .messageEntityUnderline(let value): writer.constructor(0x9c4e7e8b); value.encodeBody(to: &writer)
      case .messageEntityUnknown(let value): writer.constructor(0xbb92ba95); value.encodeBody(to: &writer)
      case .messageEntityUrl(let value): writer.constructor(0x6ed02538); value.encodeBody(to: &writer)
      }
    }

    /// `inputMessageEntityMentionName#208e68c9`
    package struct InputMessageEntityMentionName: Sendable {
      package static var constructorID: UInt32 { 0x208e68c9 }
      package let offset: Int32
      package let length: Int32
      package let userId: API.InputUser

      package init(offset: Int32, length: Int32, userId: API.InputUser) {
        self.offset = offset
        self.length = length
        self.userId = userId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
        self.userId = try API.InputUser(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
        userId.encode(to: &writer)
      }
    }

    /// `messageEntityBankCard#761e6af4`
    package struct MessageEntityBankCard: Sendable {
      package static var constructorID: UInt32 { 0x761e6af4 }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityBlockquote#f1ccaaac`
    package struct MessageEntityBlockquote: Sendable {
      package static var constructorID: UInt32 { 0xf1ccaaac }
      package let collapsed: Bool
      package let offset: Int32
      package let length: Int32

      package init(collapsed: Bool = false, offset: Int32, length: Int32) {
        self.collapsed = collapsed
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.collapsed = flagsWord & 0x1 != 0
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if collapsed { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityBold#bd610bc9`
    package struct MessageEntityBold: Sendable {
      package static var constructorID: UInt32 { 0xbd610bc9 }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityBotCommand#6cef8ac7`
    package struct MessageEntityBotCommand: Sendable {
      package static var constructorID: UInt32 { 0x6cef8ac7 }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityCashtag#4c4e743f`
    package struct MessageEntityCashtag: Sendable {
      package static var constructorID: UInt32 { 0x4c4e743f }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityCode#28a20571`
    package struct MessageEntityCode: Sendable {
      package static var constructorID: UInt32 { 0x28a20571 }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityCustomEmoji#c8cf05f8`
    package struct MessageEntityCustomEmoji: Sendable {
      package static var constructorID: UInt32 { 0xc8cf05f8 }
      package let offset: Int32
      package let length: Int32
      package let documentId: Int64

      package init(offset: Int32, length: Int32, documentId: Int64) {
        self.offset = offset
        self.length = length
        self.documentId = documentId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
        self.documentId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
        writer.long(documentId)
      }
    }

    /// `messageEntityDiffDelete#0652c1c5`
    package struct MessageEntityDiffDelete: Sendable {
      package static var constructorID: UInt32 { 0x0652c1c5 }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityDiffInsert#71777116`
    package struct MessageEntityDiffInsert: Sendable {
      package static var constructorID: UInt32 { 0x71777116 }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityDiffReplace#c6c1e5a7`
    package struct MessageEntityDiffReplace: Sendable {
      package static var constructorID: UInt32 { 0xc6c1e5a7 }
      package let offset: Int32
      package let length: Int32
      package let oldText: String

      package init(offset: Int32, length: Int32, oldText: String) {
        self.offset = offset
        self.length = length
        self.oldText = oldText
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
        self.oldText = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
        writer.string(oldText)
      }
    }

    /// `messageEntityEmail#64e475c2`
    package struct MessageEntityEmail: Sendable {
      package static var constructorID: UInt32 { 0x64e475c2 }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityFormattedDate#904ac7c7`
    package struct MessageEntityFormattedDate: Sendable {
      package static var constructorID: UInt32 { 0x904ac7c7 }
      package let relative: Bool
      package let shortTime: Bool
      package let longTime: Bool
      package let shortDate: Bool
      package let longDate: Bool
      package let dayOfWeek: Bool
      package let offset: Int32
      package let length: Int32
      package let date: Int32

      package init(relative: Bool = false, shortTime: Bool = false, longTime: Bool = false, shortDate: Bool = false, longDate: Bool = false, dayOfWeek: Bool = false, offset: Int32, length: Int32, date: Int32) {
        self.relative = relative
        self.shortTime = shortTime
        self.longTime = longTime
        self.shortDate = shortDate
        self.longDate = longDate
        self.dayOfWeek = dayOfWeek
        self.offset = offset
        self.length = length
        self.date = date
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.relative = flagsWord & 0x1 != 0
        self.shortTime = flagsWord & 0x2 != 0
        self.longTime = flagsWord & 0x4 != 0
        self.shortDate = flagsWord & 0x8 != 0
        self.longDate = flagsWord & 0x10 != 0
        self.dayOfWeek = flagsWord & 0x20 != 0
        self.offset = try reader.int()
        self.length = try reader.int()
        self.date = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if relative { flagsWord |= 0x1 }
        if shortTime { flagsWord |= 0x2 }
        if longTime { flagsWord |= 0x4 }
        if shortDate { flagsWord |= 0x8 }
        if longDate { flagsWord |= 0x10 }
        if dayOfWeek { flagsWord |= 0x20 }
        writer.uint(flagsWord)
        writer.int(offset)
        writer.int(length)
        writer.int(date)
      }
    }

    /// `messageEntityHashtag#6f635b0d`
    package struct MessageEntityHashtag: Sendable {
      package static var constructorID: UInt32 { 0x6f635b0d }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityItalic#826f8b60`
    package struct MessageEntityItalic: Sendable {
      package static var constructorID: UInt32 { 0x826f8b60 }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityMention#fa04579d`
    package struct MessageEntityMention: Sendable {
      package static var constructorID: UInt32 { 0xfa04579d }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityMentionName#dc7b1140`
    package struct MessageEntityMentionName: Sendable {
      package static var constructorID: UInt32 { 0xdc7b1140 }
      package let offset: Int32
      package let length: Int32
      package let userId: Int64

      package init(offset: Int32, length: Int32, userId: Int64) {
        self.offset = offset
        self.length = length
        self.userId = userId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
        self.userId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
        writer.long(userId)
      }
    }

    /// `messageEntityPhone#9b69e34b`
    package struct MessageEntityPhone: Sendable {
      package static var constructorID: UInt32 { 0x9b69e34b }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityPre#73924be0`
    package struct MessageEntityPre: Sendable {
      package static var constructorID: UInt32 { 0x73924be0 }
      package let offset: Int32
      package let length: Int32
      package let language: String

      package init(offset: Int32, length: Int32, language: String) {
        self.offset = offset
        self.length = length
        self.language = language
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
        self.language = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
        writer.string(language)
      }
    }

    /// `messageEntitySpoiler#32ca960f`
    package struct MessageEntitySpoiler: Sendable {
      package static var constructorID: UInt32 { 0x32ca960f }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityStrike#bf0693d4`
    package struct MessageEntityStrike: Sendable {
      package static var constructorID: UInt32 { 0xbf0693d4 }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityTextUrl#76a6d327`
    package struct MessageEntityTextUrl: Sendable {
      package static var constructorID: UInt32 { 0x76a6d327 }
      package let offset: Int32
      package let length: Int32
      package let url: String

      package init(offset: Int32, length: Int32, url: String) {
        self.offset = offset
        self.length = length
        self.url = url
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
        self.url = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
        writer.string(url)
      }
    }

    /// `messageEntityUnderline#9c4e7e8b`
    package struct MessageEntityUnderline: Sendable {
      package static var constructorID: UInt32 { 0x9c4e7e8b }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityUnknown#bb92ba95`
    package struct MessageEntityUnknown: Sendable {
      package static var constructorID: UInt32 { 0xbb92ba95 }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }

    /// `messageEntityUrl#6ed02538`
    package struct MessageEntityUrl: Sendable {
      package static var constructorID: UInt32 { 0x6ed02538 }
      package let offset: Int32
      package let length: Int32

      package init(offset: Int32, length: Int32) {
        self.offset = offset
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.offset = try reader.int()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(offset)
        writer.int(length)
      }
    }
  }
}
