package import Model

/// One row of the account's list of chats.
package struct DialogEntry: Sendable, Hashable {
  package var chat: Chat
  /// Nil for what cannot be addressed.
  package var reference: PeerReference?
  /// When its newest message was written.
  package var date: Timestamp?
  /// Up to where each side has read.
  package var readByOwner: Int32
  package var readByOther: Int32
  /// Of a channel: where its sequence of updates stands.
  package var pts: Int32?
  /// It stands above the others, whatever its date.
  package var isPinned: Bool

  package init(
    chat: Chat, reference: PeerReference?, date: Timestamp?, readByOwner: Int32 = 0,
    readByOther: Int32 = 0, pts: Int32? = nil, isPinned: Bool = false
  ) {
    self.chat = chat
    self.reference = reference
    self.date = date
    self.readByOwner = readByOwner
    self.readByOther = readByOther
    self.pts = pts
    self.isPinned = isPinned
  }
}
