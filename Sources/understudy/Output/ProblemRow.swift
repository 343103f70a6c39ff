import Rules

/// A problem of a rule file as `check`, `test` and their like tell it in JSON.
struct ProblemRow: Encodable {
  let event = "problem"
  let severity: RuleProblem.Severity
  let file: String
  let line: Int?
  let message: String
  let hint: String?

  init(_ problem: RuleProblem) {
    severity = problem.severity
    file = problem.file
    line = problem.line
    message = problem.message
    hint = problem.hint
  }
}
