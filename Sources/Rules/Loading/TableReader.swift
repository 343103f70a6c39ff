import Scripting

/// Checks one table against its schema and gives out the values that fit.
///
/// All that is wrong is reported once, when the reader is made; reading a key that is absent or
/// does not fit gives nil. A class, as functions of running rules make one for each action and hand it
/// about.
final class TableReader {
  let spec: TableSpec
  /// `rule "friends"`, `ai_reply`, `when of rule "friends"`.
  let subject: String
  private let table: ScriptTable
  private let path: [ScriptTable.Key]
  private let lines: LineFinder
  private let sink: ProblemSink
  /// Few enough to be looked through.
  private var fitting: [(key: KeySpec, value: ScriptValue)] = []
  private(set) var items: [ScriptValue] = []

  init(
    _ table: ScriptTable, spec: TableSpec, subject: String, lines: LineFinder,
    path: [ScriptTable.Key] = [], sink: ProblemSink
  ) {
    self.table = table
    self.spec = spec
    self.subject = subject
    self.lines = lines
    self.path = path
    self.sink = sink
    checkItems()
    checkKeys()
  }

  subscript(key: KeySpec) -> ScriptValue? {
    fitting.first { $0.key === key }?.value
  }

  /// Whether the key is there, be it well-formed or not.
  func has(_ key: KeySpec) -> Bool { table[key.name] != nil }

  /// The reader of a table within, whose own keys are checked by that.
  func table(_ key: KeySpec, spec: TableSpec) -> TableReader? {
    guard let value = self[key]?.table else { return nil }
    return TableReader(
      value, spec: spec, subject: "\(key.name) of \(subject)", lines: lines,
      path: path + [.name(key.name)], sink: sink)
  }

  /// The same for one item of a list; a value that is no list counts as a list of one.
  func table(_ key: KeySpec, item: Int, spec: TableSpec) -> TableReader? {
    guard let value = self[key] else { return nil }
    let isList = value.table.map { !$0.items.isEmpty } ?? false
    guard let table = value.list[item].table else { return nil }
    return TableReader(
      table, spec: spec, subject: "\(key.name) of \(subject)", lines: lines,
      path: path + [.name(key.name)] + (isList ? [.integer(Int64(item + 1))] : []), sink: sink)
  }

  func place(of key: KeySpec) -> ScriptLocation { place(at: .name(key.name)) }

  func report(
    _ key: KeySpec, _ message: String, hint: String? = nil,
    severity: RuleProblem.Severity = .error
  ) {
    sink.report(message, hint: hint, at: place(of: key), severity: severity)
  }

  func report(_ message: String, hint: String? = nil) {
    sink.report(message, hint: hint, at: place)
  }

  /// Of the call that the table is given to.
  var place: ScriptLocation { lines.place }

  private func place(at key: ScriptTable.Key) -> ScriptLocation {
    sink.problems.count < LinkLimits.closeLooks ? lines.place(of: path + [key]) : lines.place
  }

  private func checkItems() {
    guard let expected = spec.items else {
      if !table.items.isEmpty {
        sink.report(
          "\(subject) takes no values without a key, but has \(table.items[0].shown)",
          hint: "its keys are \(spec.keys.map(\.name).joined(separator: ", "))",
          at: place(at: .integer(1)))
      }
      return
    }
    if table.items.isEmpty, expected.isRequired {
      sink.report("\(subject) needs \(expected.type.expectation)", at: place)
    }
    if table.items.count > expected.most {
      sink.report(
        "\(subject) takes \(expected.most == 1 ? "one value" : "\(expected.most) values"), not "
          + "\(table.items.count)", at: place(at: .integer(Int64(expected.most + 1))))
    }
    for (index, item) in table.items.prefix(expected.most).enumerated() {
      if let complaint = expected.type.complaint(about: item) {
        sink.report(
          "item \(index + 1) of \(subject) \(complaint.message)", hint: complaint.hint,
          at: place(at: .integer(Int64(index + 1))))
      } else {
        items.append(item)
        refer(expected.type, item, at: .integer(Int64(index + 1)))
      }
    }
  }

  private func checkKeys() {
    for field in table.fields {
      guard case .name(let name) = field.key,
        let key = spec.keys.first(where: { $0.name == name })
      else {
        unknown(field.key)
        continue
      }
      if let complaint = key.type.complaint(about: field.value) {
        sink.report(
          "\(name) in \(subject) \(complaint.message)", hint: complaint.hint,
          at: place(at: field.key))
      } else {
        fitting.append((key, field.value))
        refer(key.type, field.value, at: field.key)
      }
    }
    for key in spec.keys where key.isRequired && table[key.name] == nil {
      sink.report("\(subject) needs \(key.name): \(key.type.expectation)", at: place)
    }
  }

  private func unknown(_ key: ScriptTable.Key) {
    let complaint = Self.unknownKey(key, in: spec, subject: subject)
    sink.report(complaint.message, hint: complaint.hint, at: place(at: key))
  }

  static func unknownKey(
    _ key: ScriptTable.Key, in spec: TableSpec, subject: String
  ) -> Complaint {
    let names = spec.keys.map(\.name)
    let hint: String? =
      switch key {
      case .name(let name):
        didYouMean(name, names)
          ?? (names.isEmpty ? "it has no keys" : "its keys are \(names.joined(separator: ", "))")
      case .integer: nil
      }
    let shown = if case .name(let name) = key { "\"\(name)\"" } else { key.description }
    return Complaint(message: "unknown key \(shown) in \(subject)", hint: hint)
  }

  private func refer(_ type: ValueType, _ value: ScriptValue, at key: ScriptTable.Key) {
    type.eachReference(in: value) { kind, name in
      sink.refer(to: kind, name) {
        Reference(kind: kind, name: name, subject: subject, lines: lines, path: path, key: key)
      }
    }
  }
}
