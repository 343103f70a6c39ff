import Scripting

extension Linker {
  /// What is wrong inside functions, and the names of declarations that they use.
  ///
  /// - Parameter surveys: of the files by their paths.
  mutating func checkCode(_ surveys: [String: CodeSurvey]) {
    var checks: [String: CodeCheck] = [:]
    for (file, survey) in surveys { checks[file] = CodeCheck(file: file, survey: survey) }
    for (function, place) in functions {
      guard let type = RuleLanguage.functionsInTables[place] else { continue }
      checks[function.location.file]?.addRole(type, to: function)
    }
    // What happened while the files loaded has been told.
    var told = Set(problems.map { "\($0.file):\($0.line ?? 0) \($0.message)" })
    for var check in checks.values.sorted(by: { $0.file < $1.file }) {
      check.run()
      problems += check.sink.problems.filter { problem in
        told.insert("\(problem.file):\(problem.line ?? 0) \(problem.message)").inserted
      }
      codeReferences += check.sink.references
    }
  }

  /// The functions that declarations were given, and as what.
  private var functions: [(FunctionReference, String)] {
    rules.compactMap { rule in
      if case .run(let function) = rule.declared.value.body { (function, "rule.run") } else { nil }
    }
      + timers.compactMap { timer in
        if case .run(let function) = timer.declared.value.body {
          (function, "every.run")
        } else {
          nil
        }
      } + delays.compactMap { delay in delay.value.function.map { ($0, "delay.run") } }
  }
}
