import Testing

@testable import Simulation

@Suite("A week under a clock of its own", .timeLimit(.minutes(5)))
struct WeekTests {
  @Test(
    "A week with the shipped rules, with hours, delays and timers, goes the same way twice [A37 A38 C6]"
  )
  func twice() async throws {
    // At one time, each on a thread of its own: neither has a part in the other.
    async let running = Week(seed: 7).live()
    let second = try await Week(seed: 7).live()
    let first = try await running
    #expect(first.decisions.count > 30)
    #expect(first.sent > 25)
    for rule in [
      "people/friends", "people/stickers", "work/question", "night/later", "night/urgent",
      "guards/money", "guards/hands off", "guards/still yours", "groups/mentioned", "week/count",
    ] {
      #expect(first.decisions.contains { $0.contains("\"\(rule)\"") }, "\(rule)")
    }
    // Seven evenings, and every twelve hours.
    #expect(first.events.count { $0.contains(": day ") && $0.contains("\"sent\"") } == 7)
    #expect(first.events.count { $0.contains("half a day") && $0.contains("\"sent\"") } == 14)
    #expect(first.events.contains { $0.contains("\"takeover\"") })
    #expect(!first.events.contains { $0.contains("\"error\"") })
    #expect(second.acts == first.acts)
    #expect(second.decisions == first.decisions)
    #expect(second.events == first.events)
    #expect(second.digest == first.digest)
  }
}
