import Engine
import Foundation
import Rules
import Synchronization
import Testing

@Suite("Test files of rules", .timeLimit(.minutes(5)))
struct RuleTesterTests {
  private static let rules = """
    account { zone = "Europe/Berlin" }
    monitor "people" { "private" }
    persona "me" { system = "You are brief.", never = "secret" }
    delay "slow" { notice = "30s", reading = "10s", typing = "5s" }
    limit "rarely" { "1/30m per chat" }
    rule "money" { phase = "guard", when = { text = "iban" }, act = { ignore(), notify "money request" } }
    rule "hello" { when = { text = "hello" }, act = reply { "hi {{sender.first_name}}", delay = "slow" } }
    rule "rare" { when = { text = "rare" }, limit = "rarely", act = reply "yes" }
    rule "asks" { when = { text = "ask" }, run = function(m, x) return reply(ai.complete { persona = "me" }) end }
    rule "waits" { when = { text = "wait" }, run = function(m, x) task.sleep "30s" return reply "waited" end }
    rule "for ever" { when = { text = "ever" }, run = function(m, x) while true do task.sleep "100s" end end }
    rule "breaks" { when = { text = "break" }, run = function(m, x) error("no luck") end }
    rule "writes" { when = { question = true }, act = ai_reply { persona = "me" } }
    """

  private func test(
    _ cases: String, rules: String = rules, filter: String? = nil
  ) async throws -> RuleTester.Report {
    try await RuleTester(
      sources: [RuleSource(path: "a.lua", text: rules)],
      tests: [RuleSource(path: "a_test.lua", text: cases)]
    ).run(filter: filter)
  }

  @Test("Equal lines that follow each other are told once, and no more lines than asked for")
  func folding() {
    let lines = ["a"] + Array(repeating: "b", count: 2958) + ["c", "b", "d"]
    #expect(FoldedLines.fold(lines) == ["a", "b … 2,958 times", "c", "b", "d"])
    #expect(FoldedLines.fold(lines, most: 2) == ["a", "b … 2,958 times", "… and 3 more"])
    #expect(FoldedLines.fold((1...1100).map(String.init), most: 30).last == "… and 1,070 more")
    #expect(FoldedLines.fold([]) == [])
  }

  @Test("A timer that fails every minute is one line of a refused reload")
  func failingTimer() async throws {
    let rules =
      Self.rules + "\n"
      + #"every "tick" { interval = "1m", run = function(x) error("no luck") end }"#
    let report = try await test(
      #"case "day" { steps = { { message = { text = "x" } }, { after = "20h", message = { text = "x" } } } }"#,
      rules: rules)
    let result = try #require(report.results.first)
    #expect(result.failures.count > 1000)
    #expect(result.foldedFailures.count == 1)
    #expect(result.foldedFailures.first?.message.hasSuffix(" times") == true)
  }

  @Test("A case at a time of day is on the standard Monday")
  func timeOfDay() async throws {
    let rules = Self.rules + "\n" + #"every "tea" { at = "mon 23:45", act = notify "tea" }"#
    let report = try await test(
      #"case "late" { at = "23:40", steps = { { at = "mon 23:50", expect = { notify = "tea" } } } }"#,
      rules: rules)
    #expect(report.problems.isEmpty && report.passed == 1)
  }

  @Test("An expected rule that there is not is told as such")
  func unknownRule() async throws {
    let report = try await test(
      #"case "m" { message = { text = "hello" }, expect = { rule = "a/helo" } }"#)
    #expect(
      report.results[0].failures.map(\.message) == [
        #"expected rule "a/helo", got "a/hello"; there is no such rule; did you mean "a/hello"?"#
      ])
  }

  @Test("What is expected and comes about passes [C5]")
  func passes() async throws {
    let report = try await test(
      """
      case "money" {
        message = { contact = true, text = "your IBAN?" },
        expect = { speech = "ignore", notify = "money request", rule = "a/money", reaction = "none" },
      }
      case "hello" {
        message = { text = "hello", name = "Ada Lovelace" },
        expect = { speech = "reply", text = "hi Ada", due = { min = "45s", max = "45s" }, notify = false },
      }
      case "pattern" { message = { text = "hello" }, expect = { text = re "^hi \\\\w+$" } }
      case "nothing" { message = { text = "so" }, expect = { speech = "none", reason = "no rule applies" } }
      case "asks" { message = { text = "ask" }, ai = { "one", "two" }, expect = { text = "one" } }
      case "waits" { message = { text = "wait" }, expect = { text = "waited" } }
      case "breaks" { message = { text = "break" }, expect = { error = "no luck", speech = "none" } }
      case "down" { message = { text = "ask" }, ai = false, expect = { error = "cannot be reached" } }
      case "no end" { message = { text = "ever" }, expect = { error = "the run was ended after 2m" } }
      case "never" { message = { text = "really?" }, ai = "a Secret", expect = { speech = "ai_reply" } }
      """)
    #expect(report.results.flatMap(\.failures) == [])
    #expect(report.problems.isEmpty && report.passed == 10)
    #expect(report.untried == ["a/rare", "a/for ever", "a/breaks"])
  }

