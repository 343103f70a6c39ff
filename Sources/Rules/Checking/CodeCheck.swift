import Model
import Scripting

/// Holds what the functions of a file do against what there is, so that a mistake in them is found before
/// they run. Whatever cannot be told for sure is let pass: the run will tell.
struct CodeCheck {
  let file: String
  let survey: CodeSurvey
  let sink = ProblemSink()
  /// What the functions are run as, by their numbers. One may have several roles.
  private(set) var roles: [Int: [FunctionType]] = [:]
  /// The calls of the file's own functions that are seen.
  private let calls: [Int: [CodeSurvey.Call]]
  /// What parameters may be; nil while that is looked for.
  private var known: [CodeSurvey.Root: [CodeType?]?] = [:]

  init(file: String, survey: CodeSurvey) {
    self.file = file
    self.survey = survey
    var calls: [Int: [CodeSurvey.Call]] = [:]
    for call in survey.calls where call.callee.steps.isEmpty {
      if case .function(let number) = call.callee.root { calls[number, default: []].append(call) }
    }
    self.calls = calls
  }

  /// The function that a declaration was given. There is no telling apart two that begin in one line.
  mutating func addRole(_ type: FunctionType, to function: FunctionReference) {
    let candidates = survey.functions.indices.filter { index in
      survey.functions[index].line == function.location.line
        && survey.functions[index].parameters == function.parameters
    }
    guard candidates.count == 1 else { return }
    roles[candidates[0], default: []].append(type)
  }

  mutating func run() {
    checkNames()
    for access in survey.accesses { check(access) }
    for call in survey.calls where call.function != 0 {
      check(call)
      checkPhase(call)
      checkUse(call)
    }
    for values in survey.returns where roles[values.function] != nil { check(values) }
  }

  func place(_ line: Int) -> ScriptLocation { ScriptLocation(file: file, line: line) }

  private func checkNames() {
    // A file that tests alone require may declare cases in its functions.
    let complaints = RuleEnvironment.vocabulary.complaints(
      about: survey, except: [CaseKeys.spec.name])
    for complaint in complaints { sink.report(complaint.message, at: place(complaint.line)) }
  }

  // MARK: fields

  private mutating func check(_ access: CodeSurvey.Access) {
    guard let name = access.origin.steps.last?.name else { return }
    var origin = access.origin
    origin.steps.removeLast()
    let types = types(of: origin)
    // What fits one of the things that a function is run as is no mistake.
    let complaints = types.map { type in
      type.flatMap { complaint(about: name, in: $0, after: origin.steps.last, access.isAssigned) }
    }
    guard let first = complaints.first, let first, !complaints.contains(nil) else { return }
    sink.report(first.message, hint: first.hint, at: place(access.line), severity: first.severity)
  }

  /// What a value may be, by all that is known to call its function; nothing if others may call it, too.
  private mutating func types(of origin: CodeSurvey.Origin) -> [CodeType?] {
    switch origin.root {
    case .globals: return [CodeType.library("").after(origin.steps)]
    case .function: return []
    case .parameter(let function, let index):
      return types(ofParameter: index, of: function, origin.root).map { $0?.after(origin.steps) }
    }
  }

  /// More ways to call a function than these are not told apart.
  private static let mostTypes = 32

  private mutating func types(
    ofParameter index: Int, of function: Int, _ root: CodeSurvey.Root
  ) -> [CodeType?] {
    // Functions that call one another in a circle.
    if let known = known[root] { return known ?? [nil] }
    guard roles[function] != nil || !survey.functions[function].isOpen else { return [] }
    known[root] = .some(nil)
    var types: [CodeType?] = (roles[function] ?? []).map { role in
      guard role.parameters.indices.contains(index) else { return nil }
      return CodeType(luaType: role.parameters[index].type)
    }
    for call in calls[function] ?? [] {
      if call.arguments.indices.contains(index), case .origin(let origin) = call.arguments[index] {
        let found = self.types(of: origin)
        types += found.isEmpty ? [nil] : found
      } else {
        types.append(nil)
      }
      if types.count > Self.mostTypes { types = [nil] }
    }
    known[root] = types
    return types
  }

  private struct Finding: Equatable {
    var message: String
    var hint: String?
    var severity = RuleProblem.Severity.error
  }

  private func complaint(
    about name: String, in type: CodeType, after step: CodeSurvey.Step?, _ isAssigned: Bool
  ) -> Finding? {
    let thing = step?.name.map { "'\($0)'" } ?? "this"
    switch type {
    case .record(let spec):
      if isAssigned {
        return Finding(message: "\(spec.className) is read-only: '\(name)' cannot be set")
      }
      let known = spec.fields.map(\.name) + spec.methods.map(\.name)
      guard !known.contains(name) else { return nil }
      return Finding(
        message: "\(spec.className) has no '\(name)'\(Suggestion.clause(for: name, among: known))")
    case .text:
      let known = ScriptVocabulary.textMethods
      guard !known.contains(name), !isAssigned else { return nil }
      return Finding(
        message: "string has no '\(name)'\(Suggestion.clause(for: name, among: known))")
    case .plain(let what): return Finding(message: "\(thing) is \(what), and has no '\(name)'")
    case .list:
      // It is no error to ask, but nothing is there to be found.
      return isAssigned
        ? nil
        : Finding(
          message: "\(thing) is a list, and has nothing by the name '\(name)'",
          hint: "go through it: for _, item in ipairs(list) do ... end", severity: .warning)
    case .function, .library: return nil
    }
  }

