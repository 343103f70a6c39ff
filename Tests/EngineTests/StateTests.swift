import Engine
import GRDB
import Model
import Rules
import Store
import Synchronization
import Testing

@Suite("What rules keep between decisions [C6]", .timeLimit(.minutes(5)))
struct StateTests {
  private static let head = """
    account { zone = "Europe/Berlin" }
    monitor "people" { "private" }

    """

  private func play(_ rules: String, _ cases: String) async throws -> [String] {
    let report = try await RuleTester(
      sources: [RuleSource(path: "a.lua", text: Self.head + rules)],
      tests: [RuleSource(path: "a_test.lua", text: cases)]
    ).run()
    return report.problems.map(\.description) + report.results.flatMap(\.failures).map(\.message)
  }

  @Test("A value is kept, counted up, exchanged, and gone after its time")
  func operations() async throws {
    let failures = try await play(
      """
      rule "count" { when = { text = "count" }, run = function(m, x)
        return reply("all " .. x.store:incr("n") .. ", here " .. x.store.chat:incr("n", 2))
      end }
      rule "greet" { when = { text = "hello" }, run = function(m, x)
        if x.store:get("greeted") then return nil, "greeted before" end
        x.store:set("greeted", { by = m.sender.name, at = x.now }, { ttl = "1h" })
        return reply "welcome"
      end }
      rule "lock" { when = { text = "lock" }, run = function(m, x)
        return reply(tostring(x.shared:cas("owner", nil, m.sender.id)) .. " " .. x.shared:get("owner"))
      end }
      rule "accents" { when = { text = "accents" }, run = function(m, x)
        x.store:set("caf\u{e9}", 1)
        return reply(x.store:get("cafe\u{301}", "none") .. " " .. tostring(pcall(x.store.set, x.store, "a\0b", 1)))
      end }
      rule "forget" { when = { text = "forget" }, run = function(m, x)
        x.shared:set("owner", nil)
        return reply(tostring(x.shared:get("owner", "nobody")))
      end }
      """,
      """
      case "counts" { steps = {
        { message = { text = "count" }, expect = { text = "all 1, here 2" } },
        { message = { text = "count" }, expect = { text = "all 2, here 4" } },
        { message = { text = "count", sender = 5002 }, expect = { text = "all 3, here 2" } },
      } }
      case "counts from the start" { message = { text = "count" }, expect = { text = "all 1, here 2" } }
      case "time" { steps = {
        { message = { text = "hello" }, expect = { text = "welcome" } },
        { after = "59m", message = { text = "hello" }, expect = { speech = "none", reason = "greeted before" } },
        { after = "2m", message = { text = "hello" }, expect = { text = "welcome" } },
      } }
      case "accents" { message = { text = "accents" }, expect = { text = "1 false" } }
      case "exchange" { steps = {
        { message = { text = "lock" }, expect = { text = "true 5001" } },
        { message = { text = "lock", sender = 5002 }, expect = { text = "false 5001" } },
        { message = { text = "forget" }, expect = { text = "nobody" } },
        { message = { text = "lock", sender = 5002 }, expect = { text = "true 5002" } },
      } }
      """)
    #expect(failures == [])
  }

  @Test(
    "A rule that fails has changed nothing, and what others of the decision changed stays [rules 28]"
  )
  func failure() async throws {
    let failures = try await play(
      """
      rule "tally" { phase = "guard", when = { text = any_word { "break", "ask" } }, run = function(m, x)
        x.shared:incr("seen")
      end }
      rule "breaks" { when = { text = "break" }, run = function(m, x)
        x.shared:set("mark", "made")
        x.shared:incr("seen", 100)
        error "no luck"
      end }
      rule "odd" { when = { text = "break" }, priority = -1, run = function(m, x)
        x.shared:set("mark", "odd")
        return #m.text
      end }
      rule "asks" { when = { text = "ask" }, run = function(m, x)
        return reply(x.shared:get("mark", "none") .. " " .. x.shared:get("seen"))
      end }
      """,
      """
      case "undone" { steps = {
        { message = { text = "break" }, expect = { error = "no luck" } },
        { message = { text = "ask" }, expect = { text = "none 2" } },
      } }
      """)
    #expect(failures == [])
  }

