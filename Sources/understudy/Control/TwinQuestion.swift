import Engine
import Foundation
import Model
import Rules

/// What the running twin of a home can be asked, and what it answers.
enum TwinQuestion: String, Codable {
  /// Compare the rules now.
  case reload
  /// What each rule has done.
  case top
}

struct TwinRequest: Codable {
  let ask: TwinQuestion
}

/// The answer to ``TwinQuestion/reload``.
struct ReloadAnswer: Codable {
  enum State: String, Codable {
    case unchanged, loaded, refused
  }

  var event = "reload"
  let state: State
  /// Of the rules in force from now on; nil if nothing changed.
  var rules: Int?
  /// Why the changed rules were refused.
  var problems: [RuleProblem] = []

  init(_ comparison: RuleReloader.Comparison) {
    switch comparison {
    case .unchanged: state = .unchanged
    case .loaded(let set):
      state = .loaded
      rules = set.summary.rules.count
    case .refused(let error):
      state = .refused
      problems = error.problems
    }
  }
}

/// The answer to ``TwinQuestion/top``.
struct TopAnswer: Codable {
  struct Rule: Codable {
    var event = "rule"
    let rule: String
    /// Counts of messages since the twin started.
    let asked: Int
    let acted: Int
    let passed: Int
    let limited: Int
    let outranked: Int
    let failed: Int
    /// From asking to answer, waiting for a model included, in milliseconds.
    let averageMs: Double
    let longestMs: Double
    let lastError: String?

    init(_ rule: String, _ reading: RuleMeter.Reading) {
      let count = { (outcome: Consideration.Outcome) in reading.outcomes[outcome] ?? 0 }
      self.rule = rule
      asked = reading.asked
      acted = count(.won) + count(.kept)
      passed = count(.passed)
      limited = count(.limited)
      outranked = count(.outranked)
      failed = count(.failed)
      averageMs = reading.asked == 0 ? 0 : Self.milliseconds(reading.total / reading.asked)
      longestMs = Self.milliseconds(reading.longest)
      lastError = reading.lastError
    }

    /// To a thousandth.
    private static func milliseconds(_ duration: Duration) -> Double {
      let (seconds, attoseconds) = duration.components
      return Double(seconds) * 1000 + (Double(attoseconds) / 1e12).rounded() / 1000
    }
  }

  let at: Timestamp
  let since: Timestamp
  let rules: [Rule]
}
