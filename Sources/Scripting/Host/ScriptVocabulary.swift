/// The names that scripts of an environment find, to hold a survey against.
package struct ScriptVocabulary: Sendable {
  private var globals = Set(StandardLibrary.globals)
  /// Of the read-only tables, by their names.
  private var members: [String: Set<String>] = [:]
  private let hints: [String: String]

  package init(_ environment: ScriptEnvironment) {
    hints = environment.hints
    for (library, names) in StandardLibrary.libraries {
      globals.insert(library)
      members[library] = Set(names)
    }
    for name in environment.functions.map(\.name) + environment.constants.map(\.name) {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      globals.insert(parts[0])
      if parts.count == 2 { members[parts[0], default: []].insert(parts[1]) }
    }
  }

  /// What a method call on a text finds.
  package static let textMethods = Set(
    StandardLibrary.libraries.first { $0.name == "string" }?.members ?? [])

  /// What a survey finds that no script may do, each line and name once: the same texts as when a script does
  /// it.
  ///
  /// - Parameter others: globals that are known elsewhere, and not complained of.
  package func complaints(
    about survey: CodeSurvey, except others: Set<String> = []
  ) -> [(line: Int, message: String)] {
    var complaints: [(line: Int, message: String)] = []
    var seen: Set<CodeSurvey.Access> = []
    for access in survey.accesses where access.origin.root == .globals {
      guard let (name, container) = name(access.origin.steps),
        let message = complaint(about: name, in: container, access, others),
        seen.insert(access).inserted
      else { continue }
      complaints.append((access.line, message))
    }
    return complaints
  }

  /// `ai` in the globals, `complete` in `ai`.
  private func name(_ steps: [CodeSurvey.Step]) -> (name: String, container: String)? {
    switch (steps.first, steps.dropFirst().first, steps.count) {
    case (.field(let name)?, nil, 1): return (name, "")
    case (.field(let table)?, .field(let name)?, 2), (.field(let table)?, .method(let name)?, 2):
      return members[table] == nil ? nil : (name, table)
    default: return nil
    }
  }

  private func complaint(
    about name: String, in container: String, _ access: CodeSurvey.Access, _ others: Set<String>
  ) -> String? {
    if access.isAssigned { return UnknownName.assigned(name, in: container) }
    let known = container.isEmpty ? globals : members[container] ?? []
    guard !known.contains(name), !(container.isEmpty && others.contains(name)) else { return nil }
    return UnknownName.text(name, in: container, known: known.sorted(), hints: hints)
  }
}
