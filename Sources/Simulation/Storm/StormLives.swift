import Engine
import Model

/// When the twins end, how, and when they are started again.
struct StormLives {
  let plan: StormPlan
  var random: SeededGenerator
  private(set) var events: [StormEvent] = []

  init(plan: StormPlan, random: SeededGenerator) {
    self.plan = plan
    self.random = random
  }

  mutating func draw() {
    var now = random.pause(mean: plan.endEvery)
    // An account that is down is not told to end.
    var free = Array(repeating: Duration.zero, count: plan.accounts)
    while now < plan.length {
      let account = Int.random(in: 0..<plan.accounts, using: &random)
      let down = random.chance(0.4) ? .zero : random.seconds(0.1...60)
      if free[account] <= now {
        end(account, at: now, down: down)
        free[account] = now + down + .seconds(1)
      }
      now += random.pause(mean: plan.endEvery)
    }
  }

  private mutating func end(_ account: Int, at now: Duration, down: Duration) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: add(now, .stop(account: account))
    case 3..<6: add(now, .crash(account: account))
    default:
      let steps = EngineStep.allCases.filter { !$0.isOfVoices }
      let step = steps[Int.random(in: 0..<steps.count, using: &random)]
      return add(now, .trap(account: account, step, down: down))
    }
    add(now + down, .start(account: account))
  }

  private mutating func add(_ at: Duration, _ kind: StormEvent.Kind) {
    events.append(StormEvent(at: at, kind: kind))
  }
}
