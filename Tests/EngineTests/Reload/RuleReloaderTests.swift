import Foundation
import Model
import Rules
import Testing

@testable import Engine

@Suite(.timeLimit(.minutes(5)))
struct RuleReloaderTests {
  private let good = """
    monitor "people" { "private" }
    rule "all" { when = { monitor = "people" }, act = mark_read() }
    """

  /// A reloader at work on a folder, under a clock that moves when told to.
  private final class Bench: Sendable {
    let rules: TemporaryRules
    let clock = ManualClock(Timestamp(seconds: 1_700_000_000))
    let reloader: RuleReloader
    private let outcomes: AsyncStream<RuleReloader.Outcome>

    init(_ text: String) throws {
      rules = try TemporaryRules()
      try rules.write(text, to: "people.lua")
      let (outcomes, sink) = AsyncStream<RuleReloader.Outcome>.makeStream()
      self.outcomes = outcomes
      reloader = RuleReloader(folder: rules.folder, clock: clock.clock) { sink.yield($0) }
    }

    /// Runs the reloader from what the folder holds now, while `body` does.
    func run(_ body: @escaping @Sendable () async throws -> Void) async throws {
      let current = try rules.folder.read()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await self.reloader.run(from: current) }
        // The poll sleeps: the reloader is at work.
        await clock.waitForSleepers(1)
        try await body()
        group.cancelAll()
      }
    }

    func outcome() async -> RuleReloader.Outcome? {
      for await outcome in outcomes { return outcome }
      return nil
    }

    /// What comes of a change once it has come to rest. The watch may tell of one save in several
    /// parts, and each makes the rest begin anew.
    func settledOutcome() async -> RuleReloader.Outcome? {
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          while !Task.isCancelled {
            await self.clock.waitForSleepers(2)
            self.clock.advance(by: Settling.quiet)
            await Task.yield()
          }
        }
        defer { group.cancelAll() }
        return await outcome()
      }
    }
  }

  @Test("A saved change is loaded once it has come to rest [C2]")
  func change() async throws {
    let bench = try Bench(good)
    try await bench.run {
      try bench.rules.write(good + "\n-- more", to: "people.lua")
      guard case .loaded(let rules)? = await bench.settledOutcome() else {
        Issue.record("the change was not loaded")
        return
      }
      #expect(rules.summary.rules.map(\.id) == ["people/all"])
    }
  }

  @Test(
    "An edited calendar is loaded like an edited rule; a broken one is refused with its line [A38]")
  func calendar() async throws {
    let rules =
      good + "\nhours \"work\" { \"09:00-17:00\", zone = \"UTC\", except = holidays(\"de.ics\") }"
    let calendar: @Sendable (String) -> String = { day in
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:\(day)\nEND:VEVENT\nEND:VCALENDAR\n"
    }
    let bench = try Bench(rules)
    try bench.rules.write(calendar("20260302"), to: "de.ics")
    try await bench.run {
      try bench.rules.write(calendar("20260303"), to: "de.ics")
      guard case .loaded(let set)? = await bench.settledOutcome() else {
        Issue.record("the calendar was not loaded")
        return
      }
      let noon = try #require(Timestamp(iso8601: "2026-03-03T12:00:00Z"))
      #expect(set.hours("work")?.isOpen(at: noon) == false)
      try bench.rules.write(calendar("tomorrow"), to: "de.ics")
      bench.reloader.reload()
      guard case .refused(let error)? = await bench.outcome() else {
        Issue.record("the broken calendar was not refused")
        return
      }
      #expect(error.problems.map { "\($0.file):\($0.line ?? 0)" } == ["de.ics:3"])
    }
  }

  @Test("A syntax error is refused with file and line; the corrected file is loaded [rules 1]")
  func syntaxError() async throws {
    let bench = try Bench(good)
    try await bench.run {
      try bench.rules.write(good + "\nrule \"broken\" {", to: "people.lua")
      bench.reloader.reload()
      guard case .refused(let error)? = await bench.outcome() else {
        Issue.record("the broken file was not refused")
        return
      }
      #expect(error.problems.first?.file == "people.lua")
      #expect(error.problems.first?.line != nil)
      try bench.rules.write(good + "\n-- corrected", to: "people.lua")
      bench.reloader.reload()
      guard case .loaded? = await bench.outcome() else {
        Issue.record("the corrected file was not loaded")
        return
      }
    }
  }

  @Test("Rules that fail their own tests are refused; a change of the tests alone counts, too [C2]")
  func gate() async throws {
    let bench = try Bench(good)
    try await bench.run {
      try bench.rules.write(
        "case \"seen\" {\n  message = { text = \"hi\" }, expect = { read = true } }",
        to: "people_test.lua")
      bench.reloader.reload()
      guard case .loaded? = await bench.outcome() else {
        Issue.record("a test that passes was not accepted")
        return
      }
      try bench.rules.write(good.replacing("mark_read()", with: "ignore()"), to: "people.lua")
      bench.reloader.reload()
      guard case .refused(let error)? = await bench.outcome() else {
        Issue.record("rules that fail their test came into force")
        return
      }
      #expect(
        error.description == "people_test.lua:1: case \"seen\" fails: expected read true, got false"
      )
      try bench.rules.write("case \"seen\" { message = { text = \"hi\" } }", to: "people_test.lua")
      bench.reloader.reload()
      guard case .loaded? = await bench.outcome() else {
        Issue.record("the corrected test was not seen")
        return
      }
    }
  }

  @Test("What is in force from the start and fails its own tests stays, and is told [C2]")
  func failingFromTheStart() async throws {
    let bench = try Bench(good)
    try bench.rules.write(
      "case \"seen\" { message = { text = \"hi\" }, expect = { read = false } }",
      to: "people_test.lua")
    try await bench.run {
      guard case .failing(let error)? = await bench.outcome() else {
        Issue.record("tests that fail at the start were not told")
        return
      }
      #expect(
        error.description == "people_test.lua:1: case \"seen\" fails: expected read false, got true"
      )
      try bench.rules.write("case \"seen\" { message = { text = \"hi\" } }", to: "people_test.lua")
      bench.reloader.reload()
      guard case .loaded? = await bench.outcome() else {
        Issue.record("the corrected test was not seen")
        return
      }
    }
  }

  @Test("The same bytes again are no reload; what differs next is the next outcome [rules 2]")
  func sameBytes() async throws {
    let bench = try Bench(good)
    try await bench.run {
      try bench.rules.write(good, to: "people.lua")
      bench.reloader.reload()
      bench.reloader.reload()
      try bench.rules.write("rule \"lonely\" { act = mark_read() }", to: "other.lua")
      bench.reloader.reload()
      guard case .loaded(let rules)? = await bench.outcome() else {
        Issue.record("the new file was not loaded")
        return
      }
      #expect(Set(rules.summary.rules.map(\.id)) == ["people/all", "other/lonely"])
    }
  }

  @Test("What no watch has told is found by the poll, after 30 s [rules 10]")
  func poll() async throws {
    let bench = try Bench(good)
    try await bench.run {
      try bench.rules.write("rule \"lonely\" { act = mark_read() }", to: "other.lua")
      bench.reloader.reload()
      _ = await bench.outcome()
      try FileManager.default.removeItem(atPath: bench.rules.path + "/people.lua")
      bench.clock.advance(by: RuleReloader.pollInterval)
      guard case .loaded(let rules)? = await bench.outcome() else {
        Issue.record("the deletion was not found")
        return
      }
      #expect(rules.summary.rules.map(\.id) == ["other/lonely"])
    }
  }

  @Test("A folder in which no rules are left is refused, and the old set answers on [C2]")
  func emptied() async throws {
    let bench = try Bench(good)
    try await bench.run {
      try FileManager.default.removeItem(atPath: bench.rules.path + "/people.lua")
      bench.reloader.reload()
      guard case .refused(let error)? = await bench.outcome() else {
        Issue.record("a folder without rules was taken for a set")
        return
      }
      #expect(error.description.contains("holds no rule files"))
    }
  }

  @Test("A backup that an editor leaves is neither a rule file nor a deletion [rules 4]")
  func backup() async throws {
    let bench = try Bench(good)
    try await bench.run {
      let path = bench.rules.path + "/people.lua"
      try FileManager.default.moveItem(atPath: path, toPath: path + "~")
      try bench.rules.write(good + "\n-- saved", to: "people.lua")
      guard case .loaded(let rules)? = await bench.settledOutcome() else {
        Issue.record("the saved file was not loaded")
        return
      }
      #expect(rules.summary.files == ["people.lua"])
    }
  }
}
