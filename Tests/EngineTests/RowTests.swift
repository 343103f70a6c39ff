import Model
import Rules
import Store
import Testing

@testable import Engine

@Suite("An answer in several messages, as the owner would send it", .timeLimit(.minutes(5)))
struct RowTests {
  private static func rules(
    _ style: String = "learnt = 1", act: String = "ai_reply"
  ) throws -> RuleSet {
    try RuleSet.load([
      RuleSource(
        path: "a.lua",
        text: """
          monitor "people" { "private" }
          persona "me" { system = "x", style = { \(style) } }
          rule "all" { act = \(act) { persona = "me" } }
          """)
    ])
  }

  private func world(_ answer: String = "one\n\ntwo \n three") throws -> World {
    try World(model: ScriptedModel { _, _ in answer })
  }

  /// Thirty of the owner's messages in a row, long ago.
  private func prepare(_ run: Running) async throws {
    try await run.deliver((1...30).map { run.world.own($0, to: World.ada, "yep thx") })
    run.advance(by: 86_400)
  }

  private func profile(turns: [Int], gap: Int64 = 4_000) -> StyleProfile {
    var id: Int32 = 0
    let writings = turns.flatMap { length in
      (0..<length).map { place in
        id += 1
        return OwnWriting(
          chat: World.ada, id: id, date: World.start.advanced(by: .seconds(Int64(id))), text: "a b",
          gap: place == 0 ? nil : gap)
      }
    }
    return StyleProfile(of: writings)
  }

  @Test("Rows are written for whose turns are rows, as long and as quick as theirs [D10]")
  func habit() throws {
    let row = try #require(MessageRow(profile(turns: [3, 1, 1, 3, 1, 3, 1, 3, 2, 3])))
    #expect(row.most == 3 && row.gap == 4_000)
    #expect(row.instruction.contains("2 to 3 short messages in a row"))
    #expect(MessageRow(profile(turns: [3, 3] + [Int](repeating: 1, count: 20))) == nil)
    #expect(MessageRow(profile(turns: [2, 2, 2])) == nil, "too few messages to know")
    let quick = try #require(MessageRow(profile(turns: [30], gap: 0)))
    #expect(quick.most == 4 && quick.gap == 1_500)
    for seed in 1...50 as ClosedRange<Int64> {
      #expect((2_600...5_400).contains(row.typing(seed: seed)))
    }
    #expect(row.typing(seed: 7) == row.typing(seed: 7))
  }

  @Test("Lines part messages; empty ones are none, and what is too much stays with the last")
  func split() throws {
    let row = try #require(MessageRow(profile(turns: [Int](repeating: 3, count: 10))))
    #expect(row.split("one\n\n two \nthree") == ["one", "two", "three"])
    #expect(row.split("one\ntwo\nthree\nfour\nfive") == ["one", "two", "three\nfour\nfive"])
    #expect(row.split("only one") == ["only one"])
    #expect(row.split(" \n one") == [" \n one"])
  }

