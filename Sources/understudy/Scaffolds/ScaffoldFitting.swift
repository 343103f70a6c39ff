import Engine
import Rules

/// Finds the form of a scaffold that works among the rules that are there, by trying it.
struct ScaffoldFitting {
  let folder: RuleFolder

  /// - Throws: ``CommandError`` if the rules have problems, the name is taken, or nothing passes beside
  ///   the rules and tests that are there.
  func fitted(
    _ kind: Scaffold.Kind, name: String, file: String
  ) async throws -> Scaffold {
    let sources: [RuleSource]
    let tests: [RuleSource]
    let rules: RuleSetSummary
    let failing: Set<RuleProblem>
    do throws(RuleLoadError) {
      sources = try folder.read()
      tests = try folder.readTests()
      rules = try RuleSet.load(sources).summary
      failing = await Self.problems(sources, tests)
    } catch {
      let first = error.problems.first { $0.severity == .error }
      throw CommandError(
        .problems,
        "The rules that are there have problems: \(first.map { "\($0)" } ?? "\(error)").",
        remedy: "See all of them with 'understudy check', and mend them first.")
    }
    let taken = kind == .persona ? rules.personas : kind == .monitor ? rules.monitors : []
    if let other = taken.first(where: { $0.name == name }) {
      throw CommandError(
        .problems,
        "There is a \(kind.rawValue) \"\(name)\" already, at \(other.file):\(other.line).",
        remedy: "Choose another name.")
    }
    var failure = ""
    for audience in audiences(rules) {
      let scaffold = Scaffold(kind: kind, name: name, file: file, audience: audience)
      let file = RuleSource(path: "\(scaffold.file).lua", text: scaffold.text)
      let test = RuleSource(path: "\(scaffold.file)_test.lua", text: scaffold.tests)
      let found = await Self.problems(sources + [file], tests + [test]).subtracting(failing)
      guard let first = found.map({ "\($0)" }).min() else { return scaffold }
      failure = first
    }
    throw CommandError(
      .problems, "Beside the rules that are there it would not work: \(failure).",
      remedy: "Nothing was written. Try another name, or another folder.")
  }

  private func audiences(_ rules: RuleSetSummary) -> [Scaffold.Audience] {
    rules.monitors.map { .contacts(monitor: $0.name) }
      + rules.monitors.map { .group(monitor: $0.name) } + [.own]
  }

  private static func problems(
    _ sources: [RuleSource], _ tests: [RuleSource]
  ) async -> Set<RuleProblem> {
    do {
      try await RuleTester(sources: sources, tests: tests).approve()
      return []
    } catch {
      return Set(error.problems)
    }
  }
}
