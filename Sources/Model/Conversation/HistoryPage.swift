/// One stretch of a chat's history, on its way from Telegram into the store.
package struct HistoryPage: Sendable, Hashable {
  /// Newest first, all older than those of the page before.
  package var messages: [Message]
  /// Messages of earlier pages that turn out to answer the account, now that what they answer is
  /// known.
  package var answersToOwner: [MessageReference]
  /// Who is named here and was not on an earlier page, as far as is known.
  package var chats: [Chat]
  package var contacts: [Contact]
  /// How to address them.
  package var peers: [PeerReference]

  package init(
    messages: [Message] = [], answersToOwner: [MessageReference] = [], chats: [Chat] = [],
    contacts: [Contact] = [], peers: [PeerReference] = []
  ) {
    self.messages = messages
    self.answersToOwner = answersToOwner
    self.chats = chats
    self.contacts = contacts
    self.peers = peers
  }
}
