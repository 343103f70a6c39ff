import Model
import Testing

@testable import Rules

@Suite("Delays that are functions [A37]", .timeLimit(.minutes(5)))
struct DelayFunctionTests {
  private func ruling(
    _ delay: String, _ input: DecisionInput = Sample.input("how are you?"),
    act: String = "reply { 'hi', delay = 'd' }"
  ) async throws -> Ruling {
    let set = try load("\(delay)\nrule \"r\" { act = \(act) }\nrule \"s\" { act = reply 'other' }")
    return await set.decide(input, host: TestHost())
  }

  private func pace(
    _ delay: String, _ input: DecisionInput = Sample.input("how are you?")
  ) async throws -> Pace {
    let ruling = try await ruling(delay, input)
    return try #require(ruling.plan.speech?.pace, "\(ruling.problems)")
  }

  @Test("Seconds or a time, from the message and the context; reading and typing follow")
  func answers() async throws {
    #expect(try await pace("delay 'd' (function() return 12.5 end)").notice == 12_500)
    #expect(try await pace("delay 'd' { run = function() return '2m' end }").notice == 120_000)
    let whole = try await pace(
      """
      delay "d" {
        run = function(m, x) return #m.text + x.today.hour * 100 end,
        reading = "2s", typing = "3s",
      }
      """)
    #expect(
      whole
        == Pace(delay: "d", start: Sample.monday, notice: 1_112_000, reading: 2000, typing: 3000)
    )
  }

  @Test("The cap, jitter and deferral hold for what a function says, too")
  func bounds() async throws {
    let capped = try await pace(
      "delay 'd' { run = function() return 1e12 end, typing = '3s', cap = '1m' }")
    #expect((capped.notice, capped.typing) == (57_000, 3000))
    let uncapped = try await pace("delay 'd' (function() return 1e300 end)")
    #expect(uncapped.due == Sample.monday.advanced(by: .seconds(86_400)))
    let stretched = try await pace("delay 'd' { run = function() return 100 end, jitter = 0.2 }")
    #expect((80_000...120_000).contains(stretched.notice) && stretched.notice != 100_000)
    let deferred = try await pace(
      "hours 'h' { '20:00-21:00' } delay 'd' { run = function() return 1 end, defer = 'h' }")
    #expect(deferred.due == instant("2026-03-02T19:00:01Z"))
  }

  @Test("Random numbers are the message's: the same after a reload, others for others")
  func random() async throws {
    let delay = "delay 'd' (function() return math.random(1, 10000) end)"
    let one = try await pace(delay)
    #expect(try await pace("-- a line\n" + delay) == one)
    #expect(try await pace(delay, Sample.input("how are you?", id: 101)).notice != one.notice)
    #expect(
      try await pace(delay, Sample.input("x", from: Sample.stranger)).notice != one.notice)
    // Known, so that a change shows: stored plans and replays go by it.
    #expect(one.notice == 7_997_000)
  }

  @Test(
    "What is no time fails the rule at the function's line, and the next rule speaks",
    arguments: [
      ("return 'soon'", #"delay "d" returned "soon"; expected seconds, 0 or more"#),
      ("return -1", #"delay "d" returned -1; expected"#),
      ("return 0/0", #"delay "d" returned nan; expected"#),
      ("return 1/0", #"delay "d" returned inf; expected"#),
      ("", #"delay "d" returned nil; expected"#),
      ("return {}", #"delay "d" returned an empty table; expected"#),
      ("return true", #"delay "d" returned true; expected"#),
    ])
  func refused(body: String, message: String) async throws {
    let ruling = try await ruling("\ndelay 'd' (function() \(body) end)")
    #expect(ruling.plan.speech?.action == .reply(text: "other", quotes: false))
    #expect(ruling.outcomes == ["r failed", "s won"])
    let problem = try #require(ruling.problems.first)
    #expect("\(problem)".hasPrefix("a.lua:6: rule a/r: \(message)"), "\(problem)")
  }

  @Test("A function that fails, never ends or wants to wait fails the rule, wherever it stands")
  func failures() async throws {
    for (body, part) in [
      ("error('no idea')", "no idea"), ("while true do end", "instruction"),
      ("x.history(3)", "context:history takes its time, and delay \"d\" cannot wait"),
      ("task.sleep '1s'", "task.sleep takes its time"),
      ("monitor 'x' { 'private' }", "only while the file loads"),
    ] {
      let ruling = try await ruling("delay 'd' (function(m, x) \(body) end)")
      #expect(ruling.outcomes == ["r failed", "s won"], "\(body)")
      #expect(ruling.problems.first?.message.contains(part) == true, "\(ruling.problems)")
    }
  }

  @Test("It is asked only for what takes time, once for all actions that name it")
  func asked() async throws {
    let noting = "delay 'd' (function(m, x) x.note('asked', m.text) return 5 end)"
    let drafted = try await ruling(noting, act: "draft 'x', delay = 'd'")
    #expect(drafted.notes.isEmpty)
    let several = try await ruling(
      noting, act: "{ reply { 'x', delay = 'd' }, mark_read { delay = 'd' } }")
    #expect(several.notes == ["a/r: asked how are you?"])
    #expect(several.plan.claims.map { $0.pace?.notice } == [5000, 5000])
  }

  @Test("A delay of another file works in the state of its own, also for functions that name it")
  func otherFile() async throws {
    let set = try load([
      "a.lua": people + "rule 'r' { run = function(m) return reply { 'hi', delay = 'd' } end }",
      "b.lua": "local base = 40\ndelay 'd' (function() return base + 2 end)",
    ])
    let ruling = await set.decide(Sample.input("x"), host: TestHost())
    #expect(ruling.plan.speech?.pace?.notice == 42_000)
    #expect(set.summary.delays.last?.detail == "notice by a function, reading 0s, typing 0s")
  }

  @Test("An edited function changes the rules that go by it, and no others [rules 31]")
  func hash() throws {
    let text = { (seconds: Int) in
      [
        "a.lua": people
          + "rule 'r' { act = reply { 'x', delay = 'd' } } rule 's' { act = ignore() }",
        "b.lua": "delay 'd' (function() return \(seconds) end)",
      ]
    }
    let before = try load(text(1)).summary.rules
    let after = try load(text(2)).summary.rules
    #expect(before.map(\.id) == after.map(\.id))
    #expect(zip(before, after).filter { $0.hash != $1.hash }.map(\.0.id) == ["a/r"])
  }

  @Test(
    "A declaration that is wrong is explained",
    arguments: [
      (
        "delay 'd' { notice = '1s', run = function() return 1 end }",
        #"a.lua:1: delay "d" has both notice and run; keep one"#
      ),
      (
        "delay 'd' { run = '1s' }", #"a.lua:1: run in delay "d" must be a function, not "1s""#
      ),
      (
        "hours 'h' (function() end)",
        #"a.lua:1: hours takes a name and a table, not "h" and a function; write hours "name" { ... }"#
      ),
    ])
  func declarations(text: String, problem: String) {
    #expect(problems(text) == [problem])
  }
}
