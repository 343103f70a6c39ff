package import Model

/// What may be done with the messages of a chat beside deciding about them.
package struct MemoryPolicy: Sendable, Hashable {
  /// Its messages can be searched.
  package var learns: Bool
  /// What is remembered of it may be used in other chats that share, too.
  package var shares: Bool
  /// So long its messages are kept; nil: for ever.
  package var keep: Duration?

  package init(learns: Bool = false, shares: Bool = false, keep: Duration? = nil) {
    self.learns = learns
    self.shares = shares
    self.keep = keep
  }

  /// Of what no monitor covers.
  package static let none = MemoryPolicy()

  /// Whether this may be recalled while a rule decides in the chat `here`: what one chat remembers never
  /// reaches another unless both allow it.
  ///
  /// - Parameter policy: of each chat.
  package static func allows(
    _ memory: Memory, here: PeerID, policy: (PeerID) -> MemoryPolicy
  ) -> Bool {
    let there = policy(memory.chat)
    guard memory.isFact || there.learns else { return false }
    return memory.chat == here || (policy(here).shares && there.shares)
  }
}

extension RuleSet {
  /// By the monitor that covers the chat most precisely; of several that do so alike, the strictest of each.
  ///
  /// - Parameter contact: the other side of a private chat.
  package func memory(of chat: Chat, contact: Contact?, owner: Contact?) -> MemoryPolicy {
    let kind = Self.kind(of: chat, owner: owner)
    let covering = book.monitors.compactMap { monitor in
      monitor.coverage(of: chat, contact: contact, kind: kind).map { (monitor, $0) }
    }
    guard let best = covering.map(\.1).max() else { return .none }
    let monitors = covering.filter { $0.1 == best }.map(\.0)
    return MemoryPolicy(
      learns: monitors.allSatisfy(\.learns), shares: monitors.allSatisfy(\.shares),
      keep: monitors.compactMap(\.keep).min())
  }

  /// Whether any monitor learns from its chats or keeps them for a time only.
  package var tendsMemory: Bool { book.monitors.contains { $0.learns || $0.keep != nil } }
}
