private import Model

/// What is said of names that are not there.
enum UnknownName {
  /// - Parameters:
  ///   - container: of what it was looked for; "" for the globals.
  ///   - hints: by name, which come before those of ``StandardHints``.
  static func text(
    _ name: String, in container: String, known: some Sequence<String>, hints: [String: String]
  ) -> String {
    let full = container.isEmpty ? name : "\(container).\(name)"
    if let hint = hints[full] ?? StandardHints.all[full] { return hint }
    let clause = Suggestion.clause(for: name, among: known)
    return container.isEmpty
      ? "unknown name '\(name)'\(clause)" : "\(container) has no '\(name)'\(clause)"
  }

  /// As environment.c says it.
  static func assigned(_ name: String, in container: String) -> String {
    container.isEmpty
      ? "'\(name)' is global, and rules have no global variables; write 'local \(name)'"
      : "\(container) is read-only: '\(name)' cannot be set"
  }
}
