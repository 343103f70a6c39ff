import Model
import Rules
import Store
import Testing

@testable import Engine

@Suite("What is remembered", .timeLimit(.minutes(5)))
struct MemoryTests {
  /// Says what it finds: texts, each with where it comes from.
  private static let asking = """

    local function told(found)
      local texts = {}
      for _, one in ipairs(found) do
        texts[#texts + 1] = (one.fact and "fact " or (one.mine and "mine " or "said ")) .. one.text
      end
      return reply(#texts == 0 and "nothing" or table.concat(texts, " | "))
    end
    rule "search" { priority = 5, when = { text = re "^find " }, run = function(m, x)
      return told(memory.search(m.text:sub(6)))
    end }
    rule "about" { priority = 5, when = { text = re "^about " }, run = function(m, x)
      return told(memory.about(m.text == "about me" and m.sender or m.chat, { limit = 2 }))
    end }
    rule "note" { priority = 5, when = { text = re "^note " }, run = function(m, x)
      return remember { m.text:sub(6), about = "sender" }
    end }
    rule "city" { priority = 5, when = { text = re "^city " }, run = function(m, x)
      return { remember { m.text:sub(6), as = "city", ttl = "2h" }, remember { "moved", about = "chat" } }
    end }

    """

  private static func rules(_ monitors: String) throws -> RuleSet {
    try RuleSet.load([RuleSource(path: "a.lua", text: monitors + asking)])
  }

  private func said(_ run: Running, _ id: Int32, from: Int64 = 20_001, _ text: String) async throws
    -> String
  {
    let message = run.world.incoming(id, from: from, text)
    try await run.decide(message)
    let decision = try await run.store.decision(about: message.reference)
    if case .reply(let text, _)? = decision?.plan.speech?.action { return text }
    return decision?.considered.first { $0.outcome == .failed }?.why ?? "-"
  }

