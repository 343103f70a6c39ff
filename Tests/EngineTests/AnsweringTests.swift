import Engine
import Model
import Rules
import Store
import Testing

@Suite(.timeLimit(.minutes(5)))
struct AnsweringTests {
  let world: World

  init() throws { world = try World() }

  @Test(
    "A message is stored, decided, read, typed at and answered, each at its instant [A4 A37 C7]")
  func answers() async throws {
    try await world.run(ScriptedRules()) { run in
      try await run.decide(world.incoming(1))
      #expect(world.telegram.acts.isEmpty)
      run.advance(by: 10)
      await run.recorder.wait(for: .acted)
      #expect(world.telegram.acts == ["read u:20001 1"])
      run.advance(by: 5)
      await run.recorder.wait(for: .acted, count: 2)
      #expect(world.telegram.acts == ["read u:20001 1", "typing u:20001"])
      #expect(world.telegram.delivered.isEmpty)
      await run.untilSent(1)
      let delivery = try #require(world.telegram.delivered.first)
      #expect(delivery.text == "re: hi" && delivery.chat == World.ada)
      #expect(delivery.at == World.start.advanced(by: .seconds(30)))
      #expect(world.telegram.acts.count { $0 == "typing u:20001" } == 3, "renewed every 5 s")

      let verdict = try #require(run.recorder.verdicts.first)
      #expect(verdict.rule == "friends/all" && verdict.actions == ["reply"])
      #expect(verdict.due == delivery.at && verdict.reason == "a friend wrote")
      let sent = try #require(run.recorder.sent.first)
      #expect(sent.answers == 1 && sent.message == delivery.id)
      #expect(sent.randomID == delivery.randomID)
      let names = run.recorder.events.map(\.name)
      #expect(Array(names.prefix(3)) == [.ready, .message, .decision])
      #expect(run.recorder.errors.isEmpty)
    }
  }

  @Test("A restart in mid-delay changes neither the instant nor the random id [D1, rules 33]")
  func survivesRestart() async throws {
    let first = try await world.run(ScriptedRules()) { run in
      try await run.decide(world.incoming(1))
      return try #require(try await run.store.pending(of: World.account).first)
    }
    world.clock.advance(by: .seconds(12))
    try await world.run(ScriptedRules()) { run in
      await run.untilSent(1)
      #expect(world.telegram.delivered.map(\.randomID) == [first.randomID])
      #expect(world.telegram.delivered.map(\.at) == [first.due])
    }
  }

  @Test("Several messages in a row get one reply [D10, rules 35]")
  func burst() async throws {
    try await world.run(ScriptedRules()) { run in
      for id in Int32(1)...5 {
        try await run.decide(world.incoming(id, "part \(id)"))
        run.advance(by: 2)
      }
      await run.untilSent(1)
      #expect(world.telegram.delivered.map(\.text) == ["re: part 5"])
      let reasons = run.recorder.cancelled.map(\.reason)
      #expect(reasons == (2...5).map { "superseded by message \($0)" })
      #expect(try await run.store.pending(of: World.account).isEmpty)
    }
  }

  @Test("A rule that waits holds up its own chat only [C4]")
  func waitingRule() async throws {
    var rules = ScriptedRules(paced: false)
    let plain = rules.answer
    rules.answer = { input, host in
      if input.chat.id == World.ada {
        // The rule's own wait: an hour of the injected clock.
        try? await host.sleep(for: .seconds(1800))
      }
      return await plain(input, host)
    }
    try await world.run(rules) { run in
      try await run.deliver(world.incoming(1), world.incoming(2))
      await world.clock.waitForSleepers()
      try await run.deliver(world.incoming(3, from: 20_002))
      await run.recorder.wait(for: .sent)
      #expect(run.recorder.sent.map(\.chat) == [World.bob])
      #expect(run.recorder.verdicts.map(\.message) == [3])
      for count in 2...3 {
        run.advance(by: 1800)
        await run.recorder.wait(for: .sent, count: count)
        if count == 2 { await world.clock.waitForSleepers() }
      }
      #expect(run.recorder.verdicts.map(\.message) == [3, 1, 2])
    }
  }

