import Scripting

/// Takes up the declarations of one file while it runs.
///
/// A declaration that is wrong is reported and the file goes on, so that all its problems are found
/// at once.
final class DeclarationCollector {
  private(set) var content: FileContent
  let sink = ProblemSink()
  /// By path.
  let calendars: [String: CalendarReader]
  private let texts: (String) -> String?

  /// - Parameter texts: the source of the file or of one it requires.
  init(
    root: String, calendars: [String: CalendarReader] = [:],
    texts: @escaping (String) -> String?
  ) {
    content = FileContent(root: root)
    self.calendars = calendars
    self.texts = texts
  }

  func declare(_ spec: TableSpec, _ call: HostCall) {
    guard let name = call[0].string, let table = Self.table(call[1], spec) else {
      sink.report(
        "\(spec.name) takes a name and a table, not \(call[0].shown) and \(call[1].shown)",
        hint: "write \(spec.name) \"name\" { ... }", at: call.location)
      return
    }
    guard Self.isName(name) else {
      sink.report(
        "\"\(name)\" cannot be the name of a \(spec.name)",
        hint: "names are 1 to 64 letters, digits, spaces and . _ - signs", at: call.location)
      return
    }
    let reader = reader(table, spec: spec, subject: "\(spec.name) \"\(name)\"", call: call)
    add(reader, name: name, text: CanonicalText.of(table), place: call.location)
  }

  func setAccount(_ call: HostCall) {
    guard call.arguments.count == 1, let table = call[0].table else {
      sink.report("account takes one table and no name: account { ... }", at: call.location)
      return
    }
    let reader = reader(table, spec: AccountKeys.spec, subject: "account", call: call)
    content.accounts.append(
      Declared(
        name: "", place: call.location, value: AccountDeclaration(reader),
        text: CanonicalText.of(table)))
  }

  func reader(
    _ table: ScriptTable, spec: TableSpec, subject: String, call: HostCall
  ) -> TableReader {
    let lines = LineFinder(
      text: texts(call.location.file), place: call.location, function: spec.name)
    return TableReader(table, spec: spec, subject: subject, lines: lines, sink: sink)
  }

  /// Each of the words that `any_word` cannot look for, or that looks as if more were meant by it.
  func checkWords(_ words: [ScriptValue], _ call: HostCall) {
    for (index, word) in words.enumerated() {
      let item = "item \(index + 1) of any_word"
      // The list's items have lines; what is given without a list stands in the call's.
      let lines = LineFinder(
        text: call[0].table == nil ? nil : texts(call.location.file), place: call.location,
        function: "any_word")
      let place = lines.place(of: [.integer(Int64(index + 1))])
      if let complaint = Self.kindComplaint(word) ?? ValueType.words.complaint(about: word) {
        sink.report(
          "\(item) \(complaint.message)", hint: #"any_word { "money", "bank account" }"#, at: place)
      } else if let text = word.string, let doubt = WordPattern.doubt(about: text) {
        sink.report("\(item), \(doubt.message)", hint: doubt.hint, at: place, severity: .warning)
      }
    }
  }

  private static func kindComplaint(_ word: ScriptValue) -> Complaint? {
    word.string == nil
      ? Complaint(message: "must be a word or a phrase, not \(word.shown)") : nil
  }

  /// All that was collected. `failure` is why the file did not run to its end.
  func finish(failure: ScriptError?, modules: [String]) -> FileContent {
    var content = content
    content.modules = modules
    content.references = sink.references
    content.problems = sink.problems
    content.isComplete = failure == nil
    if let failure {
      content.problems.append(RuleProblem(failure, file: content.root, texts: texts))
    }
    return content
  }

  private func add(_ reader: TableReader, name: String, text: String, place: ScriptLocation) {
    func declared<Value>(_ value: Value) -> Declared<Value> {
      Declared(name: name, place: place, value: value, text: "\(reader.spec.name) \(text)")
    }
    switch reader.spec.name {
    case "monitor": content.monitors.append(declared(Monitor(reader, name: name)))
    case "filter": content.filters.append(declared(WhenDeclaration(reader)))
    case "hours": content.hours.append(declared(HoursDeclaration(reader)))
    case "delay": content.delays.append(declared(DelayDeclaration(reader, name: name)))
    case "persona": content.personas.append(declared(PersonaDeclaration(reader)))
    case "every":
      if let timer = TimerDeclaration(reader) { content.timers.append(declared(timer)) }
    case "limit":
      let rates = reader.items.compactMap { $0.string.flatMap(RateText.init) }
      if rates.count < reader.items.count {
        reader.report("\(reader.subject) cannot be made of other limits")
      }
      content.limits.append(declared(rates))
    default:
      if let rule = RuleDeclaration(reader) { content.rules.append(declared(rule)) }
    }
  }

  private static func table(_ value: ScriptValue, _ spec: TableSpec) -> ScriptTable? {
    guard let shorthand = spec.shorthand, value.function != nil else { return value.table }
    return ScriptTable(fields: [.init(name: shorthand.name, value: value)])
  }

  private static func isName(_ name: String) -> Bool {
    (1...64).contains(name.count)
      && name.allSatisfy { $0.isLetter || $0.isNumber || " ._-".contains($0) }
  }
}

extension RuleProblem {
  /// - Parameters:
  ///   - file: what to name if the error has no place of its own.
  ///   - texts: the source of a file; an error of syntax is explained from it.
  init(_ error: ScriptError, file: String, texts: (String) -> String? = { _ in nil }) {
    let file = error.location?.file ?? file
    self.init(
      file: file, line: error.location?.line, message: error.message, traceback: error.traceback)
    guard error.kind == .syntax || error.kind == .runtime, let line, let text = texts(file) else {
      return
    }
    if let stray = StrayCharacter(in: text, line: line, message: message) {
      message = stray.message
      hint = stray.hint
    } else {
      hint = SyntaxHint(message: message)?.text(for: text, line: line)
    }
  }
}
