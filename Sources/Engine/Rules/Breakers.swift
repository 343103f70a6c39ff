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

  private let states = Mutex<[String: State]>([:])
  private let isChanged = Mutex(false)
  private let news = Mutex<[String]>([])

  func suspension(of rule: String, hash: String, at now: Timestamp) -> String? {
    let until = states.withLock { states -> Timestamp? in
      guard let state = states[rule] else { return nil }
      guard state.hash == hash else {
        states[rule] = nil
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
    let hasOpened = states.withLock { states in
      if !failed {
        // A run that succeeds while nothing is amiss changes nothing.
        if states[rule]?.openUntil != nil {
          states[rule] = nil
          isChanged.withLock { $0 = true }
        }
        return false
      }
      isChanged.withLock { $0 = true }
      var state = states[rule] ?? State(hash: hash)
      if state.hash != hash { state = State(hash: hash) }
      defer { states[rule] = state }
      if state.openUntil != nil {
        state.rest = min(state.rest * 2, Self.longest)
        state.openUntil = now.advanced(by: state.rest)
        return false
      }
      state.failures.append(now)
      state.failures.removeAll { $0.duration(to: now) > Self.window }
      guard state.failures.count >= Self.mostFailures else { return false }
      state.openUntil = now.advanced(by: state.rest)
      return true
    }
    guard hasOpened else { return }
    news.withLock {
      $0.append(
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
    states.withLock { $0 = known }
  }

  /// Writes down what has changed, if anything has.
  func keep(in store: Store, account: AccountID, at now: Timestamp) async throws {
    guard
      isChanged.withLock({ isChanged in
        defer { isChanged = false }
        return isChanged
      })
    else { return }
    let known = states.withLock { states in
      // What failed now and then long ago says nothing any more.
      states = states.filter { _, state in
        state.openUntil != nil || state.failures.contains { $0.duration(to: now) <= Self.window }
      }
      return states
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = known.isEmpty ? nil : String(decoding: try encoder.encode(known), as: UTF8.self)
    try await store.set(Self.setting, to: json, account: account)
  }

  /// Lines for the owner, each once.
  func takeNews() -> [String] {
    news.withLock { news in
      defer { news = [] }
      return news
    }
  }
}
