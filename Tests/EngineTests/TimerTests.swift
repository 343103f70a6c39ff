import Engine
import Model
import Rules
import Store
import Testing

@Suite("Timers [C6]", .timeLimit(.minutes(5)))
struct TimerTests {
  private static func rules(_ text: String) throws -> RuleSet {
    try RuleSet.load([
      RuleSource(path: "a.lua", text: "monitor \"people\" { \"private\" }\n" + text)
    ])
  }

  private static let morning = """
    every "morning" { at = "09:00", run = function(x)
      return notify("day " .. x.store:incr("days") .. ", " .. x.today.weekday), "it is nine"
    end }
    """

  private static func told(_ world: World) -> [String] {
    world.telegram.delivered.map(\.text)
  }

  @Test("A timer fires at its time, keeps state, and its run stands in why [C6 C7]")
  func fires() async throws {
    let world = try World()
    try await world.run(try Self.rules(Self.morning)) { run in
      run.advance(by: 9 * 3600 - 1)
      run.advance(by: 1)
      await run.recorder.wait(for: .sent)
      #expect(Self.told(world) == ["Understudy: day 1, thu"])
      #expect(world.telegram.delivered[0].at == World.start.advanced(by: .seconds(9 * 3600)))
      run.advance(by: 86_400)
      await run.recorder.wait(for: .sent, count: 2)
      #expect(Self.told(world).last == "Understudy: day 2, fri")
      let timer = try #require(await run.store.timer("a/morning", account: World.account))
      #expect(timer.last?.reason == "it is nine")
      #expect(timer.last?.notes == ["a/morning: x.store: days = 2"])
      #expect(timer.next == World.start.advanced(by: .seconds(2 * 86_400 + 9 * 3600)))
    }
  }

