import Engine
import Model
import Rules
import Store
import Testing

@Suite(.timeLimit(.minutes(5)))
struct TroubleTests {
  let world: World

  init() throws { world = try World() }

  private func error(_ code: MessengerError.Code) -> MessengerError {
    MessengerError(code: code, message: "Trouble.")
  }

  @Test("No answer from Telegram: the same random id again, at growing distances [D1]")
  func unreachable() async throws {
    world.telegram.prepare(.loseAnswer, .fail(error(.unreachable)), .fail(error(.unreachable)))
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1))
      await run.untilSent(1)
      #expect(world.telegram.delivered.count == 1)
      #expect(world.telegram.attempts.count == 4 && Set(world.telegram.attempts).count == 1)
      #expect(world.clock.now == World.start.advanced(by: .seconds(1 + 2 + 4)))
      #expect(run.recorder.sent.map(\.attempts) == [4])
    }
  }

  @Test(
    "An answer was lost, then a flood wait: it is still under way, and once at the contact [D1]")
  func lostThenLimited() async throws {
    world.telegram.prepare(
      .loseAnswer, .fail(error(.rateLimited(seconds: 600, chatOnly: true))))
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .postponed)
      await world.clock.waitForSleepers()
      run.advance(by: 1)
      await run.recorder.wait(for: .postponed, count: 2)
      let item = try #require(try await run.store.pending(of: World.account).first)
      #expect(item.state == .sending && item.attempts == 2)
      // The next message gets an answer of its own, after this one.
      try await run.decide(world.incoming(2))
      await run.untilSent(2)
      #expect(world.telegram.delivered.map(\.text) == ["re: hi", "re: hi"])
      #expect(world.telegram.delivered.map(\.randomID).count == 2)
      #expect(run.recorder.cancelled.isEmpty)
    }
  }

  @Test(
    "A flood wait answers the repetition of what was executed: it counts as sent, and is not sent again [D1]",
    arguments: [MessengerError.Code.rateLimited(seconds: 600, chatOnly: false), .frozen])
  func executedThenLimited(code: MessengerError.Code) async throws {
    // Its number is known from the start.
    world.telegram.setHistory([world.own(5_000, to: World.ada, "re: hi")])
    world.telegram.setNextID(5_000)
    world.telegram.prepare(.executeThenFail(error(code)))
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .sent)
      #expect(run.recorder.sent.map(\.message) == [5_000])
      #expect(try await run.store.pending(of: World.account).isEmpty)
      #expect(world.telegram.attempts.count == 1)
      #expect(world.clock.now == World.start)
      // What comes now cannot put it away as unsent.
      try await run.decide(world.incoming(2))
      #expect(run.recorder.cancelled.isEmpty)
    }
  }

  @Test("A flood wait to what was executed, and no history: it stays under way, under its id [D1]")
  func executedThenLimitedWithoutHistory() async throws {
    world.telegram.refuseHistory(error(.unreachable))
    world.telegram.prepare(.executeThenFail(error(.rateLimited(seconds: 30, chatOnly: true))))
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .postponed)
      let item = try #require(try await run.store.pending(of: World.account).first)
      #expect(item.state == .sending)
      await run.untilSent(1)
      #expect(Set(world.telegram.attempts).count == 1 && world.telegram.attempts.count == 2)
      #expect(world.telegram.delivered.count == 1)
      #expect(!run.recorder.events.contains { $0.name == .failed })
    }
  }

  @Test(
    "An answer was lost, then a refusal: the chat's history tells that it arrived [D1]",
    arguments: [MessengerError.Code.refused, .paid])
  func lostThenRefused(code: MessengerError.Code) async throws {
    world.telegram.prepare(.loseAnswer, .fail(error(code)))
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .postponed)
      let delivery = try #require(world.telegram.delivered.first)
      world.telegram.setHistory([world.own(delivery.id, to: World.ada, delivery.text)])
      await run.untilSent(1)
      #expect(run.recorder.sent.map(\.message) == [delivery.id])
      #expect(!run.recorder.events.contains { $0.name == .failed || $0.name == .notice })
      #expect(world.telegram.acts.allSatisfy { !$0.hasPrefix("draft") })
    }
  }

  @Test("A model that ends as if it were cancelled holds up its chat for seconds, not for ever")
  func strayCancellation() async throws {
    let world = try World(
      model: ScriptedModel { _, number in
        if number == 1 { throw CancellationError() }
        return "answer \(number)"
      })
    let rules = ScriptedRules(paced: false) { _ in
      [.aiReply(Composition(persona: Persona(name: "me", system: "Be short.")))]
    }
    try await world.run(rules) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .error)
      await world.clock.waitForSleepers()
      run.advance(by: 5)
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["answer 2"])
    }
  }

  @Test("What cannot be stored is not let go: it is told once and tried until it can be [A20]")
  func storeFails() async throws {
    try await world.run(ScriptedRules(paced: false)) { run in
      try await world.alter("ALTER TABLE inbox RENAME TO inbox_away")
      async let delivery: Void = run.deliver(world.incoming(1))
      // Whoever else looks into the inbox is in trouble, too.
      await run.recorder.wait { events in
        events.contains { event in
          if case .error(let problem) = event.kind {
            problem.message.contains("cannot be stored")
          } else {
            false
          }
        }
      }
      for _ in 0..<3 {
        await world.clock.waitForSleepers()
        run.advance(by: 5)
      }
      #expect(run.recorder.errors.count { $0.contains("cannot be stored") } == 1)
      try await world.alter("ALTER TABLE inbox_away RENAME TO inbox")
      await run.untilSent(1)
      try await delivery
      #expect(world.telegram.delivered.map(\.text) == ["re: hi"])
    }
  }

  @Test("A flood wait holds all sends for its seconds, no longer and no shorter [B45]")
  func floodWait() async throws {
    world.telegram.prepare(.fail(error(.rateLimited(seconds: 17, chatOnly: false))))
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .postponed)
      try await run.decide(world.incoming(2, from: 20_002))
      await run.untilSent(2)
      #expect(world.telegram.delivered.map(\.at) == Array(repeating: at(17), count: 2))
    }
  }

  @Test("A chat's slow mode holds that chat alone [mtproto 26, B45]")
  func slowMode() async throws {
    world.telegram.prepare(.fail(error(.rateLimited(seconds: 17, chatOnly: true))))
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .postponed)
      try await run.deliver(world.incoming(2, from: 20_002))
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.chat) == [World.bob])
      #expect(world.clock.now == World.start)
      await run.untilSent(2)
      #expect(world.telegram.delivered.map(\.at) == [at(0), at(17)])
    }
  }

  @Test("A refusal is final, and the owner is told")
  func refused() async throws {
    world.telegram.prepare(.fail(error(.refused)))
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["Understudy: no answer to Ada: Trouble."])
      #expect(run.recorder.events.contains { $0.name == .failed })
    }
  }

  @Test(
    "An account that must log in again, or is frozen, keeps its queue and sends it later [mtproto 28, 32]",
    arguments: [true, false])
  func cannotSend(isFrozen: Bool) async throws {
    world.telegram.prepare(.fail(error(isFrozen ? .frozen : .needsLogin)))
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .postponed)
      #expect(run.recorder.errors == ["Trouble."])
      #expect(try await run.store.pending(of: World.account).count == 1)
      await run.untilSent(1)
      #expect(world.telegram.delivered.map(\.at) == [at(isFrozen ? 3600 : 600)])
    }
  }

  @Test("An attempt without answer that grew old is settled by the chat's history [D1]")
  func settlesByHistory() async throws {
    world.telegram.prepare(.loseAnswer)
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .postponed)
    }
    let delivery = try #require(world.telegram.delivered.first)
    world.telegram.setHistory([world.own(delivery.id, to: World.ada, delivery.text)])
    world.clock.advance(by: .seconds(3 * 3600))
    try await world.run(ScriptedRules(paced: false)) { run in
      await run.recorder.wait(for: .sent)
      #expect(run.recorder.sent.map(\.message) == [delivery.id])
      #expect(world.telegram.attempts.count == 1)
    }
  }

  @Test("The caps of a chat and of all hold, counted from what is stored [D6]")
  func caps() async throws {
    var rules = ScriptedRules(paced: false)
    rules.account.caps = .init(
      chat: [.init(count: 2, per: .seconds(3600))], total: [.init(count: 3, per: .seconds(3600))])
    try await world.run(rules) { run in
      for id in Int32(1)...3 {
        try await run.decide(world.incoming(id))
        if id < 3 { await run.recorder.wait(for: .sent, count: Int(id)) }
      }
      #expect(run.recorder.verdicts.map(\.guard) == [nil, nil, .cap])
    }
    try await world.run(rules) { run in
      try await run.decide(world.incoming(4, from: 20_002))
      await run.recorder.wait(for: .sent)
      try await run.decide(world.incoming(5, from: 20_003))
      #expect(run.recorder.verdicts.map(\.guard) == [nil, .cap])
      run.advance(by: 3600)
      try await run.decide(world.incoming(6))
      #expect(run.recorder.verdicts.last?.guard == nil)
    }
  }

  private func at(_ seconds: Int) -> Timestamp { World.start.advanced(by: .seconds(seconds)) }
}
