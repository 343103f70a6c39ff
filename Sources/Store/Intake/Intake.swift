package import Model

/// What the store must know to sort a batch; the engine's knowledge, put in.
package struct IntakePolicy: Sendable {
  /// The monitor that covers a message; nil: it is not kept. `contact` is the other side of a private
  /// chat.
  package var monitor: @Sendable (_ message: Message, _ chat: Chat, _ contact: Contact?) -> String?
  /// The monitor that covers a chat; nil: nothing that happens there is kept or told.
  package var covers: @Sendable (_ chat: Chat, _ contact: Contact?) -> String?
  /// Whether what is said in a chat can be searched later.
  package var learns: @Sendable (_ chat: Chat, _ contact: Contact?) -> Bool
  package var command: @Sendable (_ message: Message) -> OwnerCommand?
  /// The line that confirms a command, given how the queue stands and how many answers it cancelled.
  package var confirmation:
    @Sendable (
      _ command: OwnerCommand, _ message: Message, _ queue: QueueSummary, _ cancelled: Int
    ) -> NewOutboxItem
  /// The line that tells the owner of a login elsewhere.
  package var alert: @Sendable (NewAuthorization) -> NewOutboxItem
  /// From when on `status` counts.
  package var countSince: Timestamp

  package init(
    monitor: @escaping @Sendable (Message, Chat, Contact?) -> String?,
    covers: @escaping @Sendable (Chat, Contact?) -> String?,
    learns: @escaping @Sendable (Chat, Contact?) -> Bool = { _, _ in false },
    command: @escaping @Sendable (Message) -> OwnerCommand?,
    confirmation:
      @escaping @Sendable (OwnerCommand, Message, QueueSummary, Int) -> NewOutboxItem,
    alert: @escaping @Sendable (NewAuthorization) -> NewOutboxItem,
    countSince: Timestamp
  ) {
    self.monitor = monitor
    self.covers = covers
    self.learns = learns
    self.command = command
    self.confirmation = confirmation
    self.alert = alert
    self.countSince = countSince
  }
}

/// What a batch brought, all of it on disk.
package struct Intake: Sendable, Hashable {
  package enum Item: Sendable, Hashable {
    /// A message that was not known, and now waits for its decision.
    case arrived(Message, chat: Chat, sender: Contact?, monitor: String)
    /// The owner wrote by their own hand; these answers were cancelled.
    case takeover(Message, isMonitored: Bool, cancelled: [OutboxItem])
    /// An own message turned out to be this item: it has arrived.
    case confirmed(OutboxItem)
    /// Answers to messages that their writers deleted.
    case withdrawn([OutboxItem])
    case command(OwnerCommand, cancelled: [OutboxItem])
    /// The account was opened on another device; this line to the owner was queued.
    case alert(OutboxItem)
    /// What Telegram did not report in time.
    case gap(Gap)
    case stalled(Stall)
    /// A stored message has another content; these answers to the former one were cancelled, and it is
    /// decided again.
    case edited(Message, cancelled: [OutboxItem])
    /// Stored messages of one chat that are gone.
    case deleted(chat: PeerID, ids: [Int32])
    /// A stored message has these reactions now.
    case reacted(chat: PeerID, message: Int32, Reactions)
    /// A read mark moved; `byOwner`: what others wrote was read, otherwise what the account wrote.
    case read(chat: PeerID, upTo: Int32, byOwner: Bool, thread: Int32?)
    /// Something that can never be stored was left out; what it was and why, as a sentence.
    case setAside(String, chat: PeerID?)
    /// Something that passes and is not stored, in a chat that is covered, or the owner's own coming and
    /// going.
    case passing(Event)
  }

  /// In the order of the events.
  package var items: [Item] = []
}
