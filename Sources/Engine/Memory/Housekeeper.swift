import Model
import Rules
import Store
import Synchronization

/// Keeps what is stored to what the monitors say: takes up what may be searched, forgets what may not, and
/// deletes what has been kept long enough; a short transaction at a time, so that nobody waits for it.
final class Housekeeper: Sendable {
  private enum Work: Sendable {
    case learn(PeerID, after: Int32)
    case unlearn(PeerID)
    case purge(PeerID, keep: Duration)
  }

  private struct State {
    var works: [Work] = []
    /// When to look again; nil: never, with these rules.
    var due: Timestamp?
  }

  private let parts: EngineParts
  private let book: RuleBook
  private let state = Mutex(State())

  /// From one look at what has become too old to the next.
  private static let interval = Duration.seconds(3600)

  init(parts: EngineParts, book: RuleBook) {
    self.parts = parts
    self.book = book
  }

  /// When there is something to do next.
  var due: Timestamp? { state.withLock(\.due) }

  /// Begins anew, with the rules in force.
  func begin() async throws { try await plan(isNew: true) }

  /// Does a part of what is to be done.
  func step() async throws {
    guard let work = state.withLock(\.works.first) else { return try await plan(isNew: false) }
    let next = try await carryOut(work)
    let now = parts.clock.now
    state.withLock { state in
      // A reload may have begun anew.
      guard !state.works.isEmpty else { return }
      if let next { state.works[0] = next } else { state.works.removeFirst() }
      if state.works.isEmpty { state.due = now.advanced(by: Self.interval) }
    }
  }

  /// - Returns: what is left of it.
  private func carryOut(_ work: Work) async throws -> Work? {
    switch work {
    case .learn(let chat, let id):
      let last = try await parts.store.learn(chat, account: parts.account, after: id)
      return last.map { .learn(chat, after: $0) }
    case .unlearn(let chat):
      return try await parts.store.unlearn(chat, account: parts.account) ? work : nil
    case .purge(let chat, let keep):
      let instant = parts.clock.now.advanced(by: .zero - keep)
      let count = try await parts.store.purge(chat, account: parts.account, before: instant)
      return count == Store.retentionBatch ? work : nil
    }
  }

  /// - Parameter isNew: with these rules it is the first time; later only time has passed.
  private func plan(isNew: Bool) async throws {
    let rules = book.current
    let learnt = isNew ? try await parts.store.learntChats(of: parts.account) : []
    guard rules.tendsMemory || !learnt.isEmpty else { return state.withLock { $0 = State() } }
    let chats = try await parts.store.chats(of: parts.account)
    let contacts = try await parts.store.contacts(of: parts.account)
    var works: [Work] = []
    var learns: Set<PeerID> = []
    for chat in chats.values.sorted(by: { $0.id.marked < $1.id.marked }) {
      var contact: Contact?
      if case .user(let id) = chat.id { contact = contacts[id] }
      let policy = rules.memory(of: chat, contact: contact, owner: parts.owner)
      if policy.learns { learns.insert(chat.id) }
      if let keep = policy.keep { works.append(.purge(chat.id, keep: keep)) }
      if policy.learns, isNew { works.append(.learn(chat.id, after: 0)) }
    }
    works += learnt.filter { !learns.contains($0) }.map { .unlearn($0) }
    let now = parts.clock.now
    let isEmpty = works.isEmpty
    let left = works
    state.withLock {
      $0 = State(works: left, due: isEmpty ? now.advanced(by: Self.interval) : now)
    }
  }
}
