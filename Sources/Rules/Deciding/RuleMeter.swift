package import Model
private import Synchronization

/// Counts what became of each rule, and how long it took; for `understudy top`. Nothing depends on it:
/// decisions are the same with and without.
package final class RuleMeter: Sendable {
  package struct Reading: Sendable, Hashable {
    package var outcomes: [Consideration.Outcome: Int] = [:]
    /// How often the rule was asked.
    package var asked = 0
    /// From asking to answer, waiting for a model included; all times together.
    package var total = Duration.zero
    package var longest = Duration.zero
    /// Why it failed the last time.
    package var lastError: String?

    package init() {}
  }

  private let now: @Sendable () -> Duration
  private let readings = Mutex<[String: Reading]>([:])

  /// - Parameter now: time since any instant, never going back.
  package init(now: @escaping @Sendable () -> Duration = RuleMeter.machine) { self.now = now }

  /// By rule id; rules that were never asked are left out.
  package var current: [String: Reading] { readings.withLock(\.self) }

  func start() -> Duration { now() }

  func add(_ consideration: Consideration, since start: Duration) {
    let took = now() - start
    readings.withLock { readings in
      var reading = readings[consideration.rule] ?? Reading()
      reading.asked += 1
      reading.outcomes[consideration.outcome, default: 0] += 1
      reading.total += took
      reading.longest = max(reading.longest, took)
      if consideration.outcome == .failed { reading.lastError = consideration.why }
      readings[consideration.rule] = reading
    }
  }

  private static let epoch = ContinuousClock.now

  package static let machine: @Sendable () -> Duration = { epoch.duration(to: .now) }
}
