import Engine
import Model
import Store
import Testing

@Suite(.timeLimit(.minutes(5)))
struct CrashTests {
  private static let persona = Persona(name: "me", system: "Be short.")

  private static func rules(paced: Bool = false) -> ScriptedRules {
    ScriptedRules(paced: paced) { _ in [.aiReply(Composition(persona: persona))] }
  }

  @Test(
    "Ended at any boundary, the message is answered exactly once [D1, rules 33]",
    arguments: EngineStep.allCases.filter { !$0.isOfFiles })
  func endsAtBoundary(step: EngineStep) async throws {
    let world = try World()
    let trap = Trap(at: step, clock: world.clock.clock)
    try await world.run(Self.rules(), onStep: trap.hook) { run in
      try await run.deliver(world.incoming(1))
      await trap.waitUntilReached()
    }
    try await world.run(Self.rules()) { run in
      if step != .afterSent { await run.recorder.wait(for: .sent) }
      // Another message shows that all before it came to rest.
      try await run.decide(world.incoming(2, from: 20_002))
      await run.recorder.wait { events in
        events.contains { if case .sent(let sent) = $0.kind { sent.answers == 2 } else { false } }
      }
      #expect(world.telegram.delivered.map(\.chat) == [World.ada, World.bob])
      #expect(Set(world.telegram.attempts).count == 2, "one random id per message")
      #expect(try await run.store.outbox(for: world.incoming(1).reference).map(\.state) == [.sent])
    }
    let asked = step == .beforeComposedStored ? 3 : 2
    #expect(world.model.requests.count == asked, "what a model wrote is not asked for again")
  }

  @Test("Ended after the server executed and before it answered: one message [D1]")
  func endsBeforeAnswer() async throws {
    let world = try World()
    world.telegram.prepare(.hang)
    try await world.run(Self.rules()) { run in
      try await run.deliver(world.incoming(1))
      await world.telegram.waitForHang()
    }
    #expect(world.telegram.delivered.count == 1)
    try await world.run(Self.rules()) { run in
      // The update about the own message comes first, as after getDifference.
      let id = world.telegram.delivered[0].id
      try await run.deliver(world.own(id, to: World.ada, world.telegram.delivered[0].text))
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.count == 1)
      #expect(Set(world.telegram.attempts).count == 1)
      #expect(!run.recorder.events.contains { $0.name == .takeover })
      #expect(try await run.store.ownerMark(in: World.ada, account: World.account) == nil)
    }
  }

  @Test("A message that was stored but not decided is decided after the restart [D11]")
  func undecided() async throws {
    let world = try World()
    let trap = Trap(at: .beforeStore, clock: world.clock.clock)
    try await world.run(Self.rules(), onStep: trap.hook) { run in
      try await run.deliver(world.incoming(1))
      await trap.waitUntilReached()
      #expect(try await run.store.decision(about: world.incoming(1).reference) == nil)
    }
    try await world.run(Self.rules()) { run in
      await run.recorder.wait(for: .sent)
      #expect(run.recorder.verdicts.map(\.message) == [1])
    }
  }

  @Test(
    "A hundred queued replies and abrupt ends: each sent exactly once, in order per chat [A20, rules 33]"
  )
  func hundredReplies() async throws {
    let world = try World()
    // Each message of its own sender, so that none supersedes another: ten people in each of ten groups.
    var rules = ScriptedRules()
    rules.isMonitored = { _, chat in chat.kind == .group }
    var messages: [Message] = []
    for index in 0..<100 {
      let group = PeerID.group(Int64(index % 10 + 1))
      messages.append(
        Message(
          account: World.account, chat: group, id: Int32(index + 1),
          sender: .user(30_000 + Int64(index)), date: World.start, text: "message \(index)"))
    }
    try await world.run(rules) { run in
      try await run.deliver(messages)
      await run.recorder.wait(for: .decision, count: 100)
      #expect(try await run.store.pending(of: World.account).count == 100)
    }
    var delivered = 0
    for _ in 0..<4 {
      try await world.run(rules) { run in await run.untilSent(min(17, 100 - delivered)) }
      delivered = world.telegram.delivered.count
    }
    try await world.run(rules) { run in
      let left = try await run.store.pending(of: World.account).count
      await run.untilSent(left)
      #expect(try await run.store.pending(of: World.account).isEmpty)
    }
    #expect(world.telegram.delivered.count == 100)
    #expect(Set(world.telegram.delivered.map(\.text)).count == 100)
    for group in Int64(1)...10 {
      let chat = PeerID.group(group)
      let order = world.telegram.delivered.filter { $0.chat == chat }.map(\.text)
      let expected = messages.filter { $0.chat == chat }.map { "re: \($0.text)" }
      #expect(order == expected)
    }
  }

  @Test("Messages older than the downtime policy allows are skipped, and the owner told once [D11]")
  func downtime() async throws {
    let world = try World()
    let trap = Trap(at: .beforeStore, clock: world.clock.clock)
    try await world.run(Self.rules(paced: true)) { run in
      try await run.decide(world.incoming(2, from: 20_002))
    }
    try await world.run(Self.rules(paced: true), onStep: trap.hook) { run in
      try await run.deliver(world.incoming(1))
      await trap.waitUntilReached()
    }
    world.clock.advance(by: .seconds(2 * 3600))
    try await world.run(Self.rules(paced: true)) { run in
      await run.recorder.wait(for: .sent)
      let lines = world.telegram.delivered.map(\.text)
      #expect(lines.count == 1 && lines[0].hasPrefix("Understudy: after an interruption 1 mess"))
      #expect(run.recorder.verdicts.map(\.guard) == [.stale])
      #expect(run.recorder.cancelled.map(\.answers) == [2])
      let pending = try await run.store.pending(of: World.account)
      #expect(pending.isEmpty)
    }
  }
}
