import Synchronization

/// The rule set in force. A reload swaps it whole; who holds the former one ends with it.
final class RuleBook: Sendable {
  private struct State {
    var rules: any Rulings
    /// The last state of the files that could not be used, since these rules are in force.
    var refused: String?
  }

  private let state: Mutex<State>

  init(_ rules: any Rulings) { state = Mutex(State(rules: rules)) }

  var current: any Rulings { state.withLock(\.rules) }

  func replace(with rules: any Rulings) { state.withLock { $0 = State(rules: rules) } }

  /// Whether that is news.
  func noteRefused(_ fingerprint: String) -> Bool {
    state.withLock { state in
      defer { state.refused = fingerprint }
      return state.refused != fingerprint
    }
  }
}
