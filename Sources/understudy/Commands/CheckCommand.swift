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
      Test files (*_test.lua) are read, too, but not tried: that is 'understudy test'. Needs no account, \
      no home and no network. In GitHub Actions problems are shown beside their lines.

      Examples:
        understudy check
        understudy check examples/freelancer --json
        understudy check rules --github

      Exit status: 0 all well (warnings allowed), 1 problems found, 2 could not run.
      """)

  @Argument(
    help: ArgumentHelp("The folder (default: the home's rules).", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup var homeOptions: HomeOptions

  @Flag(help: "One JSON object a line, a summary last.")
  var json = false

  @Flag(
    help: ArgumentHelp(
      "Problems as annotations of GitHub Actions (there of itself: GITHUB_ACTIONS=true)."))
  var github = false

  func validate() throws {
    if json, github { throw ValidationError("Either --json or --github.") }
  }

  func run() async throws {
    let path = try RuleFolderChoice.existing(folder, homeOptions)
    let outcome = Outcome(of: RuleFolder(path: path))
    try json ? showJSON(outcome) : show(outcome, in: path)
    if outcome.errorCount > 0 { throw CommandStatus.problems.code }
  }

  private func show(_ outcome: Outcome, in folder: String) {
    let annotates = github || GitHubAnnotation.isWanted(homeOptions.environment)
    for problem in outcome.problems {
      if annotates {
        Terminal.say(Printable.line("\(GitHubAnnotation(problem, in: folder))"))
      } else {
        Terminal.say(
          "\(problem.severity == .warning ? "warning: " : "")\(Printable.text("\(problem)"))")
      }
    }
    if let rules = outcome.rules, outcome.errorCount == 0 {
      let summary = rules.summary
      Terminal.say(
        "\(summary.files.count.of("file")), \(summary.rules.count.of("rule")), "
          + "\(summary.monitors.count.of("monitor")): no errors, "
          + "\(outcome.problems.count.of("warning")).")
    } else {
      Terminal.say("\(outcome.errorCount.of("error")).")
    }
  }

  private func showJSON(_ outcome: Outcome) throws {
    for problem in outcome.problems { try JSONLines.write(ProblemRow(problem)) }
    try JSONLines.write(SummaryRow(outcome))
  }

  private struct Outcome {
    var rules: RuleSet?
    var files: Set<String> = []
    var problems: [RuleProblem]

    var errorCount: Int { problems.count { $0.severity == .error } }

    init(of folder: RuleFolder) {
      var problems: [RuleProblem] = []
      var sources: [RuleSource] = []
      do throws(RuleLoadError) {
        sources = try folder.read()
        files = Set(sources.map(\.path))
        let rules = try RuleSet.load(sources)
        self.rules = rules
        problems = rules.warnings + rules.warnings(at: WallClock.system.now)
      } catch {
        problems = error.problems
      }
      do throws(RuleLoadError) {
        for test in try folder.readTests() {
          files.insert(test.path)
          do throws(RuleLoadError) {
            _ = try CaseFile.load(test, beside: sources)
          } catch {
            problems += error.problems
          }
        }
      } catch {
        // What cannot be read among the rules is told already.
        problems += error.problems
      }
      // A file that rules and tests require would be told of twice.
      self.problems = Set(problems).sorted {
        ($0.file, $0.line ?? 0, $0.message) < ($1.file, $1.line ?? 0, $1.message)
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
