import Model
import Rules
import Store
import Synchronization
import Testing

@testable import Engine

@Suite("Budgets of models [D6]", .timeLimit(.minutes(5)))
struct BudgetTests {
  private static func rules(_ budget: String) throws -> RuleSet {
    try RuleSet.load([
      RuleSource(
        path: "a.lua",
        text: """
          account { zone = "Europe/Berlin", hold = 0, budget = { \(budget) } }
          monitor "people" { "private" }
          persona "me" { system = "Be brief.", length = 64 }
          rule "ask" { priority = 1, when = { text = "ask" }, run = function(m, x)
            local ok, answer = pcall(ai.complete, { prompt = "what?" })
            return reply(tostring(answer))
          end }
          rule "all" { act = ai_reply { persona = "me" } }
          """)
    ])
  }

  /// What was sent to others, without the lines to the owner.
  private static func answers(_ world: World) -> [String] {
    world.telegram.delivered.filter { $0.chat != World.saved }.map(\.text)
  }

  private static func notices(_ run: Running) -> [String] {
    run.recorder.events.compactMap { event in
      if case .notice(let notice) = event.kind { notice.text } else { nil }
    }
  }

  @Test(
    "Calls of a day: what exceeds them nobody answers; told once, in why, and after a restart [D6]")
  func calls() async throws {
    let world = try World()
    let rules = try Self.rules(#"day = { calls = 2 }, when_spent = "none""#)
    try await world.run(rules) { run in
      try await run.deliver(world.incoming(1, "one"))
      await run.untilSent(1)
      try await run.deliver(world.incoming(2, "two"))
      await run.untilSent(2)
    }
    try await world.run(rules) { run in
      try await run.deliver(world.incoming(3, "three"))
      await run.recorder.wait(for: .cancelled)
      #expect(run.recorder.cancelled.map(\.reason) == ["the budget of 2 calls a day is used up"])
      try await run.deliver(world.incoming(4, from: 20_002, "ask"))
      // Beside the notice that nobody answers today. Time stands still, as the run has a deadline.
      await run.recorder.wait(for: .sent, count: 2)
      let answers = Self.answers(world)
      #expect(answers.last?.contains("the budget of 2 calls a day") == true, "\(answers)")
      #expect(world.model.requests.count == 2)
      let traces = try await run.store.promptTraces(for: world.incoming(3).reference)
      #expect(traces.map(\.error) == ["the budget of 2 calls a day is used up"])
      #expect(
        Self.notices(run).count {
          $0.contains("budget of 2 calls a day is used up; nobody answers")
        } == 1)
      let used = try await run.store.modelUse(
        of: World.account, since: ModelBudget.dayStart(of: world.clock.now, in: "Europe/Berlin"))
      #expect(rules.account.budget.report(used) == ["today: 2 of 2 calls"])
      // The next day, by the clock of the account.
      run.advance(by: 86_400)
      try await run.deliver(world.incoming(5, "five"))
      await run.untilSent(3)
      #expect(world.model.requests.count == 3)
    }
  }

  @Test("A limit of one chat is not another's, and a limit of one model not another's [D6]")
  func contactAndProvider() async throws {
    let world = try World()
    try await world.run(try Self.rules(#"contact = { calls = 1 }, when_spent = "none""#)) { run in
      try await run.deliver(world.incoming(1, "one"))
      await run.untilSent(1)
      try await run.deliver(world.incoming(2, "two"))
      await run.recorder.wait(for: .cancelled)
      try await run.deliver(world.incoming(3, from: 20_002, "three"))
      await run.untilSent(2)
      #expect(
        run.recorder.cancelled.map(\.reason) == [
          "the budget of 1 calls a day for one chat is used up"
        ])
    }
    let other = try World()
    let rules = try Self.rules(
      #"providers = { { name = "elsewhere", calls = 0 }, { name = "scripted", calls = 1 } }, when_spent = "none""#
    )
    try await other.run(rules) { run in
      try await run.deliver(other.incoming(1, "one"))
      await run.untilSent(1)
      try await run.deliver(other.incoming(2, "two"))
      await run.recorder.wait(for: .cancelled)
      #expect(
        run.recorder.cancelled.map(\.reason) == [
          "the budget of 1 calls a day for scripted is used up"
        ])
    }
  }

  @Test(
    "Tokens and money are counted as the provider counts, and what may cost too much is not asked")
  func tokens() {
    var budget = ModelBudget()
    budget.day.tokens = 1000
    let request = TextRequest(
      system: String(repeating: "x", count: 300), turns: [.init(role: .user, text: "hi")],
      maximumTokens: 200)
    let most = ModelUse(most: request)
    #expect(most.tokens == 116 + 200)
    func limit(_ spent: ModelUse) -> String? {
      budget.limit(
        against: most, of: "openai/gpt", spentInAll: [("gpt-1", spent)], inChat: [],
        ofModel: { provider in provider.fits("gpt-1") ? [("gpt-1", spent)] : [] })
    }
    #expect(limit(ModelUse(calls: 1, promptTokens: 600, completionTokens: 84)) == nil)
    #expect(
      limit(ModelUse(calls: 1, promptTokens: 601, completionTokens: 84))
        == "the budget of 1000 tokens a day is used up")
    budget.day.tokens = nil
    budget.day.money = 0.001
    #expect(
      limit(ModelUse(calls: 0, promptTokens: 0, completionTokens: 0))?.contains(
        "names no price of openai/gpt") == true)
    budget.providers = [.init(name: "gpt", promptPrice: 1, answerPrice: 2)]
    // 116 asked and 200 answered cost 0.000516.
    #expect(limit(ModelUse(calls: 9, promptTokens: 100, completionTokens: 191)) == nil)
    #expect(
      limit(ModelUse(calls: 1, promptTokens: 100, completionTokens: 193))
        == "the budget of 0.001 a day is used up")
    #expect(budget.report([]) == ["today: 0 of 0.001"])
  }

  @Test("The offline replier takes over where the account says so, and costs nothing")
  func offline() async throws {
    let world = try World()
    world.offline.withLock { $0 = ScriptedModel(name: "offline") { _, _ in "offline words" } }
    try await world.run(try Self.rules("day = { calls = 1 }")) { run in
      try await run.deliver(world.incoming(1, "one"))
      await run.untilSent(1)
      try await run.deliver(world.incoming(2, "two"))
      await run.untilSent(3)
      #expect(Self.answers(world) == ["answer 1", "offline words"])
      let traces = try await run.store.promptTraces(for: world.incoming(2).reference)
      #expect(traces.map(\.model) == ["offline, as the budget of 1 calls a day is used up"])
      let used = try await run.store.modelUse(of: World.account, since: .zero)
      #expect(used.map(\.use.calls) == [1])
    }
  }

  @Test(
    "What is wrong with a budget is told",
    arguments: [
      ("day = { money = 1 }", "counts money, and names no price"),
      ("day = { cals = 1 }", "did you mean \"calls\"?"),
      ("day = { calls = -1 }", "must be a whole number from 0"),
      (#"when_spent = "offlin""#, "did you mean \"offline\"?"),
      ("providers = { { calls = 1 } }", "needs name"),
    ])
  func wrong(budget: String, text: String) {
    do throws(RuleLoadError) {
      _ = try RuleSet.load([RuleSource(path: "a.lua", text: "account { budget = { \(budget) } }")])
      Issue.record("it was taken")
    } catch {
      #expect(error.description.contains(text), "\(error)")
    }
  }
}
