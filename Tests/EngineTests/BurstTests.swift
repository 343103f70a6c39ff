import Engine
import Model
import Rules
import Store
import Testing

@Suite("Bursts and modes [D10]", .timeLimit(.minutes(5)))
struct BurstTests {
  private static let head = """
    monitor "people" { "private" }
    delay "slow" { notice = "60s" }

    """

  private static func rules(_ text: String) throws -> RuleSet {
    try RuleSet.load([RuleSource(path: "a.lua", text: head + text)])
  }

  private static let joining = """
    rule "joins" { settle = "6s", run = function(m) return reply(m.burst .. ": " .. m.text) end }
    """

  @Test("Five messages in 20 s with settle: one decision, one reply [D10, rules 35]")
  func five() async throws {
    let world = try World()
    try await world.run(try Self.rules(Self.joining)) { run in
      for id in 1...5 as ClosedRange<Int32> {
        try await run.deliver(world.incoming(id, "m\(id)"))
        if id < 5 { run.advance(by: 5) }
      }
      run.advance(by: 6)
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["5: m1\nm2\nm3\nm4\nm5"])
      #expect(world.telegram.delivered.map(\.replyTo) == [nil])
      for id in 1...4 as ClosedRange<Int32> {
        let decision = try await run.store.decision(about: world.incoming(id).reference)
        #expect(decision?.plan.isEmpty == true)
        #expect(decision?.reason == "decided as one with message 5, as its writer went on")
      }
      let decision = try await run.store.decision(about: world.incoming(5).reference)
      #expect(decision?.joined == [1, 2, 3, 4])
      #expect(try await run.store.inboxHeads(of: World.account).isEmpty)
    }
  }

  @Test("A burst that the process died in is one decision after the restart [rules 35]")
  func restart() async throws {
    let world = try World()
    let set = try Self.rules(Self.joining)
    try await world.run(set) { try await $0.deliver(world.incoming(1, "m1")) }
    try await world.run(set) { run in
      run.advance(by: 4)
      try await run.deliver(world.incoming(2, "m2"))
      run.advance(by: 6)
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["2: m1\nm2"])
    }
  }

  @Test("Whoever never stops is answered after ten times the silence; another chat does not wait")
  func endless() async throws {
    let world = try World()
    let set = try Self.rules(
      Self.joining + #"rule "quick" { priority = 1, when = { text = "quick" }, act = reply "now" }"#
    )
    try await world.run(set) { run in
      for id in 1...13 as ClosedRange<Int32> {
        try await run.deliver(world.incoming(id, "m\(id)"))
        run.advance(by: 5)
      }
      await run.recorder.wait(for: .sent)
      // The last comes at the very instant at which the burst is over.
      let first = world.telegram.delivered.first?.text ?? ""
      #expect(["12: m1\n", "13: m1\n"].contains { first.hasPrefix($0) }, "\(first)")
    }
  }

  @Test("A burst that is decided again, for its rule was changed, is still a burst [rules 31]")
  func again() async throws {
    let world = try World()
    let slow = #"rule "joins" { settle = "6s", act = reply { "old", delay = "slow" } }"#
    let changed = Self.joining.replacing("return reply", with: "return reply")
    try await world.run(try Self.rules(slow)) { run in
      try await run.deliver(world.incoming(1, "m1"))
      run.advance(by: 2)
      try await run.deliver(world.incoming(2, "m2"))
      run.advance(by: 6)
      await run.recorder.waitForDecision(about: 2)
      try await run.engine.reload(try Self.rules(changed))
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["2: m1\nm2"])
    }
  }

  @Test(
    "What becomes of a waiting answer when its writer goes on is said by the mode",
    arguments: [
      ("restart", ["re: two"]), ("single", ["re: one"]), ("queued", ["re: one", "re: two"]),
    ])
  func modes(mode: String, texts: [String]) async throws {
    let world = try World()
    let set = try Self.rules(
      #"rule "r" { mode = "\#(mode)", delay = "slow", run = function(m) return reply("re: " .. m.text) end }"#
    )
    try await world.run(set) { run in
      try await run.decide(world.incoming(1, "one"))
      try await run.decide(world.incoming(2, "two"))
      if mode == "single" {
        let decision = try await run.store.decision(about: world.incoming(2).reference)
        #expect(decision?.considered.first?.outcome == .skipped)
        #expect(decision?.considered.first?.why?.contains("its mode is single") == true)
      }
      await run.untilSent(texts.count)
      #expect(world.telegram.delivered.map(\.text) == texts)
    }
  }

  @Test("Test files play bursts and modes with a moved clock [rules 35]")
  func cases() async throws {
    let report = try await RuleTester(
      sources: [
        RuleSource(
          path: "a.lua",
          text: Self.head + Self.joining
            + #"rule "one" { priority = 1, when = { text = "one" }, mode = "single", act = reply { "1", delay = "slow" } }"#
        )
      ],
      tests: [
        RuleSource(
          path: "a_test.lua",
          text: """
            case "burst" { steps = {
              { message = { text = "a" }, expect = { speech = "none", reason = "decided as one with" } },
              { after = "5s", message = { text = "b" }, expect = { speech = "none" } },
              { after = "5s", message = { text = "c" }, expect = { text = "3: a\\nb\\nc" } },
              { after = "7s", message = { text = "d" }, expect = { text = "1: d" } },
            } }
            case "apart" { steps = {
              { message = { text = "a" }, expect = { text = "1: a" } },
              { message = { text = "b", sender = 5002 }, expect = { text = "1: b" } },
            } }
            case "single" { steps = {
              { message = { text = "one" }, expect = { text = "1" } },
              { after = "30s", message = { text = "one" }, expect = { text = "1: one" } },
            } }
            """)
      ]
    ).run()
    #expect(report.problems.isEmpty)
    #expect(report.results.flatMap(\.failures).map(\.message) == [])
  }

  @Test("A replay joins the same bursts [rules 39]")
  func replay() async throws {
    let world = try World()
    let set = try Self.rules(Self.joining)
    try await world.run(set) { run in
      try await run.deliver(world.incoming(1, "m1"))
      run.advance(by: 4)
      try await run.deliver(world.incoming(2, "m2"))
      run.advance(by: 6)
      await run.recorder.wait(for: .sent)
      try await run.deliver(world.incoming(3, "m3"))
      run.advance(by: 6)
      await run.recorder.wait(for: .sent, count: 2)
    }
    let store = try world.open()
    defer { try? store.close() }
    var entries: [Replay.Entry] = []
    let report = try await Replay(rules: set, store: store, account: World.account).run(
      since: World.start, until: world.clock.now
    ) { entries.append($0) }
    #expect(entries.map(\.message.id) == [1, 2, 3])
    #expect(report.changed == 0 && report.decided == 3 && report.answeredAfter == 2, "\(entries)")
  }

  @Test("A settle that is too long, and an unknown mode, are told with what to write [rules 11]")
  func complaints() {
    func problem(_ key: String) -> String {
      do throws(RuleLoadError) {
        _ = try RuleSet.load([
          RuleSource(
            path: "a.lua",
            text: "monitor \"p\" { \"private\" }\nrule \"r\" {\n  \(key),\n  act = ignore() }")
        ])
        return ""
      } catch {
        return error.description
      }
    }
    #expect(
      problem(#"settle = "1h""#)
        == #"a.lua:3: settle in rule "r" is 1h; the most is 10m; to answer later, use a delay"#)
    #expect(problem(#"mode = "queue""#).hasSuffix(#"did you mean "queued"?"#))
  }
}
