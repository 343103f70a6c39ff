import Foundation
import Model
import Store
import Synchronization

/// Keeps rules that fail again and again from being asked: three failures in ten minutes open a rule's
/// breaker for a minute; then one run is tried, and as long as that fails too the rest doubles, up to an
/// hour. An edit of the rule begins anew (rules.md, "Sandbox and budgets"). What they know outlives the
/// process: see ``load(from:account:)`` and ``keep(in:account:at:)``.
final class Breakers: Sendable {
  private struct State: Codable {
    var hash: String
    var failures: [Timestamp] = []
    var rest = Breakers.shortest
    /// Nil: closed.
    var openUntil: Timestamp?
  }

  private static let mostFailures = 3
  private static let window = Duration.seconds(600)
  private static let shortest = Duration.seconds(60)
  private static let longest = Duration.seconds(3600)

  private struct Ledger {
    var states: [String: State] = [:]
    /// Since it was written down.
    var isChanged = false
    var news: [String] = []
  }

  private let ledger = Mutex(Ledger())

  func suspension(of rule: String, hash: String, at now: Timestamp) -> String? {
    let until = ledger.withLock { ledger -> Timestamp? in
      guard let state = ledger.states[rule] else { return nil }
      guard state.hash == hash else {
        ledger.states[rule] = nil
        return nil
      }
      return state.openUntil.flatMap { $0 > now ? $0 : nil }
    }
    return until.map {
      "it failed \(Self.mostFailures) times in \(Wording.span(Self.window)) and rests for another "
        + Wording.span(now.duration(to: $0))
    }
  }

  func note(_ rule: String, hash: String, failed: Bool, at now: Timestamp) {
    ledger.withLock { ledger in
      if !failed {
        // A run that succeeds while nothing is amiss changes nothing.
        guard ledger.states[rule]?.openUntil != nil else { return }
        ledger.states[rule] = nil
        ledger.isChanged = true
        return
      }
      ledger.isChanged = true
      var state = ledger.states[rule] ?? State(hash: hash)
      if state.hash != hash { state = State(hash: hash) }
      defer { ledger.states[rule] = state }
      if state.openUntil != nil {
        state.rest = min(state.rest * 2, Self.longest)
        state.openUntil = now.advanced(by: state.rest)
        return
      }
      state.failures.append(now)
      state.failures.removeAll { $0.duration(to: now) > Self.window }
      guard state.failures.count >= Self.mostFailures else { return }
      state.openUntil = now.advanced(by: state.rest)
      ledger.news.append(
        "rule \(rule) failed \(Self.mostFailures) times in \(Wording.span(Self.window)) and rests; it is "
          + "tried again in \(Wording.span(Self.shortest)), then less and less often, until it succeeds "
          + "or is edited")
    }
  }

  private static let setting = "breakers"

  /// Takes up what a former run knew.
  ///
  /// - Throws: `StoreError`.
  func load(from store: Store, account: AccountID) async throws {
    guard let json = try await store.setting(Self.setting, account: account) else { return }
    // Of another version, or damaged: the rules are tried again, which is what breakers come to anyway.
    guard let known = try? JSONDecoder().decode([String: State].self, from: Data(json.utf8)) else {
      return
    }
    ledger.withLock { $0.states = known }
  }

  /// Writes down what has changed, if anything has.
  func keep(in store: Store, account: AccountID, at now: Timestamp) async throws {
    let known = ledger.withLock { ledger -> [String: State]? in
      guard ledger.isChanged else { return nil }
      ledger.isChanged = false
      // What failed now and then long ago says nothing any more.
      ledger.states = ledger.states.filter { _, state in
        state.openUntil != nil || state.failures.contains { $0.duration(to: now) <= Self.window }
      }
      return ledger.states
    }
    guard let known else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = known.isEmpty ? nil : String(decoding: try encoder.encode(known), as: UTF8.self)
    try await store.set(Self.setting, to: json, account: account)
  }

  /// Lines for the owner, each once.
  func takeNews() -> [String] {
    ledger.withLock { ledger in
      defer { ledger.news = [] }
      return ledger.news
    }
  }
}
