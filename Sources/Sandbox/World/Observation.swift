package import Model

/// What a person of the world notices, for scripts that play this person. Chats and message ids are
/// those of the observer.
package struct Observation: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case message(Arrival)
    case edited(StoredMessage)
    case deleted([Int32])
    case typing(PeerID, by: Int64, Activity)
    /// Somebody has read what the observer wrote in the chat.
    case read(PeerID, upTo: Int32)
    case reactions(PeerID, message: Int32, [MessageReaction])
  }

  package let observer: Int64
  package let kind: Kind
}

/// A message that has reached somebody.
package struct Arrival: Sendable, Hashable {
  /// As it lies in the receiver's mailbox.
  package let message: StoredMessage
  /// Under which the author's client sent it; nil for what scripts write.
  package let randomID: Int64?
  /// The author showed "typing…" in the chat since their last message there.
  package let typedBefore: Bool
  /// Nothing in the chat was unread for the author when they wrote.
  package let readBefore: Bool

  package var chat: PeerID { message.chat }
  package var author: Int64 { message.author }
  package var text: String { message.text }
}
