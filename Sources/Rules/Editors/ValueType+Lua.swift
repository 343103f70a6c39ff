extension ValueType {
  /// The type in the words of LuaCATS (luals.github.io/wiki/annotations). ``expectation`` says the
  /// same to people.
  ///
  /// - Parameter place: table and key, `rule.run`, by which functions are known.
  func luaType(at place: String) -> String {
    switch self {
    case .text, .emoji, .rate, .moments, .host, .tag: "string"
    case .steps: "understudy.duration|understudy.duration[]"
    case .headers:
      "table<string, string|understudy.secret|(string|understudy.secret)[]>"
    case .fields: "table<string, string>"
    case .json: "boolean|number|integer|string|table"
    case .method: "string"
    case .methodAnswers: "table<string, table>"
    case .webAnswers: "table<string, string|table>"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .duration: "understudy.duration"
    case .limit: "understudy.name.limit"
    case .word(let words): Self.literals(words)
    case .name(let kind): "understudy.name.\(kind.rawValue)"
    case .zone(let words):
      (["string"] + (words.isEmpty ? [] : [Self.literals(words)])).joined(separator: "|")
    case .zones: "table<string, understudy.peer|understudy.peer[]>"
    case .holidays: "string|understudy.holidays"
    case .schedule: "string|understudy.days"
    case .peer: "understudy.peer"
    case .chats: "understudy.peer|\(Self.literals(ChatSelector.kindWords))"
    case .curve: "understudy.duration|understudy.curve"
    case .words: "string|understudy.words|understudy.regular_expression"
    case .saying: "string|understudy.regular_expression"
    case .action: "understudy.action"
    case .material:
      "string|understudy.message|understudy.earlier_message|understudy.memory"
        + "|(string|understudy.message|understudy.earlier_message|understudy.memory)[]"
    case .function: RuleLanguage.functionsInTables[place]?.text ?? "function"
    case .table(let spec): "understudy.\(spec.luaName)"
    case .oneOrMore(let type): Self.orList(of: type.luaType(at: place))
    case .either(let first, let second):
      "\(first.luaType(at: place))|\(second.luaType(at: place))"
    }
  }

  private static func literals(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: "|")
  }

  private static func orList(of type: String) -> String {
    "\(type)|\(type.contains("|") ? "(\(type))" : type)[]"
  }

  /// The tables that the type names, outermost first.
  var tables: [TableSpec] {
    switch self {
    case .table(let spec): [spec]
    case .oneOrMore(let type): type.tables
    case .either(let first, let second): first.tables + second.tables
    default: []
    }
  }
}

extension TableSpec {
  /// A table of test files may be called like a record that functions get: both have a `message`.
  var luaName: String {
    RuleRecords.described.contains { $0.className == name }
      ? "case.\(name)" : name.replacing(":", with: ".")
  }
}

extension FieldType {
  var luaType: String {
    switch self {
    case .text: "string"
    case .integer: "integer"
    case .number, .instant: "number"
    case .boolean: "boolean"
    case .word(let words): words.map { "\"\($0)\"" }.joined(separator: "|")
    case .record(let name): "understudy.\(RuleRecords.luaName(name))"
    case .list(let type): "\(type.luaType)[]"
    }
  }
}
