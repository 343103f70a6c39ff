/// Something that happened in one of the account's chats.
package enum Event: Sendable, Hashable {
  /// A new message, incoming or the account's own, each once; after a gap those of the last known
  /// second may come again.
  case message(Message)
  /// The message as it is now. Reactions and buttons that change are told in this way, too.
  case edited(Message)
  /// `chat` is nil where Telegram does not say it: private chats and basic groups, whose message ids
  /// are unique within the account.
  case deleted(chat: PeerID?, ids: [Int32])
  /// All reactions to the message, as they are now.
  case reacted(chat: PeerID, message: Int32, Reactions)
  /// The account's own messages up to `upTo` were read by the other side; `thread`: those of a forum
  /// topic or comment thread alone.
  case readByOther(chat: PeerID, upTo: Int32, thread: Int32? = nil)
  /// The chat was read by the owner, on any device.
  case readByOwner(chat: PeerID, upTo: Int32, thread: Int32? = nil)
  case typing(chat: PeerID, user: Int64, activity: Activity = .typing)
  /// Somebody came online or went, the owner at another device among them.
  case presence(user: Int64, Presence)
  /// What stands in the chat's input box on the owner's devices; empty: nothing any more.
  case draft(chat: PeerID, text: String)
  /// Telegram gave up on a gap: before here things may be missing.
  case gap(Gap)
  /// Telegram does not tell what was missed, however often it is asked.
  case stalled(Stall)
  /// The account was opened on another device.
  case newAuthorization(NewAuthorization)
  /// A message of ours got its id: `updateMessageID` for a random id of ours.
  case sent(randomID: Int64, id: Int32)
}

extension Event {
  /// It is over as soon as it is told: nothing of it is kept.
  package var isFleeting: Bool {
    switch self {
    case .typing, .presence, .draft: true
    case .message, .edited, .deleted, .reacted, .readByOther, .readByOwner, .gap,
      .stalled, .newAuthorization, .sent:
      false
    }
  }
}

/// A login to the account elsewhere, as Telegram tells of it (core.telegram.org/api/auth).
package struct NewAuthorization: Sendable, Hashable {
  /// Names it to Telegram.
  package var hash: Int64
  package var date: Timestamp
  package var device: String
  /// As Telegram guesses it from the address.
  package var location: String

  package init(hash: Int64, date: Timestamp, device: String, location: String) {
    self.hash = hash
    self.date = date
    self.device = device
    self.location = location
  }
}

/// Events that belong together, with what they speak of.
///
/// The receiver stores events and positions in one transaction: a position that is stored means that
/// all before it was accepted.
package struct EventBatch: Sendable {
  /// In the order in which they happened.
  package var events: [Event]
  /// Every chat that an event names, as far as it is known.
  package var chats: [Chat]
  /// Every person that an event names.
  package var contacts: [Contact]
  /// How to address them.
  package var peers: [PeerReference]
  package var positions: [UpdatePosition]

  package init(
    events: [Event] = [], chats: [Chat] = [], contacts: [Contact] = [],
    peers: [PeerReference] = [], positions: [UpdatePosition] = []
  ) {
    self.events = events
    self.chats = chats
    self.contacts = contacts
    self.peers = peers
    self.positions = positions
  }
}
