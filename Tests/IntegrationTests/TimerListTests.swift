import Foundation
import Model
import Rules
import Store
import Testing

@testable import understudy

extension Integration {
  @Suite("understudy timers", .timeLimit(.minutes(5)))
  struct TimerListTests {
    private static let text = """
      account { zone = "Europe/Berlin" }
      hours "awake" { "08:00-22:00" }
      every "daily" { at = { "mon-fri 18:00", "sun 20:00" }, act = notify "now" }
      every "often" { interval = "2h", hours = "awake", act = notify "now" }
      every "changed" { at = "12:00", zone = "Asia/Tokyo", act = notify "now" }
      """
    /// A Monday, noon in Berlin.
    private let now = Timestamp(iso8601: "2026-03-02T11:00:00Z") ?? .zero

    private func run(_ problem: String? = nil, plan: Plan = Plan(), missed: Bool? = nil) -> TimerRun
    {
      TimerRun(
        id: "", due: now, at: now, plan: plan, reason: "a reason",
        problems: problem.map { [$0] } ?? [], isMissed: missed)
    }

    @Test("Each timer with its schedule, its next time, and how the last run ended")
    func rows() throws {
      let set = try RuleSet.load([RuleSource(path: "t.lua", bytes: Array(Self.text.utf8))])
      let daily = try #require(set.timers.first { $0.id == "t/daily" })
      let next = now.advanced(by: .seconds(6 * 3600))
      let notice = Plan(claims: [Claim(rule: "t/daily", action: .notify(text: "now"))])
      let list = TimerList(
        set.timers,
        stored: [
          (TimerRow(id: "t/daily", schedule: daily.schedule, next: next), run(plan: notice)),
          (TimerRow(id: "t/changed", schedule: "another", next: now), run("t.lua:5: no luck")),
          (
            TimerRow(id: "t/gone", schedule: "x", next: Timestamp(milliseconds: .max)),
            run(missed: true)
          ),
        ], account: nil, now: now)
      try Golden.expect(list.text(clock: { set.localTime(at: $0) }), is: "timers.txt")
      #expect(list.rows.map(\.known) == [false, true, true, false])
      #expect(list.rows.map(\.line) == [5, 3, nil, 4])
    }

    @Test("Before the first login the rules alone tell; rules with problems are a problem")
    func command() async throws {
      let home = try TemporaryHome()
      try home.write(Self.text, to: "home/rules/t.lua")
      let first = try await Program.run(["timers"], home: home)
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.output.contains("t/daily    mon-fri 18:00, sun 20:00"), "\(first.output)")
      #expect(first.output.hasSuffix("Times are those of Europe/Berlin."))
      try home.write("every 'x' {}", to: "home/rules/t.lua")
      let broken = try await Program.run(["timers"], home: home)
      #expect(broken.status == 1 && broken.errors.contains("understudy check"))
      try home.write("monitor 'm' { 'private' }", to: "home/rules/t.lua")
      let none = try await Program.run(["timers"], home: home)
      #expect(none.status == 0 && none.output.contains("declare no timers"))
    }
  }
}
