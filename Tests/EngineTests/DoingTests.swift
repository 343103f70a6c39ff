import Engine
import Model
import Rules
import Store
import Testing

@Suite("Forwarding, tags, facts", .timeLimit(.minutes(5)))
struct DoingTests {
  private static let team = PeerID.channel(900)

  private func rules(_ text: String) throws -> RuleSet {
    try RuleSet.load([
      RuleSource(path: "a.lua", text: "monitor 'people' { 'private', contacts = true }\n\(text)")
    ])
  }

  @Test(
    "A message that goes on is passed on once, wherever the process ends [D1]",
    arguments: [EngineStep.beforeStore, .afterStore, .beforeSend, .afterAnswer, .afterSent])
  func crash(step: EngineStep) async throws {
    let world = try World()
    let set = try rules(#"rule "up" { act = forward "ch:900" }"#)
    let trap = Trap(at: step, clock: world.clock.clock)
    try await world.run(set, onStep: trap.hook) { run in
      try await run.deliver(world.incoming(1, "help"))
      await trap.waitUntilReached()
    }
    try await world.run(set) { run in
      if step != .afterSent { await run.recorder.wait(for: .sent) }
      try await run.deliver(world.incoming(2, from: 20_002, "more"))
      await run.recorder.wait(for: .sent, count: step == .afterSent ? 1 : 2)
      let first = world.telegram.delivered.filter { $0.original?.id == 1 }
      #expect(first.map(\.chat) == [Self.team])
      #expect(world.telegram.delivered.count == 2)
      #expect(Set(world.telegram.attempts).count == 2, "one random id per message")
      #expect(try await run.store.outbox(for: world.incoming(1).reference).map(\.state) == [.sent])
    }
  }

  @Test(
    "What was passed on is not taken for the owner's hand, and decided again goes nowhere twice")
  func recognised() async throws {
    let world = try World()
    let set = try rules(#"rule "up" { act = { reply "one moment", forward "u:20002" } }"#)
    world.telegram.prepare(.loseAnswer)
    try await world.run(set) { run in
      try await run.deliver(world.incoming(1, "help"))
      await run.recorder.wait { $0.contains { $0.name == .postponed } }
      // The update comes before the answer.
      var copy = world.own(5_000, to: World.bob, "help")
      copy.isForwarded = true
      try await run.deliver(copy)
      #expect(!run.recorder.events.contains { $0.name == .takeover })
      #expect(try await run.store.ownerMark(in: World.bob, account: World.account) == nil)
    }
  }

  @Test("Where Telegram protects the chat's content the owner is told in plain words, once")
  func protected() async throws {
    let world = try World()
    let set = try rules(#"rule "up" { act = forward "ch:900" }"#)
    world.telegram.prepare(
      .fail(
        MessengerError(
          code: .refused,
          message: "The chat protects its content: its messages cannot be forwarded.",
          serverError: "CHAT_FORWARDS_RESTRICTED")))
    try await world.run(set) { run in
      try await run.decide(world.incoming(1, "help"))
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.chat) == [World.saved])
      #expect(
        world.telegram.delivered[0].text
          == "Understudy: a message was not forwarded to ch:900: The chat protects its content: its "
          + "messages cannot be forwarded. (CHAT_FORWARDS_RESTRICTED)")
      let items = try await run.store.outbox(for: world.incoming(1).reference)
      #expect(items.filter { $0.lane == .forward }.map(\.state) == [.failed])
    }
  }

