import Model
import Rules
import Testing

@Suite("task.all and task.race [C4]", .timeLimit(.minutes(5)))
struct BranchTests {
  private func decide(
    _ body: String, host: TestHost = TestHost()
  ) async throws -> Ruling {
    await (try load("rule \"r\" { run = function(m, x)\n\(body)\nend }"))
      .decide(Sample.input("hello there, how are you?"), host: host)
  }

  @Test("All branches wait at the same time, and what they return comes in their order")
  func all() async throws {
    let clock = ManualClock(Sample.monday)
    let set = try load(
      """
      rule "r" { run = function(m, x)
        local a, b, c = task.all {
          function() task.sleep "5s" return "slow" end,
          function() task.sleep "2s" return nil end,
          function() return { n = 3 } end,
        }
        return reply(a .. " " .. tostring(b) .. " " .. c.n)
      end }
      """)
    async let ruling = set.decide(Sample.input("x"), host: TestHost(clock: clock))
    // Both branches, and the deadline of the run.
    await clock.waitForSleepers(3)
    clock.advance(by: .seconds(2))
    await clock.waitForSleepers(2)
    clock.advance(by: .seconds(3))
    #expect(await ruling.actions == [.reply(text: "slow nil 3", quotes: false)])
  }

  @Test("The first that comes through wins; what the others wait for is called off [rules 25]")
  func race() async throws {
    let clock = ManualClock(Sample.monday)
    let set = try load(
      """
      rule "r" { run = function(m, x)
        local value, which = task.race {
          function() task.sleep "1s" error "out of luck" end,
          function() task.sleep "9s" x.note "never" return "slow" end,
          function() task.sleep "2s" return "quick" end,
        }
        task.sleep "30s"
        return reply(value .. " " .. which)
      end }
      """)
    let host = TestHost(clock: clock)
    async let ruling = set.decide(Sample.input("x"), host: host)
    await clock.waitForSleepers(4)
    clock.advance(by: .seconds(1))
    await clock.waitForSleepers(3)
    clock.advance(by: .seconds(1))
    // Only once the loser's sleep is called off does the run go on.
    while !host.seen.slept.contains(.seconds(30)) { await Task.yield() }
    await clock.waitForSleepers(2)
    clock.advance(by: .seconds(30))
    let result = await ruling
    #expect(result.actions == [.reply(text: "quick 3", quotes: false)])
    #expect(result.notes == [])
  }

  @Test(
    "A branch that fails is named with its line, and can be caught [rules 26]",
    arguments: [
      (
        "task.all { function() return 1 end, function() local t = nil return t.x end }", 6,
        "task.all: branch 2 failed: a.lua:6: attempt to index a nil value"
      ),
      (
        "task.race { function() error 'one' end, function() error 'two' end }", 6,
        "task.race: no branch came through: branch 1: a.lua:6: one; branch 2: a.lua:6: two"
      ),
      ("task.all {}", 6, "task.all takes a list of 1 to 16 functions: task.all { function()"),
      ("task.all(function() end)", 6, "task.all takes a list of 1 to 16 functions"),
      (
        "task.all { ai.complete { prompt = 'x' } }", 6,
        "task.all takes a list of functions; item 1 is a string, so write function() ... end around it"
      ),
      ("task.all { function() return function() end end }", 6, "functions are handed over only"),
      (
        "task.all { function() while true do end end }", 6,
        "stopped after its budget of"
      ),
      (
        "pcall(task.race, { function() while true do end end, function() return 1 end })", 6,
        "stopped after its budget of"
      ),
      (
        "table.sort({ 3, 2, 1 }, function(a, b) task.all { function() end } return a < b end)", 6,
        "task.all cannot wait inside table.sort"
      ),
    ])
  func failures(body: String, line: Int, text: String) async throws {
    let ruling = try await decide(body)
    #expect(ruling.outcomes == ["r failed"])
    let problem = try #require(ruling.problems.first)
    #expect(problem.line == line && problem.message.contains(text), "\(problem)")
  }