  @Test("An observer that counts, keeps, labels or notifies has acted; one that only looks has not")
  func observers() async throws {
    let rules = """
      monitor "people" { "private" }
      rule "counts" { phase = "observe", run = function() metric("seen", 1) end }
      rule "keeps" { phase = "observe", run = function(m, x) x.store:incr("n") log("kept") end }
      rule "labels" { phase = "observe", act = label "seen" }
      rule "tells" { phase = "observe", act = notify "x" }
      rule "looks" { phase = "observe", run = function(m, x) local n = x.store:get("n") end }
      """
    let report = try await test(#"case "any" { message = { text = "so" } }"#, rules: rules)
    #expect(report.passed == 1 && report.untried == ["a/looks"])
    #expect(report.results[0].story.contains("  a/keeps: log: kept"))
  }

  @Test("What does not come about is told in words, with file and line [C5]")
  func fails() async throws {
    let report = try await test(
      """
      case "wrong" {
        message = { text = "hello" },
        expect = {
          speech = "ignore", text = "bye", rule = "a/money", notify = "money", reaction = "👍",
          reason = "night", guard = "cap", error = "luck", read = true, due = { max = "10s" },
        },
      }

      case "breaks" { message = { text = "break" } }
      case "never" { message = { text = "really?" }, ai = "a Secret", expect = { text = "a Secret" } }
      """)
    #expect(report.failed == 3)
    let messages = report.results.map { $0.failures.map(\.message) }
    #expect(
      messages[0] == [
        #"expected speech "ignore", got "reply""#, #"expected text "bye", got "hi Robin""#,
        #"expected rule "a/money", got "a/hello""#,
        #"expected a notice that holds "money", got none"#, #"expected reaction "👍", got "none""#,
        "expected read true, got false",
        #"expected the reason to hold "night", got "rule a/hello applies""#,
        #"expected guard "cap", got "none""#, #"expected an error that holds "luck", got none"#,
        "expected the answer after 0s to 10s, got 45s",
      ])
    #expect(messages[1] == ["a.lua:12: rule a/breaks: no luck"])
    #expect(
      messages[2].first?.contains(#"an answer that holds "secret", which persona me"#) == true)
    #expect(report.results.map(\.line) == [1, 9, 10])
  }

  @Test("Text that is expected of a reaction or a notice: the key that expects it is named")
  func otherKeys() async throws {
    let tester = RuleTester(
      sources: [
        RuleSource(
          path: "a.lua",
          text: """
            monitor "people" { "private" }
            rule "cheer" { when = { text = "done" }, act = react "🎉" }
            rule "tell" { when = { text = "money" }, act = notify "about money" }
            """)
      ],
      tests: [
        RuleSource(
          path: "a_test.lua",
          text: """
            case "cheers" { message = { text = "done" }, expect = { text = "🎉" } }
            case "tells" { message = { text = "money" }, expect = { text = "about money" } }
            case "silent" { message = { text = "else" }, expect = { text = "x" } }
            """)
      ])
    #expect(
      try await tester.run().results.map { $0.failures.map(\.message) } == [
        [
          #"expected text "🎉", got nothing; there is a reaction, which reaction = "🎉" expects"#
        ],
        [
          #"expected text "about money", got nothing; there is a notice, which notify = "about money" expects"#
        ], [#"expected text "x", got nothing"#],
      ])
  }

  @Test("Steps share a conversation and a moved clock: limits, takeover, hours [A38, D4]")
  func steps() async throws {
    let report = try await test(
      """
      case "rarely" {
        at = "2026-03-29 01:50",
        steps = {
          { message = { text = "rare" }, expect = { text = "yes" } },
          { after = "20m", message = { text = "rare" }, expect = { speech = "none", reason = "rarely" } },
          { after = "1m", message = { text = "rare", sender = 6 }, expect = { text = "yes" } },
          { at = "2026-03-29 03:25", message = { text = "rare" }, expect = { text = "yes" } },
          { after = "1m", owner = "here" },
          { after = "1m", message = { text = "hello" }, expect = { guard = "owner_wrote" } },
          { after = "16m", message = { text = "hello" }, expect = { text = "hi Robin" } },
        },
      }
      """)
    // The clocks go forward in that night: 01:50 to 03:25 is 35 minutes.
    #expect(report.results.flatMap(\.failures) == [])
  }

  private static let timers = """
    monitor "people" { "private" }
    every "minute" { interval = "1m", run = function(x) end }
    every "day" { interval = "1d", run = function(x) end }
    """

  @Test("A step lets 400 days pass at most, and timers run ten thousand times in a case")
  func bounds() async throws {
    let long = try await test(
      """
      case "long" { steps = {
        { after = "401d", message = { text = "a" } }, { after = "400d", message = { text = "b" } } } }
      """)
    #expect(
      long.problems.map(\.message) == [
        #"after in steps of case "long" is 401d; the most is 400d"#
      ])
    let report = try await test(
      """
      case "far" { steps = { { message = { text = "a" } }, { at = "2090-01-01 12:00", message = {} } } }
      case "often" { steps = { { after = "6d" }, { after = "2d" }, { after = "1d" } } }
      case "fine" { steps = { { after = "6d" } } }
      """, rules: Self.timers)
    #expect(report.problems.isEmpty && report.results.count == 3)
    let messages = report.results.map { $0.failures.map(\.message) }
    #expect(
      messages[0] == [
        "the step lies more than 400 days after the one before it; go there in several"
      ])
    #expect(
      messages[1] == [
        "timers ran 10080 times in this case, which is the most; let less time pass, or try timers that "
          + "run so often in a case of their own"
      ])
    #expect(messages[2] == [])
  }

  @Test("The gate before a reload waits a minute for the tests, and then refuses with reason")
  func patience() async throws {
    let tester = RuleTester(
      sources: [RuleSource(path: "a.lua", text: Self.timers)],
      tests: [
        RuleSource(
          path: "a_test.lua", text: "case 'one' { steps = { { after = '6d' }, { after = '6d' } } }")
      ])
    // Each look at the watch takes a second.
    let looks = Atomic(0)
    let error = await #expect(throws: RuleLoadError.self) {
      try await tester.approve {
        .seconds(looks.add(1, ordering: .relaxed).newValue)
      }
    }
    #expect(
      error?.description.hasPrefix(
        "a_test.lua:1: the tests take longer than 60 s, so they are no gate for what is in force; ")
        == true)
    #expect(looks.load(ordering: .relaxed) < 70)
  }

  @Test("Steps without a time of the case begin that Monday at noon")
  func standardStart() async throws {
    let report = try await test(
      """
      case "at once" {
        steps = {
          { message = { text = "when" }, expect = { text = "2026-03-02 12" } },
          { after = "1h", message = { text = "when" }, expect = { text = "2026-03-02 13" } },
        },
      }
      case "later" {
        steps = { { after = "2h", message = { text = "when" }, expect = { text = "2026-03-02 14" } } },
      }
      case "at another time" {
        steps = {
          { at = "sat 23:10", message = { text = "when" }, expect = { text = "2026-03-07 23" } },
        },
      }
      """,
      rules: """
        account { zone = "UTC", caps = { chat = "9/1h" } }
        monitor "all" { "private" }
        rule "when" {
          when = { monitor = "all" },
          run = function(m, x) return reply(x.today.date .. " " .. x.today.hour) end,
        }
        """)
    #expect(report.results.flatMap(\.failures) == [])
    #expect(report.problems.isEmpty && report.passed == 3)
  }

  @Test("What is wrong with a test file is named with file and line; other files are tried")
  func wrongFiles() async throws {
    let report = try await test(
      """
      case "a" { message = { txt = "x" }, expect = { speech = "shout" } }
      case "b" { expect = { speech = "none" } }
      case "c" { at = "noon", message = {} }
      case "c" { message = {}, owner = "x" }
      case "d" { message = {}, expect = { guard = "kil_switch" } }
      """)
    #expect(
      report.problems.map(\.description) == [
        #"a_test.lua:1: speech in expect of case "a" must be "reply", "ai_reply", "#
          + #""voice_reply", "draft", "ai_draft", "ignore" or "none", not "shout""#,
        #"a_test.lua:1: unknown key "txt" in message of case "a"; did you mean "text"?"#,
        #"a_test.lua:2: case "b" has neither message nor owner; write message = { text = "hello" }"#,
        #"a_test.lua:3: at in case "c" is no time: "noon"; write "2026-03-02 14:30" or "sat 23:10""#,
        #"a_test.lua:4: case "c" has both message and owner"#,
        #"a_test.lua:4: case "c" is declared twice: here and at a_test.lua:3; rename one"#,
        #"a_test.lua:5: "kil_switch" is no guard; did you mean "kill_switch"?"#,
      ])
    let loop = try await test("while true do end")
    #expect(loop.problems.count == 1 && loop.problems[0].file == "a_test.lua")
    let declares = try await test("rule \"r\" { act = ignore() }")
    #expect(
      declares.problems.map(\.description).first?.hasPrefix("a_test.lua:1: rule is not available")
        == true)
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// `rules`, and each folder of `examples`.
  private static var folders: [String] {
    let examples = root.appending(path: "examples").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: examples)) ?? []
    return ["rules"] + names.filter { !$0.contains(".") }.sorted().map { "examples/\($0)" }
  }

  @Test("There are examples") func examples() { #expect(Self.folders.count >= 9) }

  @Test(
    "What ships has no warning, passes its own tests, and each of its rules acts in some case",
    arguments: folders)
  func shipped(folder name: String) async throws {
    let url = Self.root.appending(path: name)
    let folder = RuleFolder(path: url.path)
    #expect(try RuleSet.load(folder.read()).warnings == [])
    let report = try await RuleTester(sources: folder.read(), tests: folder.readTests()).run()
    #expect(report.results.flatMap(\.failures) == [])
    #expect(report.problems.isEmpty && !report.results.isEmpty)
    #expect(report.untried == [])
    guard name != "rules" else { return }
    #expect(FileManager.default.fileExists(atPath: url.appending(path: "README.md").path))
  }
}
