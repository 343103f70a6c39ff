import Model

/// What is wrong in a rule file, where, and what to do about it.
package struct RuleProblem: Error, Sendable, Hashable, Codable {
  package enum Severity: String, Sendable, Codable {
    /// The rule set cannot be used (at load), or the rule had no effect (at run).
    case error
    case warning
  }

  package var severity: Severity
  /// The path of the ``RuleSource``.
  package var file: String
  /// From 1; nil where the whole file is meant.
  package var line: Int?
  package var message: String
  /// What to do: `did you mean "delay"?`.
  package var hint: String?
  /// The calls that led there, innermost first; empty for what no running function did.
  package var traceback: [String]

  package init(
    severity: Severity = .error, file: String, line: Int? = nil, message: String,
    hint: String? = nil, traceback: [String] = []
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.message = Self.shortened(message)
    self.hint = hint.map(Self.shortened)
    self.traceback = traceback
  }
}

extension RuleProblem {
  /// Characters of what is quoted, and of the whole.
  private static let longestName = 120
  private static let longestText = 2000

  /// Names may come out of loops: what is in quotes is shown up to its beginning, and so is the whole.
  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > longestName else { return text }
    return text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .map { $0.isMultiple(of: 2) ? String($1) : $1.shortened(to: longestName) }
      .joined(separator: "\"").shortened(to: longestText)
  }

  /// So many are shown.
  private static let most = 100

  /// By file and line; of many the first, errors before warnings, and how many there are beside them.
  static func listed(_ problems: [RuleProblem]) -> [RuleProblem] {
    let sorted = problems.sorted(by: precedes)
    guard sorted.count > most else { return sorted }
    let errors = sorted.filter { $0.severity == .error }
    let warnings = sorted.filter { $0.severity == .warning }
    let shown = (errors + warnings).prefix(most).sorted(by: precedes)
    let rest = sorted.count - shown.count
    let noun = errors.count > most ? "problems" : "warnings"
    return shown + [
      RuleProblem(
        severity: errors.count > most ? .error : .warning, file: shown[shown.count - 1].file,
        line: shown[shown.count - 1].line,
        message: "… and \(rest) more \(noun), which are not listed")
    ]
  }
}

/// `friends.lua:3: unknown key "delya" in rule "friends"; did you mean "delay"?`
extension RuleProblem: CustomStringConvertible {
  package var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(message)\(hint.map { "; \($0)" } ?? "")"
  }
}

extension RuleProblem {
  /// The order in which problems are shown: by file and line.
  static func precedes(_ left: RuleProblem, _ right: RuleProblem) -> Bool {
    (left.file, left.line ?? 0, left.message) < (right.file, right.line ?? 0, right.message)
  }
}

/// A rule set that cannot be used, with everything that is wrong in it.
package struct RuleLoadError: Error, Sendable, Hashable, CustomStringConvertible {
  /// By file and line; at least one of them an error.
  package var problems: [RuleProblem]

  package init(problems: [RuleProblem]) {
    self.problems = RuleProblem.listed(problems)
  }

  /// Those for which the set is refused; the others are warnings.
  package var errors: [RuleProblem] { problems.filter { $0.severity == .error } }

  package var description: String {
    errors.map(\.description).joined(separator: "\n")
  }
}
