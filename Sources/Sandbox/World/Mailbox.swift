import Model

/// All that one account has on the server. Private chats and basic groups share its sequence of
/// message ids and of pts; channels have their own (core.telegram.org/api/updates).
struct Mailbox: Sendable {
  let owner: Int64
  var line = MessageLine()
  private(set) var lastID: Int32 = 0
  var chats: [PeerID: ChatState] = [:]
  var log = ChangeLog(at: 1)
  /// What is told again by date.
  var dated: [(date: Int32, change: Change)] = []
  /// What the account has sent, by random id.
  var sent: [Int64: Sent] = [:]

  init(owner: Int64) { self.owner = owner }

  mutating func takeID() -> Int32 {
    lastID += 1
    return lastID
  }

  mutating func insert(_ message: StoredMessage) {
    line.append(message)
    chats[message.chat, default: ChatState()].ids.append(message.id)
  }

  mutating func remove(_ id: Int32) -> StoredMessage? {
    guard let message = line[id] else { return nil }
    line[id] = nil
    let index = chats[message.chat]?.ids.partitioningIndex { $0 >= id }
    if let index { chats[message.chat]?.ids.remove(at: index) }
    return message
  }

  mutating func keepByDate(_ change: Change, date: Int32) {
    dated.append((date, change))
    if dated.count > 1000 { dated.removeFirst(500) }
  }
}

/// One account's view of one chat.
package struct ChatState: Sendable, Hashable {
  /// The messages of a private chat or a basic group, ascending; empty for channels.
  var ids: [Int32] = []
  package internal(set) var readInbox: Int32 = 0
  package internal(set) var readOutbox: Int32 = 0
  /// Pinned chats come first, the lowest rank at the top.
  package internal(set) var pinnedRank: Int?
  package internal(set) var isArchived = false
  package internal(set) var isMuted = false
  package internal(set) var draft: StoredDraft?
}

/// A message as its author's client is told of it.
package struct Sent: Sendable, Hashable {
  package let message: StoredMessage
  package let position: Delivery.Position
  package let randomID: Int64?
}
