import ArgumentParser
import Engine
import Foundation
import Model
import Rules

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a folder of rule files; all problems at once.",
    discussion: """
      Needs no account, no home and no network.

      Examples:
        understudy check
        understudy check examples/freelancer --json

      Exit status: 0 all well (warnings allowed), 1 problems found, 2 could not run.
      """)

  @Argument(
    help: ArgumentHelp("The folder (default: the home's rules).", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup var homeOptions: HomeOptions

  @Flag(help: "One JSON object a line, a summary last.")
  var json = false

  func run() async throws {
    let path = try RuleFolderChoice.existing(folder, homeOptions)
    let outcome = Outcome(of: RuleFolder(path: path))
    try json ? showJSON(outcome) : show(outcome)
    if outcome.errorCount > 0 { throw CommandStatus.problems.code }
  }

  private func show(_ outcome: Outcome) {
    for problem in outcome.problems {
      print("\(problem.severity == .warning ? "warning: " : "")\(Printable.text("\(problem)"))")
    }
    if let rules = outcome.rules {
      let summary = rules.summary
      print(
        "\(summary.files.count) files, \(summary.rules.count) rules, \(summary.monitors.count) "
          + "monitors: no errors, \(outcome.problems.count) warnings.")
    } else {
      print("\(outcome.errorCount) errors.")
    }
  }

  private func showJSON(_ outcome: Outcome) throws {
    for problem in outcome.problems { try JSONLines.standardOutput.write(ProblemRow(problem)) }
    try JSONLines.standardOutput.write(SummaryRow(outcome))
  }

  private struct Outcome {
    var rules: RuleSet?
    var files: Set<String> = []
    var problems: [RuleProblem]

    var errorCount: Int { problems.count { $0.severity == .error } }

    init(of folder: RuleFolder) {
      do throws(RuleLoadError) {
        let sources = try folder.read()
        files = Set(sources.map(\.path))
        let rules = try RuleSet.load(sources)
        self.rules = rules
        problems = (rules.warnings + rules.warnings(at: WallClock.system.now))
          .sorted { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
      } catch {
        problems = error.problems
      }
    }
  }

  /// `passed` and `failed` count files.
  private struct SummaryRow: Encodable {
    let event = "summary"
    let passed: Int
    let failed: Int
    let errors: Int
    let warnings: Int

    init(_ outcome: Outcome) {
      let faulty = Set(outcome.problems.filter { $0.severity == .error }.map(\.file))
      failed = faulty.count
      passed = outcome.files.subtracting(faulty).count
      errors = outcome.errorCount
      warnings = outcome.problems.count - outcome.errorCount
    }
  }
}
