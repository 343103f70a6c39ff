import Model
import Scripting

/// The cases of one test file, or what is wrong with it.
package enum CaseFile {
  /// Loads a test file in a Lua state of its own. It may `require` files of the rule set for what they
  /// return, and declares nothing but cases.
  ///
  /// - Parameter sources: the rule set's files.
  package static func load(
    _ file: RuleSource, beside sources: [RuleSource], limits: RuleLimits = .standard
  ) throws(RuleLoadError) -> [RuleCase] {
    var problems: [RuleProblem] = []
    var snapshot: [String: String] = [:]
    for source in sources + [file] {
      if let text = source.text(limits, &problems) { snapshot[source.path] = text }
    }
    let collector = CaseCollector(root: file.path) { snapshot[$0] }
    let modules = ModuleFinder(snapshot: snapshot)
    var script = ScriptEnvironment(
      functions: collector.functions(), classes: [ScriptClass(ScriptClassName.expression)],
      limits: limits.script
    ) { modules.find($0) }
    script.hints = CaseCollector.hints
    script.missingModule = modules.hint
    var survey: CodeSurvey?
    do throws(ScriptError) {
      let state = try ScriptState(script)
      defer { survey = state.takeSurvey() }
      try state.load(
        ScriptSource(name: file.path, text: snapshot[file.path] ?? ""), budget: limits.load,
        surveyed: true)
    } catch {
      problems.append(RuleProblem(error, file: file.path) { snapshot[$0] })
    }
    problems += collector.sink.problems
    for complaint in survey.map({ ScriptVocabulary(script).complaints(about: $0) }) ?? []
    where !problems.contains(where: { $0.line == complaint.line && $0.message == complaint.message }
    ) {
      problems.append(
        RuleProblem(file: file.path, line: complaint.line, message: complaint.message))
    }
    guard problems.isEmpty else { throw RuleLoadError(problems: problems) }
    return collector.cases
  }
}

/// Takes up the cases of one file while it runs.
private final class CaseCollector {
  let sink = ProblemSink()
  private(set) var cases: [RuleCase] = []
  private let root: String
  private let texts: (String) -> String?

  static let hints = [
    "rule": "rule is not available in test files; rules stand in files of their own",
    "print": "print is not available in test files; what a case expects is what is reported",
    "os": "os is not available in test files; at and after say when a case happens",
  ]

  init(root: String, texts: @escaping (String) -> String?) {
    self.root = root
    self.texts = texts
  }

  func functions() -> [HostFunction] {
    [
      HostFunction.declaration("case") { [self] call in
        declare(call)
        return .nothing
      },
      HostFunction.expression(sink),
    ] + PureFunctions.all()
  }

  private func declare(_ call: HostCall) {
    guard let name = call[0].string, !name.isEmpty, let table = call[1].table else {
      sink.report(
        "case takes a name and a table, not \(call[0].shown) and \(call[1].shown)",
        hint: "write case \"name\" { ... }", at: call.location)
      return
    }
    if let other = cases.first(where: { $0.name == name }) {
      sink.report(
        "case \"\(name)\" is declared twice: here and at \(root):\(other.line)",
        hint: "rename one", at: call.location)
    }
    let reader = TableReader(
      table, spec: CaseKeys.spec, subject: "case \"\(name)\"",
      lines: LineFinder(
        text: texts(call.location.file), place: call.location, function: "case"), sink: sink)
    cases.append(
      RuleCase(
        name: name, file: call.location.file, line: call.location.line,
        steps: RuleCase.steps(reader)))
  }
}
