import Model

/// On whose behalf a function runs, and about what.
struct RunSubject: Sendable {
  private enum Cause: Sendable {
    case rule(CompiledRule, SharedInput)
    case timer(SharedTimer)
  }

  private final class SharedTimer: Sendable {
    let timer: CompiledTimer
    let input: TimerInput

    init(_ timer: CompiledTimer, _ input: TimerInput) {
      self.timer = timer
      self.input = input
    }
  }

  private let cause: Cause

  init(rule: CompiledRule, input: SharedInput) { cause = .rule(rule, input) }

  init(timer: CompiledTimer, input: TimerInput) { cause = .timer(SharedTimer(timer, input)) }

  /// `file/rule`.
  var id: String {
    switch cause {
    case .rule(let rule, _): rule.id
    case .timer(let shared): shared.timer.timer.id
    }
  }

  /// For what the run draws at random.
  ///
  /// - Parameter lineage: of a branch of it.
  func generator(_ lineage: [Int64] = []) -> SeededGenerator {
    switch cause {
    case .rule(let rule, let shared):
      let message = shared.input.message
      return SeededGenerator(
        seeds: [message.account.rawValue, message.chat.marked, Int64(message.id), rule.seed]
          + lineage)
    case .timer(let shared):
      let input = shared.input
      return SeededGenerator(
        seeds: [input.account.rawValue, 0, input.due.seconds, shared.timer.seed] + lineage)
    }
  }

  var account: AccountID {
    switch cause {
    case .rule(_, let shared): shared.input.message.account
    case .timer(let shared): shared.input.account
    }
  }

  var owner: Contact {
    switch cause {
    case .rule(_, let shared): shared.input.owner
    case .timer(let shared): shared.input.owner
    }
  }

  var now: Timestamp {
    switch cause {
    case .rule(_, let shared): shared.input.now
    case .timer(let shared): shared.input.now
    }
  }

  /// Nil for a timer.
  var input: DecisionInput? { shared?.input }

  /// Nil for a timer.
  var shared: SharedInput? {
    if case .rule(_, let shared) = cause { shared } else { nil }
  }

  var namespace: String {
    let id = id
    return String(id[..<(id.lastIndex(of: "/") ?? id.startIndex)])
  }

  var chat: PeerID? { shared?.input.chat.id }
}
