package import Model
import Rules
package import Store

/// Finds what a style may be learnt from.
///
/// For a chat these are the owner's own messages there, as with the examples of a persona; as long as they
/// are few, those of other chats join them if the monitors of both say `share` and that of the other says
/// `learn` (D7). Nothing is learnt from channels, bots and Saved Messages.
package struct StyleLibrary: Sendable {
  /// Messages that a profile is learnt from at most, the newest; and at least.
  package static let most = 500
  package static let least = 20
  /// From so many in the chat itself on, no others are asked.
  package static let enough = 100
  /// Chats that share which are looked at, and messages of each; those with the newest messages first.
  private static let mostChats = 50
  private static let mostOfEach = 100

  private let store: Store
  private let account: AccountID
  private let owner: Contact
  private let rules: any Rulings

  package init(store: Store, account: AccountID, owner: Contact, rules: any Rulings) {
    self.store = store
    self.account = account
    self.owner = owner
    self.rules = rules
  }

  /// The texts for a persona that answers in the chat.
  ///
  /// - Parameter shared: what chats that share hold, as ``shared()`` found it; may hold this chat's own.
  package func writings(
    for chat: PeerID, shared: () async throws -> [OwnWriting]
  ) async throws -> [OwnWriting] {
    let own = try await store.ownWritings(in: chat, account: account, limit: Self.most)
      .filter(\.isTelling)
    let known =
      try await store.chat(chat, account: account) ?? Chat(unknown: chat, account: account)
    guard own.count < Self.enough, try await policy(of: known).shares else { return own }
    let others = try await shared().filter { $0.chat != chat }
    return own + others.suffix(Self.most - own.count)
  }

  /// What may be told in any chat that shares, oldest first.
  package func shared() async throws -> [OwnWriting] {
    try await writings(limit: Self.mostOfEach) { try await policy(of: $0).isSharedStyle }
  }

  /// What the owner has written in all chats that are read, oldest first: for the owner's own eyes.
  package func everything() async throws -> [OwnWriting] {
    try await writings(limit: Self.mostOfEach) { chat in
      rules.monitor(for: chat, contact: try await contact(of: chat), owner: owner) != nil
    }
  }

  private func writings(
    limit: Int, where isWanted: (Chat) async throws -> Bool
  ) async throws -> [OwnWriting] {
    let chats = try await store.chats(of: account).values
      .filter { $0.kind == .private || $0.kind == .group }
      .sorted { ($1.topMessage ?? 0, $0.id.marked) < ($0.topMessage ?? 0, $1.id.marked) }
    var found: [OwnWriting] = []
    var looked = 0
    for chat in chats where looked < Self.mostChats {
      guard try await isWanted(chat) else { continue }
      let own = try await store.ownWritings(
        in: chat.id, account: account, limit: limit, lookBack: 2_000
      ).filter(\.isTelling)
      guard !own.isEmpty else { continue }
      looked += 1
      found += own
    }
    return found.sorted { ($0.date, $0.chat.marked, $0.id) < ($1.date, $1.chat.marked, $1.id) }
      .suffix(Self.most * 2)
  }

  private func policy(of chat: Chat) async throws -> MemoryPolicy {
    rules.memory(of: chat, contact: try await contact(of: chat), owner: owner)
  }

  private func contact(of chat: Chat) async throws -> Contact? {
    guard case .user(let id) = chat.id else { return nil }
    return try await store.contact(id, account: account)
  }
}

extension MemoryPolicy {
  /// What was said in the chat may be used in others.
  fileprivate var isSharedStyle: Bool { learns && shares }
}

extension OwnWriting {
  /// It shows something of the manner.
  fileprivate var isTelling: Bool { StyleTraits(of: text, followsOwn: false) != nil }
}
