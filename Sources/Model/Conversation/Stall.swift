/// Telegram answers with errors when it is asked what was missed. It goes on being asked, so nothing is lost;
/// yet until it answers nothing is heard of what it was asked about.
package struct Stall: Sendable, Hashable {
  /// Nil: the account with its private chats and basic groups.
  package var chat: PeerID?
  /// How often it was asked in a row.
  package var requests: Int
  /// What it said last, in one or two sentences.
  package var reason: String

  package init(chat: PeerID? = nil, requests: Int, reason: String) {
    self.chat = chat
    self.requests = requests
    self.reason = reason
  }
}
