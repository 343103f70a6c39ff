import Model

/// Everything that happens to the twins from without, drawn from a seed: the same seed and plan give the
/// same storm on every machine.
package struct Storm: Sendable, Hashable {
  package let seed: UInt64
  package let plan: StormPlan
  /// In the order of their times.
  package let events: [StormEvent]

  package init(seed: UInt64, plan: StormPlan) {
    self.seed = seed
    self.plan = plan
    var people = StormPeople(plan: plan, random: SeededGenerator(seed: seed, text: "people"))
    people.draw()
    var troubles = StormTroubles(plan: plan, random: SeededGenerator(seed: seed, text: "troubles"))
    troubles.draw()
    var lives = StormLives(plan: plan, random: SeededGenerator(seed: seed, text: "lives"))
    lives.draw()
    // What happens at the same instant keeps this order.
    let all = people.events + troubles.events + lives.events
    events = all.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }
}

extension StormPlan {
  var length: Duration { .seconds(60 * minutes) }
  /// Which account a chat belongs to.
  func account(of chat: Int) -> Int { chat % accounts }
}

extension SeededGenerator {
  /// A pause around `mean` seconds: now and then none, seldom three times as long.
  mutating func pause(mean: Double) -> Duration {
    let share = Double.random(in: 0..<1, using: &self)
    let stretch = share < 0.1 ? 0 : share < 0.9 ? Double.random(in: 0.3..<1.6, using: &self) : 2.4
    return .milliseconds(Int64((mean * stretch * 1000).rounded()))
  }

  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < probability
  }

  mutating func seconds(_ range: ClosedRange<Double>) -> Duration {
    .milliseconds(Int64((Double.random(in: range, using: &self) * 1000).rounded()))
  }

  /// One of these, each as likely as its weight says.
  mutating func pick<Value>(_ choices: [(weight: Int, value: Value)]) -> Value {
    var left = Int.random(in: 0..<choices.reduce(0) { $0 + $1.weight }, using: &self)
    for choice in choices {
      left -= choice.weight
      if left < 0 { return choice.value }
    }
    return choices[choices.count - 1].value
  }
}
