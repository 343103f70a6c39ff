import Engine
import Model
import Synchronization

/// Ends an engine at one boundary: the step never returns, and what would follow is never done.
/// It lets some pass before.
final class Trap: Sendable {
  private let target: EngineStep
  private let clock: WallClock
  private let reached = Signals()
  private let passing: Mutex<Int>

  init(at step: EngineStep, passing: Int = 0, clock: WallClock) {
    target = step
    self.passing = Mutex(passing)
    self.clock = clock
  }

  func waitUntilReached() async { await reached.wait() }

  var hook: StepHook {
    { step, message in
      guard step == self.target, message != nil else { return }
      let passes = self.passing.withLock { left in
        defer { left -= 1 }
        return left > 0
      }
      if passes { return }
      self.reached.raise()
      try await self.clock.sleep(until: Timestamp(milliseconds: .max), tolerance: nil)
    }
  }
}