  @Test(
    "What cannot be kept is told with what to write",
    arguments: [
      ("x.store:get()", "x.store:get takes a name of 1 to 100 characters first"),
      ("x.store:get(('n'):rep(101))", "takes a name of 1 to 100 characters"),
      ("x.store.set('a')", "x.store:set was given 1 values; write x.store:set(\"name\", value"),
      ("x.store:set('a', 1, json.decode '{\"tll\":\"1h\"}')", "did you mean \"ttl\"?"),
      ("x.store:set('a', 1, { ttl = 'so' .. 'on' })", "must be a duration"),
      ("x.store:set('a', 1, 60)", "takes a table last, not 60; write { ttl = \"2h\" }"),
      ("x.store:set('a', function() end)", "functions are handed over only while the file loads"),
      ("x.store:set('a', ('x'):rep(70000))", "would be 70002 bytes of JSON; the most is 65536"),
      ("x.store:incr('a', 'b')", "x.store:incr adds a number, not \"b\""),
      ("x.store:set('a', 'b') x.store:incr('a')", "\"a\" is \"b\" and cannot be counted up"),
      ("(function(t) t.name = 1 end)(x.store)", "store is read-only"),
      ("(function(t) t:put('a', 1) end)(x.store)", "has no 'put'"),
    ])
  func complaints(body: String, text: String) async throws {
    let failures = try await play(
      #"rule "r" { run = function(m, x) \#(body) end }"#,
      #"case "wrong" { message = { text = "x" } }"#)
    #expect(failures.count == 1 && failures[0].contains(text), "\(failures)")
    #expect(failures[0].hasPrefix("a.lua:3: rule a/r: "))
  }

  private static let counting = """
    monitor "people" { "private", contacts = true }
    rule "count" { run = function(m, x)
      local n = x.store:incr("n")
      return reply(m.text .. " " .. n)
    end }
    """

  @Test("What is kept outlives the process, and stands in why [C6 C7]")
  func restart() async throws {
    let world = try World()
    let set = try RuleSet.load([RuleSource(path: "a.lua", text: Self.counting)])
    try await world.run(set) { try await $0.decide(world.incoming(1, "one")) }
    try await world.run(set) { run in
      try await run.decide(world.incoming(2, from: 20_002, "two"))
      let decision = try #require(
        await run.store.decision(about: world.incoming(2, from: 20_002).reference))
      #expect(decision.plan.speech?.action == .reply(text: "two 2", quotes: false))
      #expect(decision.notes.contains("a/count: x.store: n = 2"))
    }
  }

  @Test("Each rule has its own; what is shared, the rules and timers of the file share [C6]")
  func scopes() async throws {
    let failures = try await play(
      """
      rule "one" { when = { text = "one" }, run = function(m, x)
        return reply(x.store:incr("n") .. x.store.chat:incr("n") .. x.shared:incr("n") .. x.shared.chat:incr("n"))
      end }
      rule "two" { when = { text = "two" }, run = function(m, x)
        return reply(x.store:incr("n") .. x.store.chat:incr("n") .. x.shared:incr("n") .. x.shared.chat:incr("n"))
      end }
      every "tell" { interval = "1h", run = function(x)
        return notify("shared " .. x.shared:get("n", 0) .. ", own " .. x.store:get("n", 0))
      end }
      """,
      """
      case "counts" { steps = {
        { message = { text = "one" }, expect = { text = "1111" } },
        { message = { text = "one" }, expect = { text = "2222" } },
        { message = { text = "two" }, expect = { text = "1133" } },
        { message = { text = "one", sender = 5002 }, expect = { text = "3141" } },
        { after = "61m", expect = { notify = "shared 4, own 0" } },
      } }
      """)
    #expect(failures == [])
  }

