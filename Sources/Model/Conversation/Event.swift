/// Something that happened in one of the account's chats.
package enum Event: Sendable, Hashable {
  /// A new message, incoming or the account's own, each once.
  case message(Message)
  case edited(Message)
  /// `chat` is nil where Telegram does not say it: private chats and basic groups, whose message ids
  /// are unique within the account.
  case deleted(chat: PeerID?, ids: [Int32])
  /// The account's own messages up to `upTo` were read by the other side.
  case readByOther(chat: PeerID, upTo: Int32)
  /// The chat was read by the owner, on any device.
  case readByOwner(chat: PeerID, upTo: Int32)
  case typing(chat: PeerID, user: Int64)
  /// The server gave up on a gap: messages of this chat (nil: of any) may be missing before here.
  case gap(chat: PeerID?)
  /// The account was opened on another device.
  case newAuthorization(NewAuthorization)
  /// A message of ours got its id: `updateMessageID` for a random id of ours.
  case sent(randomID: Int64, id: Int32)
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
