import Engine
import Model
import Rules
import Store
import Testing

@Suite("Rules that fail, and rules in shadow", .timeLimit(.minutes(5)))
struct FailureTests {
  private static let head = "monitor \"people\" { \"private\" }\n"

  private static func rules(_ text: String) throws -> RuleSet {
    try RuleSet.load([RuleSource(path: "a.lua", text: head + text)])
  }

  private static func problem(_ text: String) -> String {
    do throws(RuleLoadError) {
      _ = try RuleSet.load([RuleSource(path: "a.lua", text: head + text)])
      return ""
    } catch {
      return error.description
    }
  }

  private static let breaking = """
    rule "breaks" { run = function(m, x)
      if m.text == "break" then error "no luck" end
      return reply "fine"
    end }
    rule "after" { priority = -1, act = reply "after" }
    """

  private static func outcome(_ run: Running, _ id: Int32) async throws -> Consideration? {
    try await run.store.decision(
      about: MessageReference(account: World.account, chat: World.ada, id: id)
    )?.considered.first
  }

  @Test("Three failures in ten minutes open a rule's breaker; it is told once [rules 27]")
  func breaker() async throws {
    let world = try World()
    try await world.run(try Self.rules(Self.breaking)) { run in
      for id in 1...3 as ClosedRange<Int32> {
        try await run.decide(world.incoming(id, "break"))
        #expect(try await Self.outcome(run, id)?.outcome == .failed)
      }
      try await run.decide(world.incoming(4, "hello"))
      let resting = try await Self.outcome(run, 4)
      #expect(resting?.outcome == .suspended)
      #expect(resting?.why == "it failed 3 times in 10 min and rests for another 1 min")
      // Half open: one run is tried, and its failure doubles the rest.
      run.advance(by: 60)
      try await run.decide(world.incoming(5, "break"))
      #expect(try await Self.outcome(run, 5)?.outcome == .failed)
      run.advance(by: 60)
      try await run.decide(world.incoming(6, "hello"))
      #expect(try await Self.outcome(run, 6)?.outcome == .suspended)
      run.advance(by: 60)
      try await run.decide(world.incoming(7, "hello"))
      #expect(try await Self.outcome(run, 7)?.outcome == .won)
      try await run.decide(world.incoming(8, "break"))
      try await run.decide(world.incoming(9, "hello"))
      #expect(try await Self.outcome(run, 9)?.outcome == .won)
      await run.untilSent(1)
      let told = run.recorder.events.compactMap { event -> String? in
        if case .notice(let notice) = event.kind { notice.text } else { nil }
      }
      #expect(told.count { $0.contains("rule a/breaks failed 3 times in 10 min and rests") } == 1)
      #expect(told.count { $0.contains("a rule failed:") } == 1)
    }
  }

  @Test("An open breaker outlives the process, and so does how far it has come [rules 27]")
  func breakerAndRestart() async throws {
    let world = try World()
    try await world.run(try Self.rules(Self.breaking)) { run in
      for id in 1...3 as ClosedRange<Int32> { try await run.decide(world.incoming(id, "break")) }
      run.advance(by: 60)
      try await run.decide(world.incoming(4, "break"))
    }
    try await world.run(try Self.rules(Self.breaking)) { run in
      run.advance(by: 90)
      try await run.decide(world.incoming(5, "hello"))
      #expect(try await Self.outcome(run, 5)?.outcome == .suspended)
      run.advance(by: 60)
      try await run.decide(world.incoming(6, "hello"))
      #expect(try await Self.outcome(run, 6)?.outcome == .won)
    }
    // It has succeeded: the next failure is the first.
    try await world.run(try Self.rules(Self.breaking)) { run in
      try await run.decide(world.incoming(7, "break"))
      try await run.decide(world.incoming(8, "hello"))
      #expect(try await Self.outcome(run, 8)?.outcome == .won)
    }
  }

  @Test("An edit of the rule closes its breaker, an unrelated one does not touch it [rules 8, 27]")
  func reload() async throws {
    let world = try World()
    func set(_ other: String, edited: Bool) throws -> RuleSet {
      try RuleSet.load([
        RuleSource(
          path: "a.lua",
          text: Self.head + Self.breaking.replacing("fine", with: edited ? "better" : "fine")),
        RuleSource(path: "b.lua", text: other),
      ])
    }
    try await world.run(try set("", edited: false)) { run in
      for id in 1...3 as ClosedRange<Int32> { try await run.decide(world.incoming(id, "break")) }
      try await run.engine.reload(try set("-- a word", edited: false))
      try await run.decide(world.incoming(4, "hello"))
      #expect(try await Self.outcome(run, 4)?.outcome == .suspended)
      try await run.engine.reload(try set("-- a word", edited: true))
      try await run.decide(world.incoming(5, "hello"))
      #expect(try await Self.outcome(run, 5)?.outcome == .won)
    }
  }