  private static let editing = """
    monitor "people" { "private", contacts = true }
    delay "slow" { notice = "5m" }
    rule "count" { run = function(m, x)
      local n = x.store:incr("n")
      x.store:set("last", m.text)
      metric "seen"
      return reply { m.text .. " " .. n .. " " .. x.shared:incr("all"), delay = "slow" }
    end }
    """

  @Test("A message that is decided again after an edit has changed what is kept once")
  func decidedAgain() async throws {
    let world = try World()
    let set = try RuleSet.load([RuleSource(path: "a.lua", text: Self.editing)])
    try await world.run(set) { run in
      try await run.decide(world.incoming(1, "one"))
      // Another chat counts on before the first is edited.
      try await run.decide(world.incoming(2, from: 20_002, "two"))
      var edited = world.incoming(1, "three")
      edited.edited = world.clock.now
      var batch = World.batch([])
      batch.events = [.edited(edited)]
      try await run.engine.accept(batch)
      await run.recorder.waitForDecision(about: 1, count: 2)
      let decision = try #require(await run.store.decision(about: edited.reference))
      #expect(decision.plan.speech?.action == .reply(text: "three 2 2", quotes: false))
      let kept = try await run.store.states(of: World.account)
      #expect(kept[StateKey(scope: "a/count", name: "n")]?.json == "2")
      #expect(kept[StateKey(scope: "a/", name: "all")]?.json == "2")
      #expect(kept[StateKey(scope: "a/count", name: "last")]?.json == "\"three\"")
      #expect(try await run.store.metrics(of: World.account).first?.total == 2)
    }
  }

  @Test(
    "A message that is decided again because its rule changed has changed what is kept once [rules 31]"
  )
  func decidedByAnotherRule() async throws {
    let world = try World()
    let set = try RuleSet.load([RuleSource(path: "a.lua", text: Self.editing)])
    let changed = try RuleSet.load([
      RuleSource(path: "a.lua", text: Self.editing.replacing("m.text ..", with: "'now' .."))
    ])
    try await world.run(set) { run in
      try await run.decide(world.incoming(1, "one"))
      try await run.engine.reload(changed)
      await run.recorder.waitForDecision(about: 1, count: 2)
      let decision = try #require(await run.store.decision(about: world.incoming(1).reference))
      #expect(decision.plan.speech?.action == .reply(text: "now 1 1", quotes: false))
    }
  }

  @Test("A decision that read what another has changed meanwhile is made again")
  func conflict() async throws {
    let world = try World()
    let rounds = Mutex(0)
    let key = StateKey(scope: "friends/", name: "n")
    var rules = ScriptedRules(paced: false)
    rules.answer = { input, host in
      var draft = StateDraft()
      // The first time as if the value had been read before another decision wrote it.
      let isFirst = rounds.withLock {
        $0 += 1; return $0 == 1
      }
      draft.note(isFirst ? nil : try? await host.state(key), of: key)
      draft.change(key, to: StateEntry(json: "2"))
      let action = Action.reply(text: isFirst ? "stale" : "fresh", quotes: false)
      return Ruling(
        plan: Plan(claims: [Claim(rule: "friends/all", action: action)]), reason: "a friend wrote",
        state: draft)
    }
    try await world.run(rules) { run in
      try await run.store.write { database in
        try database.execute(
          sql: "INSERT INTO rule_state VALUES (10001, 'friends/', 0, 'n', '1', NULL)")
      }
      try await run.decide(world.incoming(1))
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["fresh"])
      #expect(try await run.store.state(key, account: World.account) == StateEntry(json: "2"))
    }
    #expect(rounds.withLock(\.self) == 2)
  }
}