  @Test("What no monitor covers is not stored, not decided and not reported [rules 38]")
  func unmonitored() async throws {
    try await world.run(ScriptedRules(paced: false)) { run in
      let private66 = world.incoming(1, from: 66, "secret")
      try await run.deliver(private66)
      try await run.decide(world.incoming(2))
      await run.recorder.wait(for: .sent)
      #expect(try await run.store.message(private66.reference) == nil)
      #expect(try await run.store.decision(about: private66.reference) == nil)
      #expect(!run.recorder.events.contains { "\($0)".contains("secret") })
    }
  }

  @Test("A guard that ignores silences the chat, and its notice leaves once [rules 30]")
  func ignoreWithNotice() async throws {
    let rules = ScriptedRules(paced: false) { _ in [.ignore, .notify(text: "money request")] }
    try await world.run(rules) { run in
      try await run.decide(world.incoming(1, "send me your IBAN"))
      await run.recorder.wait(for: .sent)
    }
    try await world.run(rules) { run in
      try await run.decide(world.incoming(2, from: 20_002))
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.chat) == [World.saved, World.saved])
      #expect(
        world.telegram.delivered.map(\.text) == [
          "Understudy: money request [Ada]", "Understudy: money request [Bob]",
        ])
    }
  }

  @Test("Reactions, read marks and drafts are carried out; a draft is no message [D3]")
  func otherActions() async throws {
    let rules = ScriptedRules(paced: false) { _ in
      [.draft(text: "maybe"), .react(emoji: "👍"), .markRead]
    }
    try await world.run(rules) { run in
      try await run.decide(world.incoming(1))
      await run.recorder.wait(for: .acted, count: 3)
      #expect(
        Set(world.telegram.acts) == [
          "draft u:20001 maybe", "react u:20001 1 👍", "read u:20001 1",
        ])
      #expect(world.telegram.delivered.isEmpty)
    }
  }

  @Test("Stars are never spent: the answer becomes a draft, and the owner is told [D12]")
  func paid() async throws {
    try await world.run(ScriptedRules()) { run in
      var message = world.incoming(1)
      message.paidStars = 10
      try await run.decide(message)
      await run.recorder.wait(for: .sent)
      await run.recorder.wait(for: .acted)
      #expect(world.telegram.acts == ["draft u:20001 re: hi"])
      #expect(world.telegram.delivered.map(\.chat) == [World.saved])
    }
    // The same where only the attempt tells that it costs.
    world.telegram.prepare(.fail(MessengerError(code: .paid, message: "10 Stars.")))
    try await world.run(ScriptedRules()) { run in
      try await run.decide(world.incoming(2, from: 20_002, "hello"))
      await run.untilSent(1)
      await run.recorder.wait {
        $0.contains { if case .acted(let act) = $0.kind { act.action == "draft" } else { false } }
      }
      #expect(world.telegram.acts.last == "draft u:20002 re: hello")
      #expect(world.telegram.delivered.allSatisfy { $0.chat == World.saved })
    }
  }

  @Test("A rule that fails is told to the owner once, and the others' plan stands")
  func failingRule() async throws {
    var rules = ScriptedRules(paced: false)
    let plain = rules.answer
    rules.answer = { input, host in
      var ruling = await plain(input, host)
      ruling.problems = [RuleProblem(file: "work.lua", line: 7, message: "attempt to call nil")]
      return ruling
    }
    try await world.run(rules) { run in
      try await run.decide(world.incoming(1))
      try await run.decide(world.incoming(2, from: 20_002))
      await run.recorder.wait(for: .sent, count: 3)
      #expect(
        world.telegram.delivered.filter { $0.chat == World.saved }.map(\.text) == [
          "Understudy: a rule failed: work.lua:7: attempt to call nil"
        ])
      #expect(run.recorder.errors.count == 2)
    }
  }
}
