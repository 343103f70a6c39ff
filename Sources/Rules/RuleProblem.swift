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
    self.message = message
    self.hint = hint
    self.traceback = traceback
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
    self.problems = problems.sorted(by: RuleProblem.precedes)
  }

  /// Those for which the set is refused; the others are warnings.
  package var errors: [RuleProblem] { problems.filter { $0.severity == .error } }

  package var description: String {
    errors.map(\.description).joined(separator: "\n")
  }
}
