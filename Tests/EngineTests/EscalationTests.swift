import Engine
import Model
import Rules
import Store
import Testing

@Suite("What is said to the owner until they react", .timeLimit(.minutes(5)))
struct EscalationTests {
  private static let text = """
    monitor "people" { "private", contacts = true }
    rule "down" { act = escalate { "the shop is down", after = { "5m", "15m" }, forward = "ch:900" } }
    """
  private static let lines = [
    "Understudy: the shop is down [Ada]",
    "Understudy: the shop is down (2 of 3: nobody has reacted) [Ada]",
    "Understudy: the shop is down (3 of 3: nobody has reacted) [Ada]",
  ]

  private func rules(_ text: String = text) throws -> RuleSet {
    try RuleSet.load([RuleSource(path: "a.lua", text: text)])
  }

  private func delivered(_ world: World) -> [String] {
    world.telegram.delivered.filter { $0.chat == World.saved }.map(\.text)
  }

  private func states(_ run: Running) async throws -> [OutboxItem.State] {
    try await run.store.outbox(for: run.world.incoming(1).reference)
      .filter { $0.lane == .escalation }.map(\.state)
  }

  @Test("Away for longer than all steps, the last of them is said, and not each one before it [C6]")
  func late() async throws {
    let world = try World()
    try await world.run(rules()) { run in
      try await run.decide(world.incoming(1, "help"))
      await run.recorder.wait(for: .sent)
    }
    world.clock.advance(by: .seconds(3000))
    try await world.run(rules()) { run in
      await run.recorder.wait(for: .sent, count: 2)
      #expect(delivered(world) == [Self.lines[0], Self.lines[2]])
      #expect(world.telegram.delivered.contains { $0.chat == .channel(900) })
      let states = try await states(run)
      #expect(states.filter { $0 != .sent } == [.cancelled])
    }
  }

  @Test("It is said again at each step, over restarts, and at last the message goes on [C6 D1]")
  func steps() async throws {
    let world = try World()
    try await world.run(rules()) { run in
      try await run.decide(world.incoming(1, "help"))
      await run.recorder.wait(for: .sent)
      #expect(delivered(world) == [Self.lines[0]])
    }
    try await world.run(rules()) { run in
      run.advance(by: 299)
      #expect(delivered(world).count == 1)
      run.advance(by: 1)
      await run.recorder.wait(for: .sent)
      #expect(delivered(world) == Array(Self.lines.prefix(2)))
    }
    // Away at the time: it is said as soon as it can be.
    do {
      world.clock.advance(by: .seconds(700))
      try await world.run(rules()) { run in
        await run.recorder.wait(for: .sent, count: 2)
        #expect(delivered(world) == Self.lines)
        let forwarded = world.telegram.delivered.filter { $0.chat == .channel(900) }
        #expect(forwarded.map(\.original?.id) == [1])
        let states = try await states(run)
        #expect(states == [.sent, .sent, .sent, .sent])
        #expect(Set(world.telegram.attempts).count == 4)
      }
    }
  }

  @Test("The owner's own word in the chat, on any device, ends it")
  func writes() async throws {
    let world = try World()
    try await world.run(rules()) { run in
      try await run.decide(world.incoming(1, "help"))
      await run.recorder.wait(for: .sent)
      try await run.deliver(world.own(2, to: World.ada, "on it"))
      run.advance(by: 900)
      await run.recorder.wait(for: .cancelled, count: 3)
      #expect(delivered(world).count == 1)
      #expect(run.recorder.cancelled.allSatisfy { $0.reason == "the owner wrote in this chat" })
    }
  }

