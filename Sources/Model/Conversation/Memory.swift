/// Something that is remembered: a fact that a rule has noted, or a message of a chat that is learnt from.
package struct Memory: Sendable, Hashable {
  package var text: String
  package var at: Timestamp
  /// Where it was learnt, and from which message.
  package var chat: PeerID
  package var message: Int32
  package var isFact: Bool
  /// Of a fact, whom it is about (nil: the chat); of a message, who wrote it.
  package var person: PeerID?
  /// Of a message: the owner wrote it, or the twin.
  package var isOutgoing: Bool
  /// Of a fact, if it has one.
  package var name: String?

  package init(
    text: String, at: Timestamp, chat: PeerID, message: Int32, isFact: Bool, person: PeerID? = nil,
    isOutgoing: Bool = false, name: String? = nil
  ) {
    self.text = text
    self.at = at
    self.chat = chat
    self.message = message
    self.isFact = isFact
    self.person = person
    self.isOutgoing = isOutgoing
    self.name = name
  }
}

/// What a rule wants to know of what is remembered.
package struct MemoryQuestion: Sendable, Hashable {
  package struct Word: Sendable, Hashable {
    /// Folded: without case and accents.
    package var text: String
    /// Any ending will do.
    package var isStem: Bool

    package init(_ text: String, isStem: Bool = false) {
      self.text = text
      self.isStem = isStem
    }
  }

  package enum Subject: Sendable, Hashable {
    /// Facts and messages with any of these words, those that fit best first.
    case words([Word])
    /// Facts about somebody, the latest first.
    case person(PeerID)
    /// Facts about the chat at hand, the latest first.
    case chat
  }

  package var subject: Subject
  /// The chat at hand.
  package var here: PeerID
  /// The message at hand: it and what comes after it is no memory.
  package var message: Int32
  /// The one chat that is looked in, as rules name it; nil: this one, and those that share with it.
  package var only: String?
  package var limit: Int
  package var now: Timestamp

  package init(
    _ subject: Subject, here: PeerID, message: Int32, only: String? = nil, limit: Int,
    now: Timestamp
  ) {
    self.subject = subject
    self.here = here
    self.message = message
    self.only = only
    self.limit = limit
    self.now = now
  }
}