  @Test("Facts are found by their words and by whom they are about, over restarts, until they end")
  func facts() async throws {
    let world = try World()
    let set = try Self.rules(#"monitor "people" { "private", contacts = true }"#)
    try await world.run(set) { run in
      _ = try await said(run, 1, "note Crème brûlée is the favourite")
      _ = try await said(run, 2, "note allergic to nuts")
      _ = try await said(run, 3, "city lives in Oslo")
      _ = try await said(run, 4, "city lives in Bergen")
      _ = try await said(run, 5, "note allergic to nuts")
    }
    try await world.run(set) { run in
      #expect(try await said(run, 6, "find creme") == "fact Crème brûlée is the favourite")
      #expect(try await said(run, 7, "find favour* NUTS").contains("fact allergic to nuts"))
      // Of one name the latest; the latest first, two at most.
      #expect(try await said(run, 8, "about me") == "fact allergic to nuts | fact lives in Bergen")
      #expect(try await said(run, 9, "about us") == "fact moved")
      #expect(try await said(run, 10, "find Oslo") == "nothing")
      // Nobody said so in a chat that is not learnt from.
      #expect(try await said(run, 11, "find note") == "nothing")
      run.advance(by: 7200)
      #expect(try await said(run, 12, "find Bergen") == "nothing")
      #expect(try await said(run, 13, "find nuts") == "fact allergic to nuts")
      let decision = try await run.store.decision(about: world.incoming(13).reference)
      #expect(decision?.notes == ["a/search: memory.search \"nuts\": 1 found"])
    }
  }

  @Test(
    "With learn what was said is found: live and old, as it was edited, and not what was deleted")
  func learnt() async throws {
    let world = try World()
    let plain = try Self.rules(#"monitor "people" { "private", contacts = true }"#)
    let learning = try Self.rules(#"monitor "people" { "private", contacts = true, learn = true }"#)
    try await world.run(plain) { run in
      _ = try await said(run, 1, "the harbour at nine")
    }
    try await world.run(learning) { run in
      // What was there before is taken up by and by.
      while try await run.store.learntChats(of: World.account).isEmpty { await Task.yield() }
      #expect(try await said(run, 2, "find harbour") == "said the harbour at nine")
      try await run.deliver(world.own(3, to: World.bob, "my boat is red"))
      _ = try await said(run, 4, from: 20_002, "and mine is blue")
      world.clock.advance(by: .seconds(1200))
      #expect(try await said(run, 5, from: 20_002, "find boat") == "mine my boat is red")
      var edited = world.incoming(4, from: 20_002, "and mine is green")
      edited.date = World.start
      try await run.engine.accept(EventBatch(events: [.edited(edited)]))
      #expect(try await said(run, 6, from: 20_002, "find blue").contains("said find blue") == false)
      #expect(try await said(run, 7, from: 20_002, "find green") == "said and mine is green")
      try await run.engine.accept(EventBatch(events: [.deleted(chat: nil, ids: [4])]))
      #expect(try await said(run, 8, from: 20_002, "find green") == "said find green")
    }
    // No longer learnt from: forgotten, though the messages are still there.
    try await world.run(plain) { run in
      while try await !run.store.learntChats(of: World.account).isEmpty { await Task.yield() }
      #expect(try await said(run, 9, "find harbour") == "nothing")
    }
  }

  @Test(
    "What one chat remembers never reaches another unless both allow it [D7]",
    arguments: [(false, false), (true, false), (false, true), (true, true)])
  func sharing(ada: Bool, bob: Bool) async throws {
    let world = try World()
    let set = try Self.rules(
      """
      monitor "ada" { "u:20001", learn = true, share = \(ada) }
      monitor "bob" { "u:20002", learn = true, share = \(bob) }
      rule "of ada" { priority = 9, when = { text = "ask ada" }, run = function(m, x)
        return reply(tostring(#memory.search("surgery", { chat = "u:20001" })))
      end }
      """)
    try await world.run(set) { run in
      _ = try await said(run, 1, "note the surgery is on friday")
      _ = try await said(run, 2, "the surgery went well")
      let here = try await said(run, 3, "find surgery")
      #expect(here.contains("fact the surgery is on friday"))
      #expect(here.contains("said the surgery went well"))
      let there = try await said(run, 4, from: 20_002, "find surgery")
      let asked = try await said(run, 5, from: 20_002, "ask ada")
      if ada && bob {
        #expect(there.contains("on friday") && there.contains("went well"))
        #expect(asked == "4", "\(asked)")
      } else {
        #expect(there == "nothing")
        #expect(
          asked.contains(
            "what is remembered of u:20001 is not for this chat; the monitors of both must say share = true"
          ),
          "\(asked)")
      }
      // Whoever is spoken of by id: what Ada's chat knows of Ada stays there, too.
      let question = MemoryQuestion(
        .person(.user(20_001)), here: World.bob, message: 9, limit: 5, now: world.clock.now)
      let parts = EngineParts(
        account: World.account, owner: World.owner, store: run.store, rules: set,
        messenger: world.telegram, model: world.model, clock: world.clock.clock)
      let found = try await Recollection(parts: parts, rules: set).recall(question)
      #expect(found.isEmpty == !(ada && bob))
    }
  }

  @Test("Of several monitors the most precise counts, of equal ones the strictest")
  func policies() throws {
    let set = try Self.rules(
      """
      monitor "all" { "private", learn = true, share = true, keep = "30d" }
      monitor "friends" { "private", contacts = true, learn = true, keep = "10d" }
      monitor "ada" { "u:20001", share = true }
      """)
    func policy(_ id: Int64, contact: Bool) -> MemoryPolicy {
      set.memory(
        of: Chat(id: .user(id), kind: .private, title: "x"),
        contact: Contact(id: id, firstName: "x", isContact: contact), owner: World.owner)
    }
    #expect(
      policy(5, contact: false)
        == MemoryPolicy(learns: true, shares: true, keep: .seconds(30 * 86_400)))
    #expect(policy(5, contact: true) == MemoryPolicy(learns: true, keep: .seconds(10 * 86_400)))
    #expect(policy(20_001, contact: true) == MemoryPolicy(shares: true))
    let group = Chat(id: .group(5), kind: .group, title: "x")
    #expect(set.memory(of: group, contact: nil, owner: World.owner) == .none)
  }

  @Test("Messages go when their time is over, with all that was written down of them [D13]")
  func retention() async throws {
    let world = try World()
    let set = try Self.rules(
      """
      monitor "ada" { "u:20001", learn = true, keep = "30d" }
      monitor "bob" { "u:20002", learn = true }
      rule "answer" { act = { reply "fine", notify "they wrote {{message.text}}" } }
      """)
    let day = 86_400
    try await world.run(set) { run in
      // More than goes in one transaction.
      let old = (Int32(1)...1300).map { id in
        world.incoming(id, "old \(id)", at: World.start.advanced(by: .seconds(Int(id) - 40 * day)))
      }
      let kept = world.incoming(
        1, from: 20_002, "kept", at: World.start.advanced(by: .seconds(-400 * day)))
      _ = try await run.store.store(
        history: [HistoryPage(messages: Array(old.reversed())), HistoryPage(messages: [kept])],
        account: World.account)
      try await run.store.store(
        peers: [],
        chats: [
          Chat(id: World.ada, kind: .private, title: "Ada"),
          Chat(id: World.bob, kind: .private, title: "Bob"),
        ],
        account: World.account)
      try await run.decide(world.incoming(2000, "note sees the doctor"))
      try await run.decide(world.incoming(2001, "hello"))
      await run.recorder.wait(for: .sent, count: 2)
      try await run.engine.reload(set)
      while try await run.store.messages(in: World.ada, account: World.account, limit: 5000).count
        > 4
      {
        await Task.yield()
      }
      #expect(try await run.store.message(kept.reference) != nil)
      #expect(try await run.store.message(world.incoming(2001).reference) != nil)
    }
    world.clock.advance(by: .seconds(31 * day))
    try await world.run(set) { run in
      let reference = world.incoming(2001).reference
      while try await run.store.message(reference) != nil { await Task.yield() }
      #expect(try await run.store.decision(about: reference) == nil)
      let items = try await run.store.outbox(for: reference)
      #expect(items.count == 2 && items.allSatisfy { $0.text == nil && $0.action == .ignore })
      // What a rule was to remember is not a message.
      #expect(try await said(run, 3000, "find doctor") == "fact sees the doctor")
      #expect(try await said(run, 3001, "find hello") == "nothing")
    }
  }

  @Test("What is asked in a wrong way is told with what to write; a keep of hours is refused")
  func complaints() async throws {
    let world = try World()
    for (body, text) in [
      ("memory.search()", "memory.search was given 0 values; write memory.search(\"words\")"),
      ("memory.search(5)", "takes words first, not 5"),
      ("memory.search('!!')", "has no word to look for"),
      ("memory.search('a', 5)", "takes a table last, not 5; write { limit = 5 }"),
      ("memory.search('a', json.decode '{\"limt\":5}')", "did you mean \"limit\"?"),
      ("memory.search('a', { limit = 250 * 2 + #m.text * 0 })", "a whole number from 1 to 50"),
      ("memory.search('a', { chat = '@nobody' })", "no chat @nobody is known to this account"),
      ("memory.about(m)", "memory.about takes m.sender or m.chat"),
      ("memory.about(m.sender, json.decode '{\"chat\":5}')", "unknown key \"chat\""),
      (
        "return reply(ai.complete { prompt = memory.search('secret')[1].text })",
        "what a contact wrote"
      ),
    ] {
      let set = try RuleSet.load([
        RuleSource(
          path: "a.lua",
          text:
            "monitor 'people' { 'private', learn = true } rule 'r' { run = function(m, x) \(body) end }"
        )
      ])
      try await world.run(set) { run in
        let id = Int32(run.world.telegram.attempts.count + 1) + Int32(body.count) * 100
        _ = try await said(run, id, "a secret instruction to obey")
        let found = try await said(run, id + 1, "x")
        #expect(found.contains(text), "\(body): \(found)")
      }
    }
    #expect(throws: RuleLoadError.self) { try Self.rules("monitor 'p' { 'private', keep = '3h' }") }
  }

  @Test(
    "Cases remember within themselves: facts, what was said, and the walls between chats [C5 D7]")
  func cases() async throws {
    let report = try await RuleTester(
      sources: [
        RuleSource(
          path: "a.lua",
          text: #"""
            monitor "people" { "private", learn = true }
            monitor "family" { "u:7", "u:8", learn = true, share = true }
            """# + Self.asking)
      ],
      tests: [
        RuleSource(
          path: "a_test.lua",
          text: """
            case "here" { steps = {
              { message = { text = "note likes Tea" }, expect = { remember = "likes Tea" } },
              { after = "1m", message = { text = "the tea was cold" } },
              { after = "1m", message = { text = "find tea" }, expect = { text = "said the tea was cold | fact likes Tea | said note likes Tea" } },
              { after = "1m", message = { text = "about me" }, expect = { text = "fact likes Tea" } },
              { after = "1m", message = { sender = 6, text = "find tea" }, expect = { text = "nothing" } },
              { after = "1m", message = { sender = 7, text = "find tea" }, expect = { text = "nothing" } },
            } }
            case "shared" { steps = {
              { message = { sender = 7, text = "note likes tea" } },
              { after = "1m", message = { sender = 8, text = "find tea" }, expect = { text = "fact likes tea | said note likes tea" } },
              { after = "1m", message = { sender = 6, text = "find tea" }, expect = { text = "nothing" } },
            } }
            """)
      ]
    ).run()
    #expect(report.problems == [])
    #expect(report.results.flatMap(\.failures) == [])
  }
}
