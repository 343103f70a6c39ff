import Scripting

/// Gathers what is wrong, and which declarations are referred to, while a file loads.
final class ProblemSink {
  private(set) var problems: [RuleProblem] = []
  private(set) var references: [Reference] = []

  func report(
    _ message: String, hint: String? = nil, at place: ScriptLocation,
    severity: RuleProblem.Severity = .error
  ) {
    problems.append(
      RuleProblem(
        severity: severity, file: place.file, line: place.line, message: message, hint: hint))
  }

  func refer(_ reference: Reference) { references.append(reference) }
}

/// A name in one declaration that stands for another.
struct Reference: Sendable {
  var kind: DeclaredKind
  var name: String
  /// `rule "friends"`.
  var subject: String
  var lines: LineFinder
  var path: [ScriptTable.Key]

  var place: ScriptLocation { lines.place(of: path) }
}
