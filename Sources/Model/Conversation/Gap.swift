/// A stretch of time of which Telegram no longer tells everything
/// (core.telegram.org/api/updates, "Recovering gaps"). What was written in it was fetched from the chats
/// themselves, within bounds; what was edited, deleted or read in it is not told.
package struct Gap: Sendable, Hashable {
  /// Nil: all private chats and basic groups.
  package var chat: PeerID?
  /// The last instant of which everything is known; nil if even that is not known.
  package var from: Timestamp?
  package var to: Timestamp
  /// How many chats had something new.
  package var chats: Int
  /// How many messages were fetched.
  package var messages: Int
  /// Every message of that time was fetched.
  package var isComplete: Bool

  package init(
    chat: PeerID? = nil, from: Timestamp? = nil, to: Timestamp, chats: Int = 0, messages: Int = 0,
    isComplete: Bool = false
  ) {
    self.chat = chat
    self.from = from
    self.to = to
    self.chats = chats
    self.messages = messages
    self.isComplete = isComplete
  }
}