  @Test("What fails in a branch can be caught around it or within")
  func caught() async throws {
    let around = try await decide(
      "local ok, why = pcall(task.all, { function() error 'no' end }) return reply(why)")
    #expect(
      around.actions == [
        .reply(text: "a.lua:6: task.all: branch 1 failed: a.lua:6: no", quotes: false)
      ])
    let within = try await decide(
      """
      local a, b = task.all {
        function() return (pcall(ai.complete, {})) end, function() return ai.complete { prompt = "x" } end,
      }
      return reply(tostring(a) .. " " .. b)
      """)
    #expect(within.actions == [.reply(text: "false fine", quotes: false)])
  }

  @Test("Branches share the 32 calls of the host, and their own branches do too")
  func budget() async throws {
    let host = TestHost()
    let greedy = try await decide(
      """
      local function ask() for i = 1, 6 do ai.complete { prompt = "x" } end end
      task.all { ask, ask, ask, function() task.all { ask, ask, ask } end }
      """, host: host)
    #expect(greedy.outcomes == ["r failed"])
    #expect(greedy.why("a/r")?.contains("stopped after 32 calls") == true)
    #expect(host.seen.requests.count <= 30)
  }

  @Test("What branches keep is the run's: counted up together, undone together [rules 28]")
  func state() async throws {
    let host = MemoryHost()
    let counting = """
      rule "r" { run = function(m, x)
        local function count() x.store:incr("n") x.store.chat:incr("n", 2) return true end
        task.all { count, count, count }
        if m.text == "fail" then error "no" end
        return reply(x.store:get("n") .. " " .. x.store.chat:get("n"))
      end }
      """
    let set = try load(counting)
    let ruling = await set.decide(Sample.input("x"), host: host)
    #expect(ruling.actions == [.reply(text: "3 6", quotes: false)])
    #expect(await set.decide(Sample.input("fail"), host: host).state.isEmpty)
  }

  @Test("A run past its deadline ends with all its branches, and the next run is whole [rules 25]")
  func deadline() async throws {
    let clock = ManualClock(Sample.monday)
    let host = TestHost(clock: clock)
    let set = try load(
      """
      rule "r" { run = function(m, x)
        if m.text == "ok" then return reply "fine" end
        task.all { function() for i = 1, 9 do task.sleep "50s" end end, function() return 1 end }
      end }
      """)
    async let ruling = set.decide(Sample.input("x"), host: host)
    for _ in 1...2 {
      await clock.waitForSleepers(2)
      clock.advance(by: .seconds(50))
    }
    let result = await ruling
    #expect(result.why("a/r")?.contains("ended after 2m; it waited for task.sleep") == true)
    #expect(
      await set.decide(Sample.input("ok"), host: host).actions
        == [.reply(text: "fine", quotes: false)])
  }

  @Test("Where waiting takes no time the one that would have waited least is first, each time")
  func inTurns() async throws {
    let set = try load(
      """
      rule "r" { run = function(m, x)
        local value, which = task.race {
          function() task.sleep "9s" return "a" end,
          function() task.sleep "1s" task.sleep "1s" x.note "b" return "b" end,
          function() task.sleep "3s" x.note "c" return "c" end,
        }
        local first, second = task.all {
          function() task.sleep "2s" x.note "later" return math.random(1000000) end,
          function() x.note "now" return math.random(1000000) end,
        }
        x.note(first, second, first ~= second)
        return reply(value .. which)
      end }
      """)
    let one = await set.decide(Sample.input("x"), host: MemoryHost())
    #expect(one.actions == [.reply(text: "b2", quotes: false)])
    #expect(one.notes.prefix(3) == ["a/r: b", "a/r: now", "a/r: later"])
    #expect(one.notes.last?.hasSuffix("true") == true)
    for _ in 1...20 {
      #expect(await set.decide(Sample.input("x"), host: MemoryHost()) == one)
    }
  }
}

/// A host on which waiting takes no time, with nothing kept so far.
struct MemoryHost: RuleHost {
  var takesTime: Bool { false }

  func complete(_ request: TextRequest, for asker: String) async throws -> TextCompletion {
    TextCompletion(text: "fine", model: "test")
  }
  func history(of chat: PeerID, limit: Int, before: Int32?) async throws -> [Message] { [] }
  func sleep(for duration: Duration) async throws {}
  func deadline(after duration: Duration) async throws {
    // Nobody moves this clock.
    try await ManualClock(.zero).clock.sleep(until: Timestamp(milliseconds: .max), tolerance: nil)
  }
  func claimCount(rule: String, chat: PeerID?, since: Timestamp) async throws -> Int { 0 }
  func state(_ key: StateKey) async throws -> StateEntry? { nil }
  func stateUsage(of scope: String) async throws -> StateUsage { StateUsage() }
  func log(_ text: String, rule: String) {}
}
