import ArgumentParser
import Engine
import Foundation
import Model
import Rules

struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Try a folder of rule files in the cases of its test files.",
    discussion: """
      Test files are named *_test.lua and stand beside the rules; docs/testing.md tells how they are \
      written. Nothing is sent and no model is asked. Needs no account, no home and no network.

      Examples:
        understudy test
        understudy test examples/freelancer --filter money
        understudy test rules --json
        understudy test rules --coverage
        understudy test rules --github

      Exit status: 0 all well, 1 a case failed or the rules have problems, 2 could not run.
      """)

  @Argument(
    help: ArgumentHelp("The folder (default: the home's rules).", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup var homeOptions: HomeOptions

  @Option(help: ArgumentHelp("Only cases with this in their names.", valueName: "text"))
  var filter: String?

  @Flag(help: "What came of each message and what rules logged, of cases that pass too.")
  var verbose = false

  @Flag(help: "How often each rule was asked, and what came of it. (--json has it always.)")
  var coverage = false

  @Flag(help: "One JSON object a line, a summary last.")
  var json = false

  @Flag(
    help: ArgumentHelp(
      "What fails as annotations of GitHub Actions (there of itself: GITHUB_ACTIONS=true)."))
  var github = false

  func validate() throws {
    if json, github { throw ValidationError("Either --json or --github.") }
  }

  func run() async throws {
    let path = try RuleFolderChoice.existing(folder, homeOptions)
    let rules = RuleFolder(path: path)
    var report = RuleTester.Report()
    do throws(RuleLoadError) {
      report = try await RuleTester(sources: rules.read(), tests: rules.readTests())
        .run(filter: filter)
    } catch {
      report.problems = error.errors
    }
    try json ? showJSON(report) : show(report)
    if coverage, !json { showCoverage(report) }
    if !json, github || GitHubAnnotation.isWanted(homeOptions.environment) {
      annotate(report, in: path)
    }
    if report.failed > 0 || !report.problems.isEmpty { throw CommandStatus.problems.code }
    if let filter, report.results.isEmpty {
      throw CommandError(
        .usage, "No case has \"\(filter)\" in its name.",
        remedy: "Without --filter all are tried, and their names are shown.")
    }
  }

  private func show(_ report: RuleTester.Report) {
    for problem in report.problems { Terminal.say(Printable.text("\(problem)")) }
    for result in report.results {
      Terminal.say(
        "\(result.failures.isEmpty ? "ok    " : "FAILED") \(Printable.text(result.name))")
      if verbose || !result.failures.isEmpty {
        for line in FoldedLines.fold(result.story) {
          Terminal.say("         \(Printable.text(line))")
        }
      }
      for failure in result.foldedFailures {
        Terminal.say("       \(result.file):\(failure.line): \(Printable.text(failure.message))")
      }
    }
    Terminal.say(
      "\(report.passed) passed, \(report.failed) failed, \(report.problems.count.of("error")).")
    guard report.problems.isEmpty, filter == nil else { return }
    if report.results.isEmpty {
      Terminal.say("There are no cases: write some in files named *_test.lua beside the rules.")
    } else if report.coverage.isEmpty {
      return
    } else if report.untried.isEmpty {
      Terminal.say("Each of the \(report.coverage.count) rules acted in some case.")
    } else {
      Terminal.say(
        "\(report.coverage.count - report.untried.count) of \(report.coverage.count) rules acted in "
          + "some case; not \(report.untried.joined(separator: ", ")).")
    }
  }

  private func showCoverage(_ report: RuleTester.Report) {
    var table = Table(
      "RULE", "ACTED", "PASSED", "LIMITED", "OUTRANKED", "SKIPPED", "FAILED", "NO MATCH")
    for one in report.coverage {
      let count = { (outcome: Consideration.Outcome) in "\(one.outcomes[outcome] ?? 0)" }
      table.add(
        one.rule, "\(one.acted)", count(.passed), count(.limited), count(.outranked),
        count(.skipped),
        count(.failed), count(.unmatched))
    }
    Terminal.say("\n\(table.render())")
  }

  private func annotate(_ report: RuleTester.Report, in folder: String) {
    let failures = report.results.flatMap { result in
      result.foldedFailures.map { failure in
        RuleProblem(
          file: result.file, line: failure.line,
          message: "case \"\(result.name)\": \(failure.message)")
      }
    }
    for problem in report.problems + failures {
      Terminal.say(Printable.line("\(GitHubAnnotation(problem, in: folder))"))
    }
  }

  private func showJSON(_ report: RuleTester.Report) throws {
    for problem in report.problems { try JSONLines.write(ProblemRow(problem)) }
    for result in report.results { try JSONLines.write(CaseRow(result)) }
    for one in report.coverage { try JSONLines.write(RuleRow(one)) }
    try JSONLines.write(SummaryRow(report))
  }

  private struct CaseRow: Encodable {
    let event = "case"
    let name: String
    let file: String
    let line: Int
    let passed: Bool
    let failures: [Failure]
    let story: [String]

    struct Failure: Encodable {
      let line: Int
      let message: String
    }

    init(_ result: RuleTester.Result) {
      name = result.name
      file = result.file
      line = result.line
      passed = result.failures.isEmpty
      failures = result.failures.map { Failure(line: $0.line, message: $0.message) }
      story = result.story
    }
  }

  /// Counts of messages, in all cases together.
  private struct RuleRow: Encodable {
    let event = "rule"
    let rule: String
    let acted: Int
    let passed: Int
    let limited: Int
    let outranked: Int
    let skipped: Int
    let failed: Int
    let unmatched: Int

    init(_ coverage: RuleTester.Coverage) {
      let count = { (outcome: Consideration.Outcome) in coverage.outcomes[outcome] ?? 0 }
      rule = coverage.rule
      acted = coverage.acted
      passed = count(.passed)
      limited = count(.limited)
      outranked = count(.outranked)
      skipped = count(.skipped)
      failed = count(.failed)
      unmatched = count(.unmatched)
    }
  }

  private struct SummaryRow: Encodable {
    let event = "summary"
    let passed: Int
    let failed: Int
    let errors: Int
    /// Rules that acted in no case.
    let untried: [String]

    init(_ report: RuleTester.Report) {
      passed = report.passed
      failed = report.failed
      errors = report.problems.count
      untried = report.untried
    }
  }
}
