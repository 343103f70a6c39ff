import Foundation
import Rules

/// A problem as a workflow command of GitHub Actions, which shows it beside the line
/// (docs.github.com/actions/reference/workflow-commands-for-github-actions).
struct GitHubAnnotation: CustomStringConvertible {
  let severity: RuleProblem.Severity
  /// Relative to the working directory, as the runner wants it.
  let file: String
  let line: Int?
  let message: String

  /// - Parameter folder: the rules folder, to which the problem's file is relative.
  init(_ problem: RuleProblem, in folder: String) {
    severity = problem.severity
    file = Self.relative("\(folder)/\(problem.file)")
    line = problem.line
    message = problem.message + (problem.hint.map { "; \($0)" } ?? "")
  }

  var description: String {
    let place = line.map { ",line=\($0)" } ?? ""
    return "::\(severity.rawValue) file=\(Self.property(file))\(place)::\(Self.data(message))"
  }

  /// Whether this runs as a step of GitHub Actions.
  static func isWanted(_ environment: [String: String]) -> Bool {
    environment["GITHUB_ACTIONS"] == "true"
  }

  private static func relative(_ path: String) -> String {
    let base = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
