import Model

/// Which chats are read: a `monitor` declaration.
struct Monitor: Sendable, Hashable {
  var name: String
  var selectors: [ChatSelector]
  /// Folded.
  var titles: [String]
  var contacts: Bool?
  var exclude: [ChatSelector]
  var onlyMentions: Bool
  /// Nil: it listens to nothing.
  var listening: Listening?
  var learns = false
  var shares = false
  var keep: Duration?

  /// How precisely a chat is meant, the most precise last.
  enum Precision: Int, Sendable, Comparable {
    case kind, title, named

    static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
  }

  /// Nil: the chat is not covered.
  ///
  /// - Parameter contact: the other side of a private chat.
  func coverage(of chat: Chat, contact: Contact?, kind: Chat.Kind) -> Precision? {
    if exclude.contains(where: { Self.fits($0, chat, kind) }) { return nil }
    var best: Precision?
    for selector in selectors where Self.fits(selector, chat, kind) {
      switch selector {
      case .peer: return .named
      case .kind(let kind): if kind != .private || contactFits(contact) { best = .kind }
      }
    }
    let hasTitle = kind == .group || kind == .channel
    if hasTitle, !titles.isEmpty, titles.contains(TextFolding.fold(chat.title)) { best = .title }
    return best
  }

  /// Whether this person, or bot, is listed and not excluded.
  func names(_ person: Contact) -> Bool {
    func isListed(_ selector: ChatSelector) -> Bool {
      if case .peer(let peer) = selector { peer.fits(person) } else { false }
    }
    return selectors.contains(where: isListed) && !exclude.contains(where: isListed)
  }

  func reads(_ message: Message, kind: Chat.Kind) -> Bool {
    guard onlyMentions, kind == .group || kind == .channel else { return true }
    return message.mentionsOwner || message.repliesToOwner
  }

  private func contactFits(_ contact: Contact?) -> Bool {
    guard let contacts else { return true }
    return (contact?.isContact ?? false) == contacts
  }

  private static func fits(_ selector: ChatSelector, _ chat: Chat, _ kind: Chat.Kind) -> Bool {
    switch selector {
    case .kind(let wanted): wanted == kind
    case .peer(let peer): peer.fits(chat)
    }
  }
}
