import Engine
import Model

/// Ends an engine at one boundary: the step never returns, and what would follow is never done.
final class Trap: Sendable {
  private let target: EngineStep
  private let clock: WallClock
  private let reached = Signals()

  init(at step: EngineStep, clock: WallClock) {
    target = step
    self.clock = clock
  }

  func waitUntilReached() async { await reached.wait() }

  var hook: StepHook {
    { step, message in
      guard step == self.target, message != nil else { return }
      self.reached.raise()
      try await self.clock.sleep(until: Timestamp(milliseconds: .max), tolerance: nil)
    }
  }
}
