package import Model
package import Rules

/// Tries rules in the cases of their test files.
package struct RuleTester: Sendable {
  package struct Result: Sendable {
    package var name: String
    package var file: String
    package var line: Int
    /// What is not as expected, each with its line; none if the case passed.
    package var failures: [Failure]
    /// What came of each message: a line for the owner.
    package var story: [String]

    /// What a person is shown, by line: the failures of a timer's many runs are one.
    package var foldedFailures: [Failure] {
      let lines = failures.reduce(into: [Int]()) { lines, failure in
        if !lines.contains(failure.line) { lines.append(failure.line) }
      }
      return lines.flatMap { line in
        FoldedLines.fold(failures.filter { $0.line == line }.map(\.message))
          .map { Failure(line: line, message: $0) }
      }
    }
  }

  package struct Failure: Sendable, Hashable {
    package var line: Int
    package var message: String
  }

  /// What became of a rule in all cases together.
  package struct Coverage: Sendable, Hashable {
    package var rule: String
    package var outcomes: [Consideration.Outcome: Int]

    /// In how many messages it had its way, would have had it out of the shadow, or changed what it keeps.
    package var acted: Int {
      [.won, .shadow, .kept].reduce(0) { $0 + (outcomes[$1] ?? 0) }
    }
  }

  package struct Report: Sendable {
    package var results: [Result] = []
    /// Test files that could not be read as such.
    package var problems: [RuleProblem] = []
    /// All rules, in the order in which they are asked.
    package var coverage: [Coverage] = []
    /// Its time was over before all cases were tried.
    package var isCutShort = false

    package init() {}

    package var passed: Int { results.count { $0.failures.isEmpty } }
    package var failed: Int { results.count - passed }
    /// Ids of rules that acted in no case.
    package var untried: [String] { coverage.filter { $0.acted == 0 }.map(\.rule) }
  }

  private let sources: [RuleSource]
  private let tests: [RuleSource]
  private static let owner = Contact(id: 1, firstName: "Olga", lastName: "Owner", isSelf: true)

  package init(sources: [RuleSource], tests: [RuleSource]) {
    self.sources = sources
    self.tests = tests
  }

  /// What a reload waits for its tests at most. All that ship pass in less than a second.
  package static let patience = Duration.seconds(60)

  /// The gate before a reload: all cases must pass, within ``patience``.
  ///
  /// - Parameter watch: how long it has taken so far, by the machine's clock.
  /// - Throws: what is wrong with the rules or the test files, and each case that fails.
  package func approve(
    watch: @escaping @Sendable () -> Duration = Self.stopwatch()
  ) async throws(RuleLoadError) {
    guard let first = tests.first else { return }
    let report = try await run { watch() > Self.patience }
    if report.isCutShort {
      let last = report.results.last
      throw RuleLoadError(problems: [
        RuleProblem(
          file: last?.file ?? first.path, line: last?.line,
          message:
            "the tests take longer than \(Self.patience.components.seconds) s, so they are no "
            + "gate for what is in force",
          hint:
            "'understudy test' runs them to their end; make them shorter, above all the time that "
            + "their steps let pass while timers run")
      ])
    }
    let failures = report.results.flatMap { result in
      result.foldedFailures.map { failure in
        RuleProblem(
          file: result.file, line: failure.line,
          message: "case \"\(result.name)\" fails: \(failure.message)")
      }
    }
    let problems = report.problems + failures
    if !problems.isEmpty { throw RuleLoadError(problems: problems) }
  }

  /// Tells how much time has passed since this was called. Not by the twin's clock, which may be a fast one.
  package static func stopwatch() -> @Sendable () -> Duration {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }

  /// - Parameters:
  ///   - filter: part of the names of the cases to be tried.
  ///   - isOver: asked between steps and before each run of a timer; true ends the tests.
  /// - Throws: what is wrong with the rules themselves.
  package func run(
    filter: String? = nil, isOver: @escaping @Sendable () -> Bool = { false }
  ) async throws(RuleLoadError) -> Report {
    var report = Report()
    var tallies: [String: [Consideration.Outcome: Int]] = [:]
    let first = try RuleSet.load(sources)
    let ids = first.summary.rules.map(\.id)
    let timers = first.timers.map(\.id)
    var fresh: RuleSet? = first
    for test in tests {
      let cases: [RuleCase]
      do throws(RuleLoadError) {
        cases = try CaseFile.load(test, beside: sources)
      } catch {
        report.problems += error.errors
        continue
      }
      // What functions keep in the variables of their files does not go from one file to the next.
      let rules: RuleSet
      if let first = fresh { rules = first } else { rules = try RuleSet.load(sources) }
      fresh = nil
      for one in cases where filter.map(one.name.contains) ?? true {
        if isOver() {
          report.isCutShort = true
          return report
        }
        var stage = CaseStage(
          rules: rules, names: ids + timers, owner: Self.owner, isOver: isOver)
        report.results.append(await stage.play(one))
        for (rule, outcomes) in stage.tallies {
          tallies[rule, default: [:]].merge(outcomes, uniquingKeysWith: +)
        }
      }
    }
    report.isCutShort = isOver()
    report.coverage = ids.map { Coverage(rule: $0, outcomes: tallies[$0] ?? [:]) }
    return report
  }
}