  // MARK: calls

  private mutating func check(_ call: CodeSurvey.Call) {
    if call.callee.root == .globals, call.callee.steps.count == 1,
      let name = call.callee.steps[0].name,
      let spec = RuleLanguage.actions.first(where: { $0.name == name })
    {
      switch call.arguments.first {
      case .table(let table)?: check(table, spec, call.line)
      case .constant(let value)? where !value.isNil && value.bool == nil:
        check(CodeSurvey.Table(items: [value]), spec, call.line)
      default: break
      }
      return
    }
    guard let found = types(of: call.callee).first, case .function(let type)? = found else {
      return
    }
    for (parameter, argument) in zip(type.parameters, call.arguments) {
      guard case .table(let table) = argument, let spec = Self.tables[parameter.type] else {
        continue
      }
      check(table, spec, call.line)
    }
  }

  /// Whether it only ever runs as part of what a declaration was given.
  private func runsLater(_ function: Int) -> Bool {
    var next: Int? = function
    while let number = next {
      if roles[number] != nil { return true }
      next = survey.functions[number].outer
    }
    return false
  }

  /// What works while files load alone.
  private static let loading = Set(
    (RuleLanguage.declarations + RuleLanguage.settings).map(\.name)
      + RuleLanguage.functions.filter { $0.phase == .load }.map(\.name) + ["require"])

  /// A warning: a function may be used both ways, and know when.
  private func checkPhase(_ call: CodeSurvey.Call) {
    guard call.callee.root == .globals, call.callee.steps.count == 1,
      let name = call.callee.steps[0].name, Self.loading.contains(name), runsLater(call.function)
    else { return }
    sink.report(
      "\(name) may be called only while the file loads, not in a running rule",
      hint: "call it outside of the function, and use what it gives inside", at: place(call.line),
      severity: .warning)
  }

  /// Those that functions take, by their types.
  private static let tables = Dictionary(
    RuleStubs.tables.map { ("understudy.\($0.luaName)", $0) }
  ) { first, _ in first }

  private func check(_ table: CodeSurvey.Table, _ spec: TableSpec, _ line: Int) {
    checkItems(table, spec, line)
    for field in table.fields {
      let key = ScriptTable.Key.name(field.name)
      guard let known = spec.keys.first(where: { $0.name == field.name }) else {
        let complaint = TableReader.unknownKey(key, in: spec, subject: spec.name)
        sink.report(complaint.message, hint: complaint.hint, at: place(field.line))
        continue
      }
      // What is set twice may be right in the end.
      guard let value = field.value, !value.isNil,
        table.fields.count(where: { $0.name == field.name }) == 1
      else { continue }
      if let complaint = known.type.complaint(about: value) {
        sink.report(
          "\(field.name) in \(spec.name) \(complaint.message)", hint: complaint.hint,
          at: place(field.line))
        continue
      }
      known.type.eachReference(in: value) { kind, name in
        sink.refer(to: kind, name) {
          Reference(
            kind: kind, name: name, subject: spec.name,
            lines: LineFinder(place: place(field.line), function: spec.name), path: [], key: key)
        }
      }
    }
    guard table.isWhole else { return }
    for key in spec.keys
    where key.isRequired && !table.fields.contains(where: { $0.name == key.name }) {
      sink.report(
        "\(spec.name) needs \(key.name): \(key.type.expectation)", at: place(line))
    }
  }

  private func checkItems(_ table: CodeSurvey.Table, _ spec: TableSpec, _ line: Int) {
    guard let expected = spec.items else {
      if !table.items.isEmpty {
        sink.report(
          "\(spec.name) takes no values without a key",
          hint: "its keys are \(spec.keys.map(\.name).joined(separator: ", "))", at: place(line))
      }
      return
    }
    if table.isWhole, table.items.isEmpty, expected.isRequired {
      sink.report("\(spec.name) needs \(expected.type.expectation)", at: place(line))
    }
    if table.items.count > expected.most {
      sink.report(
        "\(spec.name) takes \(expected.most == 1 ? "one value" : "\(expected.most) values"), not "
          + "\(table.items.count)", at: place(line))
    }
    for (index, item) in table.items.prefix(expected.most).enumerated() {
      guard let item, let complaint = expected.type.complaint(about: item) else { continue }
      sink.report(
        "item \(index + 1) of \(spec.name) \(complaint.message)", hint: complaint.hint,
        at: place(line))
    }
  }
}

extension CodeSurvey.Step {
  var name: String? {
    switch self {
    case .field(let name), .method(let name): name
    case .item, .result: nil
    }
  }
}