  @Test(
    "Each line leaves as a message of its own, in order, after a while, and seen being typed [D10]")
  func inOrder() async throws {
    let world = try world()
    try await world.run(try Self.rules()) { run in
      try await prepare(run)
      let message = world.incoming(500, "what is up")
      try await run.deliver(message)
      await run.untilSent(3)
      let sent = world.telegram.delivered
      #expect(sent.map(\.text) == ["one", "two", "three"])
      #expect(sent.allSatisfy { $0.chat == World.ada })
      for (earlier, later) in zip(sent, sent.dropFirst()) {
        #expect(earlier.at < later.at)
      }
      let items = try await run.store.outbox(for: message.reference)
      #expect(items.dropFirst().allSatisfy { (1_000...2_000).contains($0.pace?.typing ?? 0) })
      #expect(zip(items.dropFirst(), sent.dropFirst()).allSatisfy { $0.due <= $1.at })
      #expect(items.map(\.state) == [.sent, .sent, .sent])
      #expect(items.map(\.lane) == [.speech, .row, .row])
      #expect(Set(items.map(\.randomID)).count == 3)
      #expect(run.recorder.events.count { $0.name == .acted } >= 3, "read once, typed each time")
      #expect(world.model.requests.last?.system.contains("messages in a row") == true)
      #expect(
        try await run.store.answerCount(of: World.account, since: World.start) == 1,
        "one answer, however many messages")
    }
  }

  @Test(
    "Ended at any boundary of any message of a row, each leaves exactly once and in order [D1 D10]",
    arguments: [EngineStep.beforeSend, .afterAnswer, .afterSent], 0...2)
  func ended(step: EngineStep, passing: Int) async throws {
    let world = try world()
    let trap = Trap(at: step, passing: passing, clock: world.clock.clock)
    try await world.run(try Self.rules(), onStep: trap.hook) { run in
      try await prepare(run)
      try await run.deliver(world.incoming(500, "what is up"))
      await run.lettingTimePass { await trap.waitUntilReached() }
    }
    let left = 3 - world.telegram.delivered.count
    let unconfirmed = step == .afterAnswer ? 1 : 0
    try await world.run(try Self.rules()) { run in
      if left + unconfirmed > 0 { await run.untilSent(left + unconfirmed) }
      #expect(world.telegram.delivered.map(\.text) == ["one", "two", "three"])
      #expect(Set(world.telegram.attempts).count == 3)
      #expect(world.model.requests.count == 1)
      let items = try await run.store.outbox(for: world.incoming(500).reference)
      #expect(items.map(\.state) == [.sent, .sent, .sent])
    }
  }

  @Test("What is stored with the first message survives an end before and after it [D1]")
  func composed() async throws {
    for step in [EngineStep.beforeComposedStored, .afterComposedStored] {
      let world = try world()
      let trap = Trap(at: step, clock: world.clock.clock)
      try await world.run(try Self.rules(), onStep: trap.hook) { run in
        try await prepare(run)
        try await run.deliver(world.incoming(500, "what is up"))
        await run.lettingTimePass { await trap.waitUntilReached() }
      }
      try await world.run(try Self.rules()) { run in
        await run.untilSent(3)
        #expect(world.telegram.delivered.map(\.text) == ["one", "two", "three"])
      }
    }
  }

  @Test("A message that arrives as news before its send is answered does not begin the rest twice")
  func echoed() async throws {
    let world = try world()
    world.telegram.prepare(.hang)
    try await world.run(try Self.rules()) { run in
      try await prepare(run)
      try await run.deliver(world.incoming(500, "what is up"))
      await run.lettingTimePass { await world.telegram.waitForHang() }
    }
    try await world.run(try Self.rules()) { run in
      let first = world.telegram.delivered[0]
      try await run.deliver(world.own(first.id, to: World.ada, first.text))
      await run.untilSent(3)
      #expect(world.telegram.delivered.map(\.text) == ["one", "two", "three"])
      #expect(!run.recorder.events.contains { $0.name == .takeover })
    }
  }

  @Test("The owner who writes in between has the last word: the rest stays unsent [D4]")
  func takeover() async throws {
    let world = try world()
    try await world.run(try Self.rules()) { run in
      try await prepare(run)
      let message = world.incoming(500, "what is up")
      try await run.deliver(message)
      await run.recorder.wait(for: .sent)
      try await run.deliver(world.own(6_000, to: World.ada, "i'll tell you"))
      // Another chat shows that time went on.
      run.advance(by: 60)
      try await run.deliver(world.incoming(501, from: 20_002, "and you?"))
      await run.untilSent(2)
      #expect(world.telegram.delivered.map(\.chat) == [World.ada, World.bob])
      let items = try await run.store.outbox(for: message.reference)
      #expect(items.map(\.state) == [.sent, .cancelled])
    }
  }

  @Test("The kill switch ends a row, too [D5]")
  func killed() async throws {
    let world = try world()
    try await world.run(try Self.rules()) { run in
      try await prepare(run)
      let message = world.incoming(500, "what is up")
      try await run.deliver(message)
      await run.recorder.wait(for: .sent)
      try await run.engine.halt()
      let items = try await run.store.outbox(for: message.reference)
      #expect(items.map(\.state) == [.sent, .cancelled])
    }
  }

  @Test("The next answer in a chat waits until the row before it is whole")
  func next() async throws {
    let world = try World(
      model: ScriptedModel { _, number in number == 1 ? "one\ntwo\nthree" : "another" })
    try await world.run(try Self.rules()) { run in
      try await prepare(run)
      try await run.deliver(world.incoming(500, "what is up"))
      await run.recorder.wait(for: .sent)
      try await run.decide(world.incoming(501, "hello?"))
      await run.untilSent(4)
      #expect(world.telegram.delivered.map(\.text) == ["one", "two", "three", "another"])
    }
  }

  @Test("Where writing costs Stars, the draft holds what is left of the answer [D12]")
  func paid() async throws {
    let world = try world()
    world.telegram.prepare(.fail(MessengerError(code: .paid, message: "10 Stars.")))
    try await world.run(try Self.rules()) { run in
      try await prepare(run)
      let message = world.incoming(500, "what is up")
      try await run.deliver(message)
      await run.lettingTimePass {
        await run.recorder.wait { events in
          events.contains { event in
            if case .acted(let act) = event.kind { act.text == "one\ntwo\nthree" } else { false }
          }
        }
      }
      let items = try await run.store.outbox(for: message.reference)
      #expect(items.filter { $0.lane.isSpeech }.map(\.text) == ["one\ntwo\nthree"])
    }
  }

  @Test(
    "Without the owner's habit or the persona's leave an answer is one message, and a draft always is",
    arguments: [
      ("learnt = 1, rows = false", "ai_reply"), ("examples = 3", "ai_reply"),
      ("learnt = 1", "ai_draft"),
    ])
  func one(style: String, act: String) async throws {
    let world = try world("one\ntwo")
    try await world.run(try Self.rules(style, act: act)) { run in
      try await prepare(run)
      let message = world.incoming(500, "what is up")
      try await run.deliver(message)
      await run.lettingTimePass { await run.recorder.wait(for: .composed) }
      let items = try await run.store.outbox(for: message.reference)
      #expect(items.map(\.text) == ["one\ntwo"] && items[0].following.isEmpty)
    }
  }
}
