internal import Model
internal import TelegramSchema

extension TextEntity {
  init(_ entity: API.MessageEntity) {
    switch entity {
    case .messageEntityMention(let it): self.init(.mention, it.offset, it.length)
    case .messageEntityHashtag(let it): self.init(.hashtag, it.offset, it.length)
    case .messageEntityBotCommand(let it): self.init(.botCommand, it.offset, it.length)
    case .messageEntityUrl(let it): self.init(.url, it.offset, it.length)
    case .messageEntityEmail(let it): self.init(.email, it.offset, it.length)
    case .messageEntityPhone(let it): self.init(.phone, it.offset, it.length)
    case .messageEntityCashtag(let it): self.init(.cashtag, it.offset, it.length)
    case .messageEntityBold(let it): self.init(.bold, it.offset, it.length)
    case .messageEntityItalic(let it): self.init(.italic, it.offset, it.length)
    case .messageEntityUnderline(let it): self.init(.underline, it.offset, it.length)
    case .messageEntityStrike(let it): self.init(.strikethrough, it.offset, it.length)
    case .messageEntitySpoiler(let it): self.init(.spoiler, it.offset, it.length)
    case .messageEntityCode(let it): self.init(.code, it.offset, it.length)
    case .messageEntityPre(let it):
      self.init(.pre, it.offset, it.length, it.language.isEmpty ? nil : it.language)
    case .messageEntityBlockquote(let it):
      self.init(it.collapsed ? .expandableBlockquote : .blockquote, it.offset, it.length)
    case .messageEntityTextUrl(let it): self.init(.textURL, it.offset, it.length, it.url)
    case .messageEntityMentionName(let it):
      self.init(.mentionName, it.offset, it.length, String(it.userId))
    case .inputMessageEntityMentionName(let it): self.init(.mentionName, it.offset, it.length)
    case .messageEntityCustomEmoji(let it):
      self.init(.customEmoji, it.offset, it.length, String(it.documentId))
    case .messageEntityBankCard(let it): self.init(.other, it.offset, it.length)
    case .messageEntityUnknown(let it): self.init(.other, it.offset, it.length)
    case .messageEntityDiffDelete(let it): self.init(.other, it.offset, it.length)
    case .messageEntityDiffInsert(let it): self.init(.other, it.offset, it.length)
    case .messageEntityDiffReplace(let it): self.init(.other, it.offset, it.length)
    case .messageEntityFormattedDate(let it): self.init(.other, it.offset, it.length)
    }
  }

  private init(_ kind: Kind, _ offset: Int32, _ length: Int32, _ argument: String? = nil) {
    self.init(kind: kind, offset: offset, length: length, argument: argument)
  }

  /// Nil for what Telegram finds in the text by itself, and for what cannot be sent.
  ///
  /// - Parameter user: how to address the user of a mentionName.
  func outgoing(user: (Int64) -> API.InputUser?) -> API.MessageEntity? {
    switch kind {
    case .bold: return .messageEntityBold(.init(offset: offset, length: length))
    case .italic: return .messageEntityItalic(.init(offset: offset, length: length))
    case .underline: return .messageEntityUnderline(.init(offset: offset, length: length))
    case .strikethrough: return .messageEntityStrike(.init(offset: offset, length: length))
    case .spoiler: return .messageEntitySpoiler(.init(offset: offset, length: length))
    case .code: return .messageEntityCode(.init(offset: offset, length: length))
    case .blockquote: return .messageEntityBlockquote(.init(offset: offset, length: length))
    case .expandableBlockquote:
      return .messageEntityBlockquote(.init(collapsed: true, offset: offset, length: length))
    case .pre:
      return .messageEntityPre(.init(offset: offset, length: length, language: argument ?? ""))
    case .textURL:
      return argument.map {
        .messageEntityTextUrl(.init(offset: offset, length: length, url: $0))
      }
    case .customEmoji:
      return argument.flatMap(Int64.init).map {
        .messageEntityCustomEmoji(.init(offset: offset, length: length, documentId: $0))
      }
    case .mentionName:
      return argument.flatMap(Int64.init).flatMap(user).map {
        .inputMessageEntityMentionName(.init(offset: offset, length: length, userId: $0))
      }
    case .mention, .hashtag, .botCommand, .url, .email, .phone, .cashtag, .other: return nil
    }
  }
}
