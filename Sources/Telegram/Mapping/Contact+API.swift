internal import Model
internal import TelegramSchema

extension Contact {
  /// Nil for a user of whom nothing is known but the id.
  init?(_ user: API.User) {
    guard case .user(let user) = user else { return nil }
    self.init(user)
  }

  init(_ user: API.User.User) {
    self.init(
      id: user.id, firstName: user.firstName ?? (user.deleted ? "Deleted account" : ""),
      lastName: user.lastName ?? "",
      username: user.username ?? user.usernames?.first { $0.active }?.username,
      isContact: user.contact, isMutual: user.mutualContact, isBot: user.bot,
      isPremium: user.premium, isSelf: user.isSelf, language: user.langCode)
  }
}

extension Chat {
  /// The private chat with the user.
  init(with user: API.User.User) {
    let contact = Contact(user)
    let kind: Kind =
      if user.isSelf {
        .saved
      } else if PeerID.user(user.id).bringsLoginCodes {
        .service
      } else if user.bot {
        .bot
      } else {
        .private
      }
    self.init(
      id: .user(user.id), kind: kind, title: contact.fullName, username: contact.username,
      isPaid: (user.sendPaidMessagesStars ?? 0) > 0)
  }

  /// Nil for what is no place to write: communities, and chats of which nothing is known but the id.
  init?(_ chat: API.Chat) {
    switch chat {
    case .chat(let group):
      self.init(
        id: .group(group.id), kind: .group, title: group.title,
        memberCount: group.participantsCount)
    case .chatForbidden(let group):
      self.init(id: .group(group.id), kind: .group, title: group.title)
    case .channel(let channel):
      self.init(
        id: .channel(channel.id), kind: channel.broadcast ? .channel : .group,
        title: channel.title,
        username: channel.username ?? channel.usernames?.first { $0.active }?.username,
        memberCount: channel.participantsCount, isPaid: (channel.sendPaidMessagesStars ?? 0) > 0)
    case .channelForbidden(let channel):
      self.init(
        id: .channel(channel.id), kind: channel.broadcast ? .channel : .group,
        title: channel.title)
    case .chatEmpty, .community, .communityForbidden: return nil
    }
  }
}
