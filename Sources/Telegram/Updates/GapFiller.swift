internal import MTProto
internal import Model

/// Fetches from the chats themselves what Telegram no longer tells as updates: their newest messages since
/// an instant, within bounds.
struct GapFiller: Sendable {
  /// Chats that are looked at, the newest first.
  static let maximumChats = 1000
  static let maximumPerChat = 300
  static let maximumInAll = 5000

  struct Found: Sendable {
    /// Oldest first.
    var messages: [Message] = []
    /// Channels with something new, and where they stand: they have differences of their own.
    var channels: [(id: Int64, pts: Int32?)] = []
    /// How many chats had something new.
    var chats = 0
    var isComplete = true

    mutating func sort() { messages.sort { ($0.date, $0.id) < ($1.date, $1.id) } }
  }

  let api: AccountAPI

  /// Private chats and groups.
  ///
  /// - Throws: ``TelegramError`` where asking again later may help; nothing is lost by it.
  func fill(since: Timestamp) async throws(TelegramError) -> Found {
    var found = Found()
    let dialogs = try await api.dialogs(limit: Self.maximumChats, since: since)
    if dialogs.count >= Self.maximumChats { found.isComplete = false }
    for entry in dialogs where entry.date.map({ $0 >= since }) ?? false {
      if case .channel(let id) = entry.chat.id {
        found.channels.append((id, entry.pts))
        continue
      }
      guard found.messages.count < Self.maximumInAll else {
        found.isComplete = false
        break
      }
      try await fetch(entry.chat.id, since: since, into: &found)
    }
    found.sort()
    return found
  }

  /// What a channel's difference left out.
  ///
  /// - Parameter before: the oldest message that it brought.
  func fill(
    _ channel: Int64, before: Int32?, since: Timestamp
  ) async throws(TelegramError) -> Found {
    var found = Found()
    try await fetch(.channel(channel), before: before, since: since, into: &found)
    found.sort()
    return found
  }

  private func fetch(
    _ chat: PeerID, before: Int32? = nil, since: Timestamp, into found: inout Found
  ) async throws(TelegramError) {
    do throws(TelegramError) {
      let page = try await api.history(
        of: chat, limit: Self.maximumPerChat, before: before, since: since)
      let fresh = page.filter { $0.date >= since }
      if fresh.count >= Self.maximumPerChat { found.isComplete = false }
      if !fresh.isEmpty { found.chats += 1 }
      found.messages += fresh
    } catch {
      guard Self.concernsChat(error) else { throw error }
      found.isComplete = false
    }
  }

  /// One chat that cannot be read, or a flood wait too long to sit out, does not hold up the others.
  private static func concernsChat(_ error: TelegramError) -> Bool {
    switch error.code {
    case .unknownPeer, .floodWait, .badAnswer: true
    case .server(let server): [400, 403, 406].contains(server.code)
    default: false
    }
  }
}