  @Test("on_error says what to do when run fails; the failure is told all the same")
  func onError() async throws {
    let world = try World()
    let set = try Self.rules(
      """
      rule "asks" {
        run = function(m, x) error "no luck" end,
        on_error = { reply "later, {{sender.first_name}}", notify "it broke" },
      }
      rule "after" { priority = -1, act = reply "after" }
      """)
    try await world.run(set) { run in
      try await run.decide(world.incoming(1))
      let decision = try #require(
        await run.store.decision(about: world.incoming(1).reference))
      #expect(decision.plan.claims.map(\.action.name) == ["reply", "notify"])
      #expect(decision.plan.speech?.action == .reply(text: "later, Ada", quotes: false))
      #expect(decision.considered.map(\.outcome) == [.failed, .outranked])
      #expect(
        decision.considered[0].why
          == "a.lua:3: no luck; on_error: rule a/asks failed, and this is its on_error")
      #expect(run.recorder.errors.count == 1)
    }
  }

  @Test(
    "An on_error that makes no sense is told with what to write [rules 11]",
    arguments: [
      (#"rule "r" { act = ignore(), on_error = notify "x" }"#, "has on_error and no run"),
      (
        #"rule "r" { run = function() end, on_error = { reply "a", draft "b" } }"#,
        "on_error of rule \"r\" does reply and draft at once"
      ),
      (
        #"rule "r" { phase = "observe", run = function() end, on_error = reply "a" }"#,
        "is an observer and cannot reply"
      ),
      (#"rule "r" { run = function() end, on_error = "notify" }"#, "an action such as"),
      (#"rule "r" { shadow = "yes", act = ignore() }"#, "must be true or false"),
    ])
  func complaints(text: String, part: String) {
    #expect(Self.problem(text).contains(part), "\(Self.problem(text))")
  }

  @Test("A rule in shadow decides, is recorded, sends nothing and silences nobody")
  func shadow() async throws {
    let world = try World()
    let set = try Self.rules(
      """
      rule "guard" { phase = "guard", shadow = true, act = { ignore(), notify "seen" } }
      rule "new" { shadow = true, run = function(m, x) return reply("new " .. x.store:incr("n")), "a try" end }
      rule "old" { priority = -1, act = reply "old" }
      """)
    try await world.run(set) { run in
      try await run.decide(world.incoming(1))
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["old"])
      let decision = try #require(
        await run.store.decision(about: world.incoming(1).reference))
      #expect(decision.considered.map(\.outcome) == [.shadow, .shadow, .won])
      #expect(decision.considered[1].why == "would reply: a try")
      #expect(decision.shadow?.map(\.action.name) == ["ignore", "notify", "reply"])
      #expect(decision.shadow?.last?.action == .reply(text: "new 1", quotes: false))
    }
    let report = try await RuleTester(
      sources: [
        RuleSource(
          path: "a.lua", text: Self.head + #"rule "new" { shadow = true, act = reply "new" }"#)
      ],
      tests: [
        RuleSource(
          path: "a_test.lua",
          text: #"""
            case "would" { message = { text = "x" }, expect = { speech = "none", shadow = "reply" } }
            case "not" { message = { text = "x" }, expect = { shadow = "none" } }
            """#)
      ]
    ).run()
    #expect(
      report.results.flatMap(\.failures).map(\.message)
        == [#"expected "none" in shadow, got "reply""#])
  }

  @Test("The rules of a new file work in shadow for as long as the account says, over restarts")
  func newFile() async throws {
    let world = try World()
    func set(_ names: [String]) throws -> RuleSet {
      try RuleSet.load(
        [RuleSource(path: "base.lua", text: "account { shadow = \"1h\" }\n" + Self.head)]
          + names.map {
            RuleSource(path: "\($0).lua", text: "rule \"r\" { act = reply \"\($0)\" }")
          })
    }
    func speech(_ run: Running, _ id: Int32) async throws -> Action? {
      try await run.decide(world.incoming(id))
      return try await run.store.decision(about: world.incoming(id).reference)?.plan.speech?.action
    }
    try await world.run(try set(["z"])) { run in
      // The files of the first start are not new.
      #expect(try await speech(run, 1) == .reply(text: "z", quotes: false))
      try await run.engine.reload(try set(["a", "z"]))
      #expect(try await speech(run, 2) == .reply(text: "z", quotes: false))
    }
    try await world.run(try set(["a", "z"])) { run in
      run.advance(by: 3599)
      let before = try await speech(run, 3)
      #expect(before == .reply(text: "z", quotes: false))
      run.advance(by: 1)
      let after = try await speech(run, 4)
      #expect(after == .reply(text: "a", quotes: false))
    }
  }
}