  @Test(
    "Over a restart the next time stands; a missed one is left out or made up for, once",
    arguments: [("skip", 1), ("once", 2)])
  func misfire(policy: String, count: Int) async throws {
    let world = try World()
    let set = try Self.rules(
      #"every "hourly" { interval = "1h", misfire = "\#(policy)", run = function(x) return notify("n " .. x.store:incr("n")) end }"#
    )
    try await world.run(set) { $0.advance(by: 1800) }
    // Five times pass while nothing runs.
    world.clock.advance(by: .seconds(5 * 3600))
    try await world.run(set) { run in
      if policy == "once" { await run.recorder.wait(for: .sent) }
      run.advance(by: 1800)
      await run.recorder.wait(for: .sent, count: count)
      #expect(Self.told(world).last == "Understudy: n \(count)")
      #expect(
        world.telegram.delivered.last?.at == World.start.advanced(by: .seconds(6 * 3600)))
    }
  }

  @Test(
    "A reload keeps the time of an unchanged schedule, and an unrelated edit touches nothing [rules 8]"
  )
  func reload() async throws {
    let world = try World()
    let timer = #"every "t" { interval = "1h", act = notify "old" }"#
    try await world.run(try Self.rules(timer)) { run in
      run.advance(by: 1800)
      try await run.engine.reload(try Self.rules(timer.replacing("old", with: "new")))
      run.advance(by: 1800)
      await run.recorder.wait(for: .sent)
      #expect(Self.told(world) == ["Understudy: new"])
      run.advance(by: 600)
      try await run.engine.reload(try Self.rules(timer.replacing("1h", with: "2h")))
      run.advance(by: 7199)
      #expect(
        try await run.store.timer("a/t", account: World.account)?.next
          == World.start.advanced(by: .seconds(4200 + 7200)))
      run.advance(by: 1)
      await run.recorder.wait(for: .sent, count: 2)
      try await run.engine.reload(try Self.rules(""))
      #expect(try await run.store.timer("a/t", account: World.account) == nil)
    }
  }

  @Test("A timer that fails is told once, and fires again at its next time")
  func fails() async throws {
    let world = try World()
    let set = try Self.rules(
      #"every "t" { interval = "1h", run = function(x) x.store:set("a", 1) error "no luck" end }"#)
    try await world.run(set) { run in
      run.advance(by: 3600)
      await run.recorder.wait(for: .error)
      await run.recorder.wait(for: .sent)
      run.advance(by: 3600)
      await run.recorder.wait(for: .error, count: 2)
      #expect(Self.told(world) == ["Understudy: a timer failed: a.lua:2: timer a/t: no luck"])
      let kept = try await run.store.state(
        StateKey(scope: "a/t", name: "a"), account: World.account)
      #expect(kept == nil)
    }
  }

  @Test("Steps of test files let time pass, and timers run in it [C5]")
  func cases() async throws {
    let report = try await RuleTester(
      sources: [
        RuleSource(
          path: "a.lua",
          text: """
            account { zone = "Europe/Berlin" }
            monitor "people" { "private" }
            hours "work" { "mon-fri 08:00-20:00" }
            rule "collect" { phase = "observe", run = function(m, x) x.shared:incr("n") end }
            every "digest" { at = "mon-fri 18:00", run = function(x)
              local n = x.shared:get("n", 0)
              x.shared:set("n", nil)
              if n > 0 then return notify(n .. " messages") end
              return nil, "nothing came"
            end }
            every "check" { interval = "5h", hours = "work", act = notify "checked" }
            """)
      ],
      tests: [
        RuleSource(
          path: "a_test.lua",
          text: """
            case "digest" { at = "mon 12:00", steps = {
              { message = { text = "a" } },
              { message = { text = "b" } },
              { at = "mon 16:59", expect = { notify = false, reason = "no timer was due" } },
              { at = "mon 18:00", expect = { notify = "2 messages", rule = "a/digest" } },
              { at = "mon 20:00", expect = { notify = false } },
              { at = "tue 18:00", expect = { reason = "nothing came" } },
            } }
            case "hours" { at = "mon 12:00", steps = {
              { at = "mon 16:59", expect = { notify = false } },
              { at = "mon 17:00", expect = { notify = "checked", rule = "a/check" } },
              { at = "tue 07:59", expect = { notify = false } },
              { at = "tue 08:00", expect = { notify = "checked" } },
            } }
            """)
      ]
    ).run()
    #expect(report.problems.isEmpty)
    #expect(report.results.flatMap(\.failures).map(\.message) == [])
  }

  @Test("Both clock changes: a skipped time comes as much later, a repeated one once [rules 37]")
  func clockChanges() throws {
    let set = try Self.rules(
      #"every "t" { at = "02:30", zone = "Europe/Berlin", act = notify "x" }"#)
    let timer = try #require(set.timers.first)
    func next(_ text: String) throws -> String {
      let from = try #require(Timestamp(iso8601: text))
      return try #require(timer.next(after: from, anchor: from)).description
    }
    #expect(try next("2026-03-28T12:00:00Z").hasPrefix("2026-03-29T01:30:00"))
    #expect(try next("2026-03-29T02:00:00Z").hasPrefix("2026-03-30T00:30:00"))
    #expect(try next("2026-10-24T12:00:00Z").hasPrefix("2026-10-25T00:30:00"))
    #expect(try next("2026-10-25T00:30:00Z").hasPrefix("2026-10-26T01:30:00"))
  }

  @Test(
    "What no timer can be is told with what to write [rules 11]",
    arguments: [
      (#"every "t" { act = notify "x" }"#, "has neither at nor interval; write at = "),
      (#"every "t" { at = "25:00", act = notify "x" }"#, "expected a time such as 09:00"),
      (#"every "t" { at = "mon 24:00", act = notify "x" }"#, "no day has a time 24:00"),
      (#"every "t" { interval = "5s", act = notify "x" }"#, "is 5s; the least is 1m"),
      (#"every "t" { at = "09:00", interval = "1h", act = notify "x" }"#, "both at and interval"),
      (#"every "t" { at = "09:00" }"#, "has neither act nor run"),
      (#"every "t" { at = "09:00", act = reply "x" }"#, "cannot reply: it answers no message"),
      (#"every "t" { at = "09:00", misfire = "twice", act = notify "x" }"#, "\"skip\" or \"once\""),
      (
        #"every "t" { at = "09:00", hours = "wrok", act = notify "x" }"#,
        "\"wrok\", which is not declared"
      ),
      (
        #"every "t" { at = "09:00", act = notify "x" } rule "t" { act = ignore() }"#,
        "is declared twice"
      ),
    ])
  func complaints(text: String, part: String) {
    do throws(RuleLoadError) {
      _ = try RuleSet.load([RuleSource(path: "a.lua", text: text)])
      Issue.record("it was accepted")
    } catch {
      #expect(error.description.contains(part), "\(error)")
    }
  }
}
