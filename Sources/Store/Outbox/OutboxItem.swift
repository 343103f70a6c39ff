package import Model

/// One action on its way to Telegram: what is planned, how far it has come, how it ended.
///
/// It is written together with its decision, and its random id with it; so whatever happens to the
/// process, the item goes on where it stood and the server executes it once.
package struct OutboxItem: Sendable, Hashable, Identifiable {
  package enum State: String, Sendable, Codable, CaseIterable {
    /// Waits for its time; its text, if a model writes it, does not exist yet.
    case planned
    /// A model has written the text.
    case composed
    /// An attempt was made, or is being made: it may or may not have arrived.
    case sending
    case sent
    case cancelled
    case failed

    package var isOpen: Bool {
      switch self {
      case .planned, .composed, .sending: true
      case .sent, .cancelled, .failed: false
      }
    }
  }

  /// What must stay in order: the items of one target and lane are taken one after the other.
  package enum Lane: String, Sendable, Codable {
    /// What is said in the owner's name.
    case speech
    /// What follows the first message of an answer that is sent in a row. Before any other speech of its
    /// target.
    case row
    /// Lines to the owner.
    case notice
    /// Reactions and read marks, which need no order.
    case act
    /// Messages that go on to other chats.
    case forward
    /// Lines to the owner until they react, each at its own time, and what goes with the last.
    case escalation

    /// Something is said in the owner's name.
    package var isSpeech: Bool { self == .speech || self == .row }

    /// Its items need no order.
    package var isFree: Bool { self == .act || self == .escalation }
  }

  /// A message that leaves once the one before it has left, and is no item of its own until then.
  package struct Following: Sendable, Hashable, Codable {
    package var text: String
    /// Drawn before anything is attempted.
    package var randomID: Int64
    /// How long it is typed, in milliseconds.
    package var typing: Int64

    package init(text: String, randomID: Int64, typing: Int64) {
      self.text = text
      self.randomID = randomID
      self.typing = typing
    }
  }

  package let id: Int64
  package let account: AccountID
  /// Where it goes.
  package let target: PeerID
  package let lane: Lane
  /// The message it answers or speaks of; nil for a line about no message.
  package let message: MessageReference?
  /// Who wrote that message.
  package let sender: PeerID?
  /// `file/rule`, or `host`.
  package let rule: String
  /// The rule's own hash when it decided, to tell whether it has changed since.
  package let ruleHash: String?
  package var action: Action
  package let pace: Pace?
  package let randomID: Int64
  package let createdAt: Timestamp
  /// When it is to leave.
  package let due: Timestamp
  package var state: State
  /// The next step is not taken before.
  package var wake: Timestamp
  /// The chat has been marked as read for it.
  package var isRead: Bool
  /// What leaves; nil until a model has written it.
  package var text: String?
  /// What of the answer leaves after it, in this order.
  package var following: [Following]
  /// The file that leaves with it.
  package var attachment: Attachment?
  /// How far that has come to the server.
  package var upload: Upload?
  /// How often it was given to Telegram.
  package var attempts: Int
  /// How often a model was asked in vain.
  package var refusals: Int
  /// The message's id at the target.
  package var sentID: Int32?
  package var finishedAt: Timestamp?
  /// Why it was cancelled, failed or put off.
  package var reason: String?

  /// It puts a message into a chat, which has an id of its own then.
  package var sendsMessage: Bool {
    switch action {
    case .reply, .aiReply, .voiceReply, .file, .notify, .escalate, .forward: true
    case .draft, .aiDraft, .react, .markRead, .ignore, .label, .remember: false
    }
  }

  /// The voice that its text is to be spoken in, where it is.
  package var voice: Voice? {
    if case .voiceReply(let reply) = action { reply.voice } else { nil }
  }

  /// What its voice note says.
  package var spoken: String? { voice != nil && attachment != nil ? text : nil }

  /// Its text with all that follows, a line each.
  package var wholeText: String {
    ([text ?? ""] + following.map(\.text)).joined(separator: "\n")
  }

  /// What is written in the message that leaves: nothing in a voice note, which says it.
  package var caption: String? { spoken == nil ? text : "" }
}

/// An item as the engine plans it, before the store has given it a number.
package struct NewOutboxItem: Sendable, Hashable {
  package var target: PeerID
  package var lane: OutboxItem.Lane
  package var message: MessageReference?
  package var sender: PeerID?
  package var rule: String
  package var ruleHash: String?
  package var action: Action
  package var pace: Pace?
  /// Drawn now, before anything is attempted.
  package var randomID: Int64
  package var due: Timestamp
  /// When its first step is due: reading the message, for an answer.
  package var wake: Timestamp
  package var text: String?
  package var attachment: Attachment?
  /// Two items of one account with the same key are one: the second is not stored.
  package var once: String?

  package init(
    target: PeerID, lane: OutboxItem.Lane, message: MessageReference?, sender: PeerID? = nil,
    rule: String, ruleHash: String? = nil, action: Action, pace: Pace? = nil, randomID: Int64,
    due: Timestamp, wake: Timestamp? = nil, text: String? = nil, attachment: Attachment? = nil,
    once: String? = nil
  ) {
    self.target = target
    self.lane = lane
    self.message = message
    self.sender = sender
    self.rule = rule
    self.ruleHash = ruleHash
    self.action = action
    self.pace = pace
    self.randomID = randomID
    self.due = due
    self.wake = wake ?? due
    self.text = text
    self.attachment = attachment
    self.once = once
  }
}
