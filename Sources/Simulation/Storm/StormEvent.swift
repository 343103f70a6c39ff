package import Engine

/// One thing that happens in a storm. People and accounts are numbered; chats of an account, too.
package struct StormEvent: Sendable, Hashable {
  /// Since the storm began.
  package var at: Duration
  package var kind: Kind

  package enum Kind: Sendable, Hashable {
    /// A contact writes message number `token`, of this manner.
    case write(chat: Int, writer: Int, token: Int, manner: Manner)
    /// Its writer changes message `token`, or takes it away.
    case edit(token: Int)
    case delete(token: Int)
    case type(chat: Int, writer: Int)
    case read(chat: Int, writer: Int)
    /// An owner writes from another device.
    case ownerWrites(chat: Int, token: Int)
    case ownerReads(chat: Int)
    case ownerOrders(account: Int, OwnerWord)
    case trouble(Trouble)
    /// The model does not answer any more, or does so again.
    case modelFails
    case modelWorks
    /// The twin is told to end, or its process dies.
    case stop(account: Int)
    case crash(account: Int)
    /// It dies when it comes to this step, and is started again after `down`.
    case trap(account: Int, EngineStep, down: Duration)
    case start(account: Int)
  }

  /// What a message asks for, told by its last word.
  package enum Manner: String, Sendable, Hashable, CaseIterable {
    /// A rule answers.
    case plain
    /// A model answers.
    case why
    /// An emoji is put under it.
    case wow
    /// A rule answers, and the owner is told.
    case urgent
    /// Nobody answers.
    case spam
  }

  package enum OwnerWord: String, Sendable, Hashable {
    case stop = "/stop"
    case start = "/start"
    case status = "/status"
  }
}
