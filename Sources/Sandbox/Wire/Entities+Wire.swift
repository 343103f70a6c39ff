import Model
import TelegramSchema

extension TextEntity {
  /// Nil for kinds that the world does not keep.
  init?(wire: API.MessageEntity) {
    func entity(_ kind: Kind, _ offset: Int32, _ length: Int32, _ argument: String? = nil) -> Self {
      TextEntity(kind: kind, offset: offset, length: length, argument: argument)
    }
    switch wire {
    case .messageEntityMention(let e): self = entity(.mention, e.offset, e.length)
    case .messageEntityHashtag(let e): self = entity(.hashtag, e.offset, e.length)
    case .messageEntityBotCommand(let e): self = entity(.botCommand, e.offset, e.length)
    case .messageEntityUrl(let e): self = entity(.url, e.offset, e.length)
    case .messageEntityEmail(let e): self = entity(.email, e.offset, e.length)
    case .messageEntityPhone(let e): self = entity(.phone, e.offset, e.length)
    case .messageEntityCashtag(let e): self = entity(.cashtag, e.offset, e.length)
    case .messageEntityBold(let e): self = entity(.bold, e.offset, e.length)
    case .messageEntityItalic(let e): self = entity(.italic, e.offset, e.length)
    case .messageEntityUnderline(let e): self = entity(.underline, e.offset, e.length)
    case .messageEntityStrike(let e): self = entity(.strikethrough, e.offset, e.length)
    case .messageEntitySpoiler(let e): self = entity(.spoiler, e.offset, e.length)
    case .messageEntityCode(let e): self = entity(.code, e.offset, e.length)
    case .messageEntityPre(let e): self = entity(.pre, e.offset, e.length, e.language)
    case .messageEntityBlockquote(let e):
      self = entity(e.collapsed ? .expandableBlockquote : .blockquote, e.offset, e.length)
    case .messageEntityTextUrl(let e): self = entity(.textURL, e.offset, e.length, e.url)
    case .messageEntityMentionName(let e):
      self = entity(.mentionName, e.offset, e.length, String(e.userId))
    case .inputMessageEntityMentionName(let e):
      guard case .inputUser(let user) = e.userId else { return nil }
      self = entity(.mentionName, e.offset, e.length, String(user.userId))
    case .messageEntityCustomEmoji(let e):
      self = entity(.customEmoji, e.offset, e.length, String(e.documentId))
    default: return nil
    }
  }

  var wire: API.MessageEntity {
    switch kind {
    case .mention: .messageEntityMention(.init(offset: offset, length: length))
    case .hashtag: .messageEntityHashtag(.init(offset: offset, length: length))
    case .botCommand: .messageEntityBotCommand(.init(offset: offset, length: length))
    case .url: .messageEntityUrl(.init(offset: offset, length: length))
    case .email: .messageEntityEmail(.init(offset: offset, length: length))
    case .phone: .messageEntityPhone(.init(offset: offset, length: length))
    case .cashtag: .messageEntityCashtag(.init(offset: offset, length: length))
    case .bold: .messageEntityBold(.init(offset: offset, length: length))
    case .italic: .messageEntityItalic(.init(offset: offset, length: length))
    case .underline: .messageEntityUnderline(.init(offset: offset, length: length))
    case .strikethrough: .messageEntityStrike(.init(offset: offset, length: length))
    case .spoiler: .messageEntitySpoiler(.init(offset: offset, length: length))
    case .code: .messageEntityCode(.init(offset: offset, length: length))
    case .pre:
      .messageEntityPre(.init(offset: offset, length: length, language: argument ?? ""))
    case .blockquote: .messageEntityBlockquote(.init(offset: offset, length: length))
    case .expandableBlockquote:
      .messageEntityBlockquote(.init(collapsed: true, offset: offset, length: length))
    case .textURL:
      .messageEntityTextUrl(.init(offset: offset, length: length, url: argument ?? ""))
    case .mentionName:
      .messageEntityMentionName(
        .init(offset: offset, length: length, userId: argument.flatMap(Int64.init) ?? 0))
    case .customEmoji:
      .messageEntityCustomEmoji(
        .init(offset: offset, length: length, documentId: argument.flatMap(Int64.init) ?? 0))
    case .other: .messageEntityUnknown(.init(offset: offset, length: length))
    }
  }
}

extension PeerID {
  var wire: API.Peer {
    switch self {
    case .user(let id): .peerUser(.init(userId: id))
    case .group(let id): .peerChat(.init(chatId: id))
    case .channel(let id): .peerChannel(.init(channelId: id))
    }
  }
}
