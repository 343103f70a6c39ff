import Model
import Synchronization

/// Keeps rules that fail again and again from being asked: three failures in ten minutes open a rule's
/// breaker for a minute; then one run is tried, and as long as that fails too the rest doubles, up to an
/// hour. An edit of the rule begins anew (rules.md, "Sandbox and budgets").
final class Breakers: Sendable {
  private struct State {
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
        if states[rule]?.openUntil != nil { states[rule] = nil }
        return false
      }
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

  /// Lines for the owner, each once.
  func takeNews() -> [String] {
    news.withLock { news in
      defer { news = [] }
      return news
    }
  }
}
