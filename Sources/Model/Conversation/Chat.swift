/// A conversation of the account.
package struct Chat: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// With one person.
    case `private`
    /// With a bot.
    case bot
    /// Basic groups and supergroups.
    case group
    case channel
    /// The owner's chat with themselves, "Saved Messages".
    case saved
    /// Telegram's own service account, 777000, which brings login codes.
    case service
  }

  package var id: PeerID
  package var kind: Kind
  /// The group's or channel's title, or the person's name.
  package var title: String
  /// Without the @.
  package var username: String?
  package var isMuted: Bool
  package var isArchived: Bool
  package var unreadCount: Int32
  package var memberCount: Int32?
  /// The newest message, where known.
  package var topMessage: Int32?
  /// Writing into it costs Stars.
  package var isPaid: Bool

  package init(
    id: PeerID, kind: Kind, title: String, username: String? = nil, isMuted: Bool = false,
    isArchived: Bool = false, unreadCount: Int32 = 0, memberCount: Int32? = nil,
    topMessage: Int32? = nil, isPaid: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.username = username
    self.isMuted = isMuted
    self.isArchived = isArchived
    self.unreadCount = unreadCount
    self.memberCount = memberCount
    self.topMessage = topMessage
    self.isPaid = isPaid
  }
}
