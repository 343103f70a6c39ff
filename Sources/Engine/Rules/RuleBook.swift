import Synchronization

/// The rule set in force. A reload swaps it whole; who holds the former one ends with it.
final class RuleBook: Sendable {
  private let rules: Mutex<any Rulings>

  init(_ rules: any Rulings) { self.rules = Mutex(rules) }

  var current: any Rulings { rules.withLock { $0 } }

  func replace(with rules: any Rulings) { self.rules.withLock { $0 = rules } }
}
