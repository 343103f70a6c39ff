package import Model

/// Something that happened, as one account is told of it. Chats and ids are those of that account.
package enum Change: Sendable, Hashable {
  case newMessage(StoredMessage)
  case edited(StoredMessage)
  case deleted([Int32], channel: Int64?)
  /// The account itself has read, on some device.
  case readInbox(PeerID, upTo: Int32, stillUnread: Int32)
  /// The other side has read what the account wrote.
  case readOutbox(PeerID, upTo: Int32)
  case typing(PeerID, by: Int64, Activity)
  case draft(PeerID, StoredDraft?)
  case reactions(PeerID, message: Int32, [MessageReaction])
  case presence(Int64, Person.Presence)
  /// The account joined the chat, or is no longer in it.
  case membership(PeerID)
  /// The account was opened on another device.
  case newAuthorization(NewAuthorization)

  /// Kept for accounts that are away and have no pts of their own: told again by date.
  var isKeptByDate: Bool {
    switch self {
    case .draft, .reactions, .newAuthorization: true
    default: false
    }
  }

  /// The channel in whose sequence of pts this change counts.
  package var channel: Int64? {
    switch self {
    case .newMessage(let message), .edited(let message):
      if case .channel(let id) = message.chat { id } else { nil }
    case .deleted(_, let channel): channel
    default: nil
    }
  }
}

/// A login, as the account's other sessions are told of it.
package struct NewAuthorization: Sendable, Hashable {
  let hash: Int64
  let date: Int32
  let device: String
  /// As Telegram guesses it from the address.
  let location = "loopback"
}

/// One entry of an account's or a channel's sequence of updates
/// (core.telegram.org/api/updates#update-handling).
package struct LoggedChange: Sendable, Hashable {
  package let change: Change
  /// The position after this change.
  package let pts: Int32
  /// How far the position moved.
  package let count: Int32
}

/// What is to be pushed to the sessions of one account.
package struct Delivery: Sendable, Hashable {
  package let recipient: Int64
  package let change: Change
  /// Nil for what has no place in a sequence.
  package let position: Position?
  /// The session whose call caused it: it learns of it from its answer.
  package let origin: SessionKey?

  package struct Position: Sendable, Hashable {
    package let pts: Int32
    package let count: Int32
  }
}

/// Names a session among all clients.
package struct SessionKey: Sendable, Hashable {
  package let authKey: Int64
  package let session: Int64

  package init(authKey: Int64, session: Int64) {
    self.authKey = authKey
    self.session = session
  }
}

/// The changes of a sequence since some position.
struct ChangeLog: Sendable {
  /// The position before the first entry that is still kept.
  private(set) var start: Int32
  private(set) var end: Int32
  private var entries: [LoggedChange] = []

  init(at pts: Int32) {
    start = pts
    end = pts
  }

  /// Appends `change`, forgets all but the last `limit` entries, and returns the new position.
  mutating func append(_ change: Change, count: Int32, keeping limit: Int) -> Int32 {
    end += count
    entries.append(LoggedChange(change: change, pts: end, count: count))
    // Dropping in batches keeps appending cheap.
    if entries.count >= 2 * limit, let last = entries.dropLast(limit).last {
      start = last.pts
      entries.removeFirst(entries.count - limit)
    }
    return end
  }

  /// Moves on without an entry: whoever is behind this point is told "too long".
  mutating func skip(count: Int32) {
    end += count
    start = end
    entries.removeAll()
  }

  /// Nil if some of them are no longer kept.
  func since(_ pts: Int32) -> ArraySlice<LoggedChange>? {
    guard pts >= start else { return nil }
    return entries[entries.partitioningIndex { $0.pts > pts }...]
  }
}
