import Engine
import Model
import Rules
import Store
import Testing

@Suite("Replay of stored history [D2]", .timeLimit(.minutes(5)))
struct ReplayTests {
  private static func rules(_ more: String) throws -> RuleSet {
    try RuleSet.load([
      RuleSource(
        path: "a.lua",
        text: """
          monitor "people" { "private" }
          persona "me" { system = "Be brief." }
          delay "slow" { notice = lognormal("20s", "2m"), reading = "10s" }
          \(more)
          """)
    ])
  }

  private static let first = """
    rule "hello" { when = { text = "hello" }, act = reply { "hi", delay = "slow" } }
    rule "rest" { limit = "2/1h per chat", act = ai_reply { persona = "me", delay = "slow" } }
    """

  /// A world in which the rules have decided about some messages.
  private func world() async throws -> World {
    let world = try World()
    try await world.run(try Self.rules(Self.first)) { run in
      try await run.decide(world.incoming(1, "hello"))
      run.advance(by: 700)
      try await run.decide(world.incoming(2, "what is new"))
      run.advance(by: 700)
      try await run.decide(world.incoming(3, from: 20_002, "hello"))
      try await run.decide(world.incoming(4, from: 20_002, "and you"))
      run.advance(by: 700)
    }
    return world
  }

  private func replay(
    _ rules: String, in world: World
  ) async throws -> (entries: [Replay.Entry], report: Replay.Report) {
    let store = try world.open()
    defer { try? store.close() }
    let replay = Replay(rules: try Self.rules(rules), store: store, account: World.account)
    var entries: [Replay.Entry] = []
    let report = try await replay.run(
      since: World.start.advanced(by: .seconds(-60)),
      until: world.clock.now.advanced(by: .seconds(60))
    ) { entries.append($0) }
    return (entries, report)
  }

  @Test("The same rules decide the same, to the instant, and nothing is sent [rules 39]")
  func same() async throws {
    let world = try await world()
    let sent = world.telegram.delivered.count
    let (entries, report) = try await replay(Self.first, in: world)
    #expect(entries.map(\.message.id) == [1, 2, 3, 4])
    #expect(entries.filter(\.isChanged).isEmpty, "\(entries.filter(\.isChanged))")
    #expect(report.decided == 4 && report.changed == 0)
    #expect(report.answeredBefore == 4 && report.answeredAfter == 4)
    #expect(report.cost.calls == 2 && report.cost.promptTokens > 4)
    #expect(world.telegram.delivered.count == sent)
  }

  @Test("Other rules: only what changed is told, and twice the same [rules 39]")
  func changed() async throws {
    let world = try await world()
    let other = """
      rule "hello" { when = { text = "hello" }, act = reply { "hi", delay = "slow" } }
      rule "quiet" { when = { sender = 20001 }, act = ignore(), because = "quiet" }
      rule "rest" { limit = "2/1h per chat", act = ai_reply { persona = "me", delay = "slow" } }
      """
    let (entries, report) = try await replay(other, in: world)
    let again = try await replay(other, in: world)
    #expect(again.entries == entries)
    #expect(entries.filter(\.isChanged).map(\.message.id) == [1, 2])
    #expect(entries[1].before.summary == "ai_reply by a/rest")
    #expect(entries[1].after.summary == "ignore by a/quiet")
    #expect(report.changed == 2 && report.answeredBefore == 4 && report.answeredAfter == 2)
  }

  @Test("ai.complete is counted and not asked; a rule that fails is told once")
  func functions() async throws {
    let world = try await world()
    let asked = world.model.requests.count
    let (_, report) = try await replay(
      """
      rule "asks" { when = { text = "new" }, run = function(m, x) return reply(ai.complete { persona = "me" }) end }
      rule "fails" { also = true, run = function(m, x) error("no") end }
      """, in: world)
    #expect(report.cost.calls == 1)
    #expect(world.model.requests.count == asked)
    #expect(report.problems.count == 1)
  }

  @Test(
    "A replay begins with nothing kept, or with a copy of what is kept now; neither changes it [C6]"
  )
  func state() async throws {
    let counting = """
      rule "count" { run = function(m, x) return reply("n " .. x.store:incr("n")) end }
      """
    let world = try World()
    try await world.run(try Self.rules(counting)) { run in
      try await run.decide(world.incoming(1, "a"))
      try await run.decide(world.incoming(2, from: 20_002, "b"))
    }
    let store = try world.open()
    defer { try? store.close() }
    for (startsWithState, answers) in [(false, ["n 1", "n 2"]), (true, ["n 3", "n 4"])] {
      let replay = Replay(
        rules: try Self.rules(counting), store: store, account: World.account,
        startsWithState: startsWithState)
      var found: [String] = []
      _ = try await replay.run(
        since: World.start.advanced(by: .seconds(-60)),
        until: world.clock.now.advanced(by: .seconds(60))
      ) { entry in
        if case .reply(let text, _)? = entry.after.plan.speech?.action { found.append(text) }
      }
      #expect(found == answers)
    }
    #expect(try await store.states(of: World.account).values.map(\.json) == ["2"])
  }
}
