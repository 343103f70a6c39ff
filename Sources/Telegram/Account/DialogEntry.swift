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

  package init(
    chat: Chat, reference: PeerReference?, date: Timestamp?, readByOwner: Int32 = 0,
    readByOther: Int32 = 0
  ) {
    self.chat = chat
    self.reference = reference
    self.date = date
    self.readByOwner = readByOwner
    self.readByOther = readByOther
  }
}
