import Engine
import Model
import Rules
import Store
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ModelAnswerTests {
  private func rules(never: [String] = [], length: Int? = nil, draft: Bool = false) -> ScriptedRules
  {
    let persona = Persona(
      name: "me", system: "You are {{owner.first_name}}.", maximumLength: length, never: never)
    let composition = Composition(persona: persona)
    return ScriptedRules(paced: false) { _ in
      [draft ? .aiDraft(composition) : .aiReply(composition)]
    }
  }

  @Test("What a function asks a model is recorded with the rule and the function that asked")
  func askers() async throws {
    let world = try World(model: ScriptedModel { _, _ in "other" })
    let rules = try RuleSet.load([
      RuleSource(
        path: "a.lua",
        text: """
          monitor "people" { "private" }
          rule "sorts" { run = function(m, x)
            ai.classify { labels = { "greeting", "other" } }
            return reply(ai.complete { prompt = "Say something." })
          end }
          """)
    ])
    try await world.run(rules) { run in
      try await run.decide(world.incoming(1, "hello"))
      let traces = try await run.store.promptTraces(for: world.incoming(1).reference)
      #expect(traces.map(\.rule) == ["a/sorts by ai.classify", "a/sorts by ai.complete"])
    }
  }

  @Test("The third turn's prompt holds turns one and two, also after a restart [A10]")
  func remembers() async throws {
    let world = try World()
    for turn in Int32(1)...3 {
      try await world.run(rules()) { run in
        world.telegram.setNextID(turn * 10 + 1)
        try await run.deliver(world.incoming(turn * 10, "question \(turn)"))
        await run.recorder.wait(for: .sent)
        // Telegram reports the own message, as it does for each.
        let answer = try #require(world.telegram.delivered.last)
        try await run.deliver(world.own(answer.id, to: World.ada, answer.text))
      }
      world.clock.advance(by: .seconds(60))
    }
    let third = try #require(world.model.requests.last)
    #expect(third.system.hasPrefix("You are Olga.\n"))
    #expect(
      third.turns.map { "\($0.role.rawValue): \($0.text)" } == [
        "user: question 1", "assistant: answer 1", "user: question 2", "assistant: answer 2",
        "user: question 3",
      ])
  }

  @Test("What was asked and answered is kept for why [A8 C7]")
  func traces() async throws {
    let world = try World()
    try await world.run(rules()) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .sent)
      let trace = try await run.store.promptTraces(for: world.incoming(1).reference)
      #expect(trace.map(\.answer) == ["answer 1"])
      #expect(trace.map(\.request) == world.model.requests)
      #expect(run.recorder.events.contains { $0.name == .composed })
    }
  }

  @Test("An answer that breaks the never-list is not sent but reported to the owner")
  func neverList() async throws {
    let world = try World(model: ScriptedModel { _, _ in "Sure, my Iban is DE00." })
    try await world.run(rules(never: ["IBAN"])) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .sent)
      let line = try #require(world.telegram.delivered.first)
      #expect(line.chat == World.saved)
      #expect(line.text.contains("\"IBAN\", which persona me never says"))
      let states = try await run.store.outbox(for: world.incoming(1).reference)
        .filter { $0.lane == .speech }.map(\.state)
      #expect(states == [.failed])
    }
  }

  @Test("A model that cannot be reached is asked again, at last the owner is told")
  func modelAway() async throws {
    let world = try World(
      model: ScriptedModel { _, number in
        guard number > 2 else {
          throw TextModelError(code: .unreachable, message: "No link to the provider.")
        }
        return "finally"
      })
    try await world.run(rules()) { run in
      try await run.deliver(world.incoming(1))
      for (number, wait) in [10, 60].enumerated() {
        await run.recorder.wait(for: .postponed, count: number + 1)
        #expect(world.model.requests.count == number + 1)
        run.advance(by: wait)
      }
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["finally"])
    }
    let never = try World(
      model: ScriptedModel { _, _ in
        throw TextModelError(code: .unreachable, message: "No link to the provider.")
      })
    try await never.run(rules()) { run in
      try await run.deliver(never.incoming(1))
      for (number, wait) in [10, 60, 300].enumerated() {
        await run.recorder.wait(for: .postponed, count: number + 1)
        run.advance(by: wait)
      }
      await run.recorder.wait(for: .sent)
      #expect(
        never.telegram.delivered.map(\.text) == [
          "Understudy: no answer to Ada: No link to the provider."
        ])
      #expect(never.model.requests.count == 4)
    }
  }

  @Test("A replier that abstains leaves the message unanswered, with its reason")
  func abstains() async throws {
    let world = try World(
      model: ScriptedModel { _, _ in
        throw TextModelError(code: .abstained, message: "nothing similar")
      })
    try await world.run(rules()) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .cancelled)
      #expect(run.recorder.cancelled.map(\.reason) == ["nothing similar"])
      #expect(world.telegram.attempts.isEmpty)
    }
  }

  @Test("A model's draft is left in the input box, cut to the persona's length [D3]")
  func drafts() async throws {
    let world = try World(model: ScriptedModel { _, _ in "One two. Three four five." })
    try await world.run(rules(length: 20, draft: true)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .acted)
      #expect(world.telegram.acts == ["draft u:20001 One two."])
    }
  }

  @Test("A message that no answer comes about for is left unread")
  func unread() async throws {
    let model = ScriptedModel { _, number in
      if number == 1 { throw TextModelError(code: .abstained, message: "nothing fits") }
      return "answer"
    }
    let world = try World(model: model)
    try await world.run(rules()) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .cancelled)
      #expect(world.telegram.acts.isEmpty)
      try await run.deliver(world.incoming(2))
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.acts.first?.hasPrefix("read") == true)
    }
  }

  @Test("A takeover while the model writes: nothing is sent [D4]")
  func takeoverWhileWriting() async throws {
    let clock = ManualClock(World.start)
    let model = ScriptedModel { _, number in
      // The first answer takes 12 s.
      let ready = World.start.advanced(by: .seconds(number == 1 ? 12 : 0))
      try await clock.clock.sleep(until: ready, tolerance: nil)
      return "answer"
    }
    let world = try World(clock: clock, model: model)
    try await world.run(rules()) { run in
      try await run.deliver(world.incoming(1))
      // The model.
      await clock.waitForSleepers(1)
      try await run.deliver(world.own(2, to: World.ada, "me"))
      clock.advance(by: .seconds(12))
      try await run.deliver(world.incoming(3, from: 20_002))
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.chat) == [World.bob])
      #expect(run.recorder.cancelled.map(\.answers) == [1])
    }
  }
}
