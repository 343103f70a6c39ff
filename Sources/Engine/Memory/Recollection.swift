import Model
import Rules
import Store

/// Answers what rules want to know of what is remembered, for one chat.
struct Recollection {
  let parts: EngineParts
  let rules: any Rulings

  /// How many findings of other chats are looked through for such that may be told.
  private static let mostLookedAt = 500

  /// - Throws: ``EngineError`` for a chat that may not be asked, or that nobody knows.
  func recall(_ question: MemoryQuestion) async throws -> [Memory] {
    let policies = PolicyCache(parts: parts, rules: rules)
    let here = try await policies.policy(of: question.here)
    if let name = question.only {
      guard let chat = try await chat(named: name) else {
        throw EngineError(.foreignChat, "no chat \(name) is known to this account")
      }
      guard chat == question.here else {
        let there = try await policies.policy(of: chat)
        guard here.shares, there.shares else {
          throw EngineError(.foreignChat, Self.unshared(name))
        }
        return try await found(in: .chat(chat), question, question.limit, policies).map(\.memory)
      }
    }
    let own = try await found(in: .chat(question.here), question, question.limit, policies)
    guard here.shares, question.only == nil else { return own.map(\.memory) }
    let others = try await found(
      in: .others(than: question.here), question, question.limit, policies)
    return (own + others).sorted { $0.precedes($1) }.prefix(question.limit).map(\.memory)
  }

  static func unshared(_ name: String) -> String {
    "what is remembered of \(name) is not for this chat; the monitors of both must say share = true"
  }

  private func chat(named name: String) async throws -> PeerID? {
    if let peer = PeerID(name) { return peer }
    return try await parts.store.peer(named: String(name.dropFirst()), account: parts.account)
  }

  /// What may be told, page by page, as the store does not know.
  private func found(
    in scope: MemoryScope, _ question: MemoryQuestion, _ limit: Int, _ policies: PolicyCache
  ) async throws -> [RankedMemory] {
    var told: [RankedMemory] = []
    var offset = 0
    while told.count < limit, offset < Self.mostLookedAt {
      let page = try await page(scope, question, limit: 50, offset: offset)
      for one in page where told.count < limit {
        if try await policies.allows(one.memory, here: question.here) { told.append(one) }
      }
      guard page.count == 50 else { break }
      offset += page.count
    }
    return told
  }

  private func page(
    _ scope: MemoryScope, _ question: MemoryQuestion, limit: Int, offset: Int
  ) async throws -> [RankedMemory] {
    switch question.subject {
    case .words(let words):
      return try await parts.store.memories(
        matching: words, question, in: scope, account: parts.account, limit: limit,
        offset: offset)
    case .person(let person):
      return try await parts.store.facts(
        about: person, question, in: scope, account: parts.account, limit: limit, offset: offset
      ).map { RankedMemory(memory: $0, rank: 0) }
    case .chat:
      return try await parts.store.facts(
        about: nil, question, in: scope, account: parts.account, limit: limit, offset: offset
      ).map { RankedMemory(memory: $0, rank: 0) }
    }
  }
}

extension RankedMemory {
  /// The better first, then the later.
  fileprivate func precedes(_ other: RankedMemory) -> Bool {
    rank == other.rank ? memory.at > other.memory.at : rank < other.rank
  }
}

/// The policies of chats, each looked up once.
private final class PolicyCache {
  private let parts: EngineParts
  private let rules: any Rulings
  private var known: [PeerID: MemoryPolicy] = [:]

  init(parts: EngineParts, rules: any Rulings) {
    self.parts = parts
    self.rules = rules
  }

  func policy(of chat: PeerID) async throws -> MemoryPolicy {
    if let policy = known[chat] { return policy }
    let policy = rules.memory(
      of: try await parts.chat(chat), contact: try await parts.person(chat), owner: parts.owner)
    known[chat] = policy
    return policy
  }

  func allows(_ memory: Memory, here: PeerID) async throws -> Bool {
    let own = try await policy(of: here)
    let there = try await policy(of: memory.chat)
    return MemoryPolicy.allows(memory, here: here) { $0 == here ? own : there }
  }
}
