import Model
import Rules
import Testing

@Suite("What a reload can tell apart [C2]", .timeLimit(.minutes(5)))
struct ReloadTests {
  private func hashes(_ files: [String: String]) throws -> [String: String] {
    let rules = try load(files).summary.rules
    return Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0.hash) })
  }

  private let base = [
    "a.lua": people + #"rule "r" { act = ai_reply { persona = "me", delay = "quick" } }"#,
    "b.lua": #"local lib = require "lib" rule "f" { run = function(m) return lib.answer(m) end }"#,
    "lib.lua": "return { answer = function(m) return reply 'x' end }",
  ]

  @Test("Equal bytes have equal fingerprints, known without loading [rules 2]")
  func fingerprint() throws {
    let one = try load(base)
    let sources = base.map { RuleSource(path: $0.key, text: $0.value) }
    #expect(RuleSet.fingerprint(of: sources.reversed()) == one.fingerprint)
    var other = base
    other["b.lua", default: ""] += " "
    #expect(try load(other).fingerprint != one.fingerprint)
    #expect(one.fingerprint.count == 64)
  }

  @Test("A rule keeps its hash while nothing of it changes [rules 31]")
  func unchanged() throws {
    var edited = base
    edited["a.lua"] =
      "-- a comment\n" + people + """
        rule "new" { act = notify "x" }
        rule "r" { act = ai_reply { delay = "quick", persona = "me" } }
        """
    #expect(try hashes(edited)["a/r"] == hashes(base)["a/r"])
  }

  @Test(
    "A persona's, a delay's and a function's library's edit change the rules that use them [rules 7]"
  )
  func changed() throws {
    let before = try hashes(base)
    var persona = base
    persona["a.lua"]?.replace("You are", with: "I am")
    #expect(try hashes(persona)["a/r"] != before["a/r"])
    var delay = base
    delay["a.lua"]?.replace("10s", with: "11s")
    #expect(try hashes(delay)["a/r"] != before["a/r"])
    var library = base
    library["lib.lua"]?.replace("'x'", with: "'y'")
    #expect(try hashes(library)["b/f"] != before["b/f"])
    #expect(try hashes(library)["a/r"] == before["a/r"])
  }

  @Test(
    "A function's rule and a timer keep their hash until something changes that they can name [rules 8]"
  )
  func named() throws {
    let base = [
      "a.lua": people + """
        delay "slow" { notice = "1h", defer = "office" }
        hours "office" { "mon-fri 09:00-17:00" }
        rule "f" { run = function(m) return reply { "x", delay = "slow" } end }
        """,
      "b.lua": #"hours "lunch" { "12:00-13:00" } persona "you" { system = "You." }"#,
    ]
    var unrelated = base
    unrelated["b.lua"] = #"hours "lunch" { "12:00-14:00" } delay "fast" { notice = "1s" }"#
    #expect(try hashes(unrelated)["a/f"] == hashes(base)["a/f"])
    var related = base
    related["a.lua"]?.replace("09:00", with: "10:00")
    #expect(try hashes(related)["a/f"] != hashes(base)["a/f"])
    // Moved to another file, it says the same.
    var moved = base
    moved["b.lua"] = #"persona "you" { system = "You." }"#
    #expect(try hashes(moved)["a/f"] == hashes(base)["a/f"])
  }

  @Test("A required file that is missing or broken is named where it is required [rules 9]")
  func modules() throws {
    let missing = try #require(problems("\nlocal t = require 'nothing'").first)
    #expect(missing.hasPrefix("a.lua:2: ") && missing.contains("nothing"))
    let broken = problems(["a.lua": "local t = require 'lib.x'", "lib/x.lua": "local = 1"])
    #expect(broken.contains { $0.hasPrefix("lib/x.lua:1: ") }, "\(broken)")
  }

  @Test(
    "What a required file declares counts once, as its own; a maker of rules makes its caller's")
  func declaredOnce() async throws {
    let set = try load([
      "base.lua": people
        + """
        rule "here" { act = notify "here" }
        return { make = function(name) rule(name) { also = true, act = notify(name) } end }
        """,
      "work/one.lua": #"require("base").make "made""#,
      "work/two.lua": #"require("base").make "made""#,
    ])
    #expect(
      set.summary.rules.map(\.id).sorted() == ["base/here", "work/one/made", "work/two/made"])
    let ruling = await set.decide(Sample.input("x"), host: TestHost())
    #expect(ruling.plan.claims.count == 3)
  }

  @Test("The summary tells what a set holds")
  func summary() throws {
    let summary = try load(base).summary
    #expect(summary.files == ["a.lua", "b.lua", "lib.lua"])
    #expect(summary.monitors.map(\.detail) == ["private"])
    #expect(summary.delays.map(\.detail) == ["notice 10s, reading 2s, typing 3s"])
    #expect(summary.rules.map(\.actions) == [["ai_reply"], []])
    #expect(summary.personas.first?.line == 3)
  }

  @Test("The account's settings are read, and have defaults")
  func account() throws {
    #expect(try load(["a.lua": ""]).account == AccountSettings())
    let account = try load([
      "a.lua": """
      account { zone = "Asia/Tokyo", hold = "1h", caps = { chat = "5/1d", total = { "9/1h", "20/1d" } },
                downtime = { answer = "10m", notify = false } }
      """
    ]).account
    #expect(
      account
        == AccountSettings(
          zone: "Asia/Tokyo", hold: .seconds(3600),
          caps: .init(
            chat: [Rate(count: 5, per: .seconds(86400))],
            total: [
              Rate(count: 9, per: .seconds(3600)), Rate(count: 20, per: .seconds(86400)),
            ]),
          downtime: .init(answer: .seconds(600), notify: false)))
  }
}