  @Test("Reading the chat ends it; what the twin reads itself does not")
  func reads() async throws {
    let world = try World()
    let both =
      #"monitor "people" { "private", contacts = true }"#
      + #" rule "down" { act = { mark_read(), escalate { "down", after = { "5m" } } } }"#
    try await world.run(rules(both)) { run in
      try await run.decide(world.incoming(1, "help"))
      await run.recorder.wait(for: .sent)
      await run.recorder.wait(for: .acted)
      // The mark comes back, as after a reconnection.
      try await run.engine.accept(
        EventBatch(events: [.readByOwner(chat: World.ada, upTo: 1, thread: nil)]))
      run.advance(by: 300)
      await run.recorder.wait(for: .sent, count: 2)
    }
    let other = try World()
    try await other.run(rules()) { run in
      try await run.decide(other.incoming(1, "help"))
      await run.recorder.wait(for: .sent)
      try await run.engine.accept(
        EventBatch(events: [.readByOwner(chat: World.ada, upTo: 1, thread: nil)]))
      run.advance(by: 900)
      await run.recorder.wait(for: .cancelled, count: 3)
      #expect(run.recorder.cancelled.allSatisfy { $0.reason == "the owner has read it" })
      #expect(delivered(other).count == 1)
    }
  }

  @Test("/ack in Saved Messages ends all that is open, an answer to the line that one")
  func acknowledged() async throws {
    let world = try World()
    try await world.run(rules()) { run in
      try await run.decide(world.incoming(1, "help"))
      try await run.decide(world.incoming(2, from: 20_002, "help"))
      await run.recorder.wait(for: .sent, count: 2)
      let line = try #require(world.telegram.delivered.first { $0.text.contains("[Ada]") })
      var answer = world.own(6_000, to: World.saved, "seen")
      answer.replyTo = line.id
      try await run.deliver(answer)
      #expect(run.recorder.cancelled.map(\.answers) == [1, 1, 1])
      try await run.deliver(world.own(6_001, to: World.saved, "/ack"))
      #expect(run.recorder.cancelled.count == 6)
      await run.recorder.wait(for: .sent, count: 3)
      #expect(
        delivered(world).last
          == "Understudy: Acknowledged: you are not told again of what was open.")
      run.advance(by: 3600)
      #expect(run.recorder.cancelled.allSatisfy { $0.reason == "the owner acknowledged it" })
      #expect(delivered(world).count == 3)
    }
  }

  @Test("A rule that is gone says nothing again; one that was changed does [31 32]")
  func reload() async throws {
    let world = try World()
    try await world.run(rules()) { run in
      try await run.decide(world.incoming(1, "help"))
      await run.recorder.wait(for: .sent)
      try await run.engine.reload(
        rules(Self.text.replacing("rule \"down\" {", with: "rule \"down\" { priority = 3,")))
      #expect(try await states(run) == [.sent, .planned, .planned, .planned])
      try await run.engine.reload(rules(Self.text.replacing("\"down\" {", with: "\"up\" {")))
      #expect(try await states(run) == [.sent, .cancelled, .cancelled, .cancelled])
      #expect(run.recorder.cancelled.allSatisfy { $0.reason == "rule a/down is gone" })
    }
  }

  @Test("Cases move the clock through the steps, and let the owner react [C5]")
  func cases() async throws {
    let report = try await RuleTester(
      sources: [RuleSource(path: "a.lua", text: Self.text.replacing("ch:900", with: "@deputy"))],
      tests: [
        RuleSource(
          path: "a_test.lua",
          text: """
            case "nobody reacts" { steps = {
              { message = { contact = true, text = "x" }, expect = { escalate = "the shop is down", rule = "a/down" } },
              { after = "4m", expect = { escalate = false } },
              { after = "1m", expect = { escalate = "2 of 3", forward = false } },
              { after = "10m", expect = { escalate = "3 of 3", forward = "@deputy" } },
              { after = "1d", expect = { escalate = false } },
            } }
            case "writes" { steps = {
              { message = { contact = true, text = "x" } },
              { after = "1m", owner = "on it" },
              { after = "1h", expect = { escalate = false } },
            } }
            case "reads" { steps = {
              { message = { contact = true, text = "x" } },
              { after = "6m", expect = { escalate = "2 of 3" } },
              { reacts = "reads" },
              { after = "1h", expect = { escalate = false } },
            } }
            case "acknowledges" { steps = {
              { message = { contact = true, text = "x" } },
              { after = "1m", reacts = "acknowledges" },
              { after = "1h", expect = { escalate = false } },
            } }
            """)
      ]
    ).run()
    #expect(report.problems == [])
    #expect(report.results.flatMap(\.failures) == [])
    #expect(report.passed == 4)
  }
}
