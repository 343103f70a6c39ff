import Scripting

/// What a value in a function is known to be, as far as its names are told by the language's own schema.
indirect enum CodeType {
  case record(RecordSpec)
  case text
  /// In the words of ``FieldType/expectation``.
  case plain(String)
  case list(CodeType)
  case function(FunctionType)
  /// The globals, or the functions of one table among them: `ai`.
  case library(String)

  /// Nil for types whose values nobody looks into.
  ///
  /// - Parameter luaType: of a ``FunctionType``: `understudy.earlier_message[]`, `string?`.
  init?(luaType: String) {
    var type = luaType
    if type.hasSuffix("?") { type.removeLast() }
    if type.hasSuffix("[]") {
      guard let item = CodeType(luaType: String(type.dropLast(2))) else { return nil }
      self = .list(item)
    } else if let record = Self.records[type] {
      self = .record(record)
    } else if type == "string" {
      self = .text
    } else {
      return nil
    }
  }

  private init?(_ type: FieldType) {
    switch type {
    case .text, .word: self = .text
    case .record(let name):
      guard let record = RuleRecords.all.first(where: { $0.className == name }) else { return nil }
      self = .record(record)
    case .list(let item):
      guard let item = CodeType(item) else { return nil }
      self = .list(item)
    case .integer, .number, .boolean, .instant: self = .plain(type.expectation)
    }
  }

  private static let records = Dictionary(
    RuleRecords.all.map { ("understudy.\(RuleRecords.luaName($0.className))", $0) }
  ) { first, _ in first }

  /// What one gets to by the step; nil where that is not known.
  func after(_ step: CodeSurvey.Step) -> CodeType? {
    switch (self, step) {
    case (.library(let table), .field(let name)):
      let full = table.isEmpty ? name : "\(table).\(name)"
      if let type = RuleLanguage.functionTypes[full] { return .function(type) }
      return table.isEmpty ? .library(name) : nil
    case (.record(let spec), .field(let name)), (.record(let spec), .method(let name)):
      if let field = spec.fields.first(where: { $0.name == name }) { return CodeType(field.type) }
      return spec.methods.first { $0.name == name }.map { .function($0.type) }
    case (.list(let item), .item): return item
    case (.function(let type), .result): return type.returns.flatMap { CodeType(luaType: $0) }
    default: return nil
    }
  }

  func after(_ steps: some Sequence<CodeSurvey.Step>) -> CodeType? {
    var type: CodeType? = self
    for step in steps { type = type?.after(step) }
    return type
  }
}