  @Test("A name that nobody knows is told; a name that is known is found")
  func names() async throws {
    let world = try World()
    let set = try rules(#"rule "up" { act = { forward "@nobody", forward "@Boss" } }"#)
    try await world.run(set) { run in
      try await run.store.store(
        peers: [], chats: [Chat(id: Self.team, kind: .group, title: "Boss", username: "boss")],
        account: World.account)
      try await run.decide(world.incoming(1, "help"))
      await run.recorder.wait(for: .sent, count: 2)
      #expect(Set(world.telegram.delivered.map(\.chat)) == [World.saved, Self.team])
      let text = world.telegram.delivered.first { $0.chat == World.saved }?.text ?? ""
      #expect(text.contains("nothing is forwarded to @nobody: this account knows no such chat"))
      let decision = try await run.store.decision(about: world.incoming(1).reference)
      #expect(decision?.notes.contains { $0.contains("@nobody") } == true)
    }
  }

  @Test("The kill switch holds back what waits to go on")
  func killed() async throws {
    let world = try World()
    let set = try rules(#"rule "up" { act = forward "ch:900" }"#)
    world.telegram.prepare(
      .fail(
        MessengerError(
          code: .rateLimited(seconds: 60, chatOnly: true), message: "slow mode")))
    try await world.run(set) { run in
      try await run.deliver(world.incoming(1, "help"))
      await run.recorder.wait(for: .postponed)
      try await run.engine.halt()
      try await run.engine.resume()
      let items = try await run.store.outbox(for: world.incoming(1).reference)
      #expect(items.map(\.state) == [.cancelled])
      #expect(world.telegram.delivered.isEmpty)
    }
  }

  @Test(
    "Decided again, a message leaves only what its last decision labelled and remembered [C6]")
  func takenBack() async throws {
    let world = try World()
    let set = try rules(
      """
      delay "slow" { notice = "60s" }
      rule "note" { run = function(m, x)
        local name = m.text:match("call me (%a+)")
        local answer = reply { "ok", delay = "slow" }
        if not name then return answer end
        return { label { "named", remove = "new" }, remember { name, as = "name" }, answer }
      end }
      """)
    try await world.run(set) { run in
      func known(_ person: Int64) async throws -> String {
        let facts = try await run.store.keptFacts(of: World.account, about: .user(person))
        let tags = try await run.store.tags(of: person, account: World.account)
        return (facts.map(\.memory.text) + tags).joined(separator: " ")
      }
      try await run.store.tag(.user(20_002), ["new"], account: World.account, at: World.start)
      try await run.decide(world.incoming(1, "call me Al"))
      run.advance(by: 60)
      await run.recorder.wait(for: .sent)
      #expect(try await known(20_001) == "Al named")
      try await run.decide(world.incoming(2, "call me Bo"))
      #expect(try await known(20_001) == "Bo named")
      var edited = world.incoming(2, "never mind")
      try await run.engine.accept(EventBatch(events: [.edited(edited)]))
      await run.recorder.waitForDecision(about: 2, count: 2)
      // What the first message said stands again, and the tag was its own all along.
      #expect(try await known(20_001) == "Al named")
      // What the owner has deleted does not come back so.
      try await run.decide(world.incoming(4, "call me Di"))
      let facts = try await run.store.keptFacts(of: World.account, about: World.ada)
      _ = try await run.store.forget(facts: facts, tags: [], account: World.account)
      try await run.engine.accept(
        EventBatch(events: [.edited(world.incoming(4, "never mind either"))]))
      await run.recorder.waitForDecision(about: 4, count: 2)
      #expect(try await known(20_001) == "named")

      try await run.decide(world.incoming(3, from: 20_002, "call me Cy"))
      #expect(try await known(20_002) == "Cy named")
      edited = world.incoming(3, from: 20_002, "never mind")
      try await run.engine.accept(EventBatch(events: [.edited(edited)]))
      await run.recorder.waitForDecision(about: 3, count: 2)
      #expect(try await known(20_002) == "new")
    }
  }

  @Test("Lines to the owner that have piled up leave as one message, each once, none lost [C6]")
  func piledUp() async throws {
    let world = try World()
    let set = try rules(#"rule "tell" { act = notify "{{message.text}}" }"#)
    world.telegram.prepare(
      .fail(
        MessengerError(
          code: .rateLimited(seconds: 60, chatOnly: false), message: "too many requests")))
    try await world.run(set) { run in
      try await run.decide(world.incoming(1, "one"))
      await run.recorder.wait(for: .postponed)
      for id in Int32(2)...5 { try await run.decide(world.incoming(id, "number \(id)")) }
      run.advance(by: 60)
      await run.recorder.wait(for: .sent, count: 2)
      #expect(
        world.telegram.delivered.map(\.text) == [
          "Understudy: one [Ada]",
          "Understudy, 4 lines:\n· number 2 [Ada]\n· number 3 [Ada]\n· number 4 [Ada]\n· number 5 [Ada]",
        ])
      for id in Int32(1)...5 {
        let items = try await run.store.outbox(for: world.incoming(id).reference)
        #expect(items.map(\.state) == [.sent] && items.first?.sentID != nil, "\(id)")
      }
      let second = try await run.store.outbox(for: world.incoming(2).reference)
      #expect(second.first?.text == "Understudy: number 2 [Ada]", "its own words stay its own")
      // Two are told one by one, as ever.
      try await run.decide(world.incoming(6, "six"))
      await run.recorder.wait(for: .sent, count: 3)
      #expect(world.telegram.delivered.last?.text == "Understudy: six [Ada]")
    }
  }

  @Test(
    "Joined lines survive a process that ends in the middle of the send [D1]",
    arguments: [EngineStep.beforeSend, .afterAnswer, .afterSent])
  func joinedCrash(step: EngineStep) async throws {
    let world = try World()
    let set = try rules(#"rule "tell" { act = notify "{{message.text}}" }"#)
    let store = try world.open()
    for id in Int64(1)...4 {
      let line = NewOutboxItem(
        target: World.saved, lane: .notice, message: world.incoming(Int32(id)).reference,
        rule: "host", action: .notify(text: "x"), randomID: 900 + id, due: World.start,
        text: "Understudy: line \(id)")
      _ = try await store.enqueue(line, account: World.account, at: World.start)
    }
    try store.close()
    let trap = Trap(at: step, clock: world.clock.clock)
    try await world.run(set, onStep: trap.hook) { _ in await trap.waitUntilReached() }
    try await world.run(set) { run in
      if step != .afterSent { await run.recorder.wait(for: .sent) }
      #expect(world.telegram.delivered.count == 1)
      #expect(world.telegram.delivered[0].text.hasPrefix("Understudy, 4 lines:\n· line 1\n"))
      #expect(Set(world.telegram.attempts).count == 1)
      let agenda = try await run.store.agenda(of: World.account, at: world.clock.now)
      #expect(agenda.due.isEmpty)
    }
  }

  @Test("Tags are stored with the decision, seen by the next one, and outlive the process [C6]")
  func tags() async throws {
    let world = try World()
    let set = try rules(
      """
      rule "tag" { when = { text = "invoice" }, act = { label { "client", remove = "new" }, reply "noted" } }
      rule "client" { when = { tag = "client" }, act = reply "dear client" }
      rule "seen" { run = function(m, x) return reply(tostring(m.sender.seen_before)) end }
      """)
    func said(_ run: Running, _ message: Message) async throws -> Action? {
      try await run.decide(message)
      return try await run.store.decision(about: message.reference)?.plan.speech?.action
    }
    try await world.run(set) { run in
      let first = try await said(run, world.incoming(1, "hi"))
      #expect(first == .reply(text: "false", quotes: false))
      let second = try await said(run, world.incoming(2, "invoice"))
      #expect(second == .reply(text: "noted", quotes: false))
      let tags = try await run.store.tags(of: 20_001, account: World.account)
      #expect(tags == ["client"])
    }
    try await world.run(set) { run in
      let third = try await said(run, world.incoming(3, "hi"))
      #expect(third == .reply(text: "dear client", quotes: false))
      let other = try await said(run, world.incoming(4, from: 20_002, "hi"))
      #expect(other == .reply(text: "false", quotes: false))
      let again = try await said(run, world.incoming(5, from: 20_002, "hi"))
      #expect(again == .reply(text: "true", quotes: false))
    }
  }

  @Test("A message of a burst goes on with the others")
  func burst() async throws {
    let world = try World()
    let set = try rules(#"rule "up" { settle = "20s", act = forward "ch:900" }"#)
    try await world.run(set) { run in
      try await run.deliver(world.incoming(1, "one"), world.incoming(2, "two"))
      await run.untilSent(2)
      #expect(world.telegram.delivered.map(\.original?.id) == [1, 2])
    }
  }

  @Test(
    "In cases they are expected like all else; tags and answers of the time before can be given")
  func cases() async throws {
    let report = try await RuleTester(
      sources: [
        RuleSource(
          path: "a.lua",
          text: """
            monitor "people" { "private" }
            rule "tag" { when = { text = "invoice" }, act = { label "client", remember "sent an invoice", forward "@books" } }
            rule "client" { when = { tag = "client" }, act = reply "dear" }
            rule "newcomer" { when = { seen_before = false }, act = reply "welcome" }
            rule "answer" { run = function(m, x)
              local before = m:replied()
              return before and reply((before.mine and "I" or "you") .. " said " .. before.text)
            end }
            """)
      ],
      tests: [
        RuleSource(
          path: "a_test.lua",
          text: """
            case "tags" { steps = {
              { message = { text = "invoice" }, expect = { label = "Client", remember = "invoice", forward = "@Books", notify = false } },
              { after = "1m", message = { text = "hi" }, expect = { text = "dear", forward = false, label = false, remember = false } },
              { after = "1m", message = { text = "hi", sender = 7 }, expect = { text = "welcome" } },
              { after = "1m", message = { text = "hi", sender = 7 }, expect = { speech = "none" } },
            } }
            case "given" { message = { text = "hi", tags = "client" }, expect = { text = "dear" } }
            case "known" { message = { text = "x", seen_before = true, replied = "old" }, expect = { text = "you said old" } }
            case "mine" { message = { text = "x", seen_before = true, replied = "old", reply_to_me = true }, expect = { text = "I said old" } }
            case "wrong" { message = { text = "invoice" }, expect = { label = "vip", remember = "tea", forward = "@team", escalate = "x" } }
            """)
      ]
    ).run()
    #expect(report.problems == [])
    let failures = report.results.map { $0.failures.map(\.message) }
    #expect(failures.dropLast().joined().isEmpty, "\(failures)")
    #expect(
      failures.last == [
        #"expected an escalation that holds "x", got none"#,
        #"expected a forward to "@team", got "@books""#, #"expected the tag "vip", got "client""#,
        #"expected a fact that holds "tea", got "sent an invoice""#,
      ])
  }
}
