package import Model

/// All that a decision about one message is made from.
package struct DecisionInput: Sendable, Hashable {
  package var message: Message
  package var chat: Chat
  /// Who wrote the message; nil where nobody is named.
  package var sender: Contact?
  package var owner: Contact
  /// The instant of the decision.
  package var now: Timestamp
  /// When the message was first decided, if it is decided again without having changed: a delay that was
  /// drawn then is drawn the same.
  package var firstDecided: Timestamp?
  /// When the owner last wrote in this chat, by hand.
  package var ownerLastWrote: Timestamp?
  /// Whether the owner is online at another device; nil while Telegram has not told it.
  package var ownerPresence: Presence?
  /// Of the sender, in alphabetical order.
  package var tags: [String] = []
  /// The sender has written in this chat before.
  package var isSeenBefore = false
  /// Of how many messages it was joined.
  package var burst = 1
  /// Why the message carries a sound and has no transcript; nil for any other message.
  package var unheard: String?

  package init(
    message: Message, chat: Chat, sender: Contact?, owner: Contact, now: Timestamp,
    ownerLastWrote: Timestamp? = nil, ownerPresence: Presence? = nil
  ) {
    self.message = message
    self.chat = chat
    self.sender = sender
    self.owner = owner
    self.now = now
    self.ownerLastWrote = ownerLastWrote
    self.ownerPresence = ownerPresence
  }
}
