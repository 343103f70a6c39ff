/// LuaCATS definitions of all that rule files and their tests find, for lua-language-server.
struct RuleStubs {
  private let names: [(kind: DeclaredKind, names: [String])]

  init(_ rules: RuleSetSummary?) {
    names = DeclaredKind.allCases.map { ($0, rules?.names(of: $0) ?? []) }
  }

  var text: String {
    var parts = [Self.opening, aliases]
    parts += Self.opaque.map { "---\($0.doc)\n---@class understudy.\($0.name)" }
    parts += Self.tables.map(Self.table)
    parts += RuleRecords.all.map(Self.record)
    parts += RuleLanguage.settings.map(Self.setting)
    parts += (RuleLanguage.declarations + [CaseKeys.spec]).map(Self.declaration)
    parts += RuleLanguage.actions.map(Self.action)
    parts.append(Self.libraries.map { "\($0) = {}" }.joined(separator: "\n"))
    parts += RuleLanguage.functions.map { function in
      Self.function(
        function.name, RuleLanguage.functionTypes[function.name] ?? FunctionType([]),
        doc: function.doc)
    }
    parts += LuaBasics.functions.map { Self.function($0.name, $0.type, doc: $0.doc) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let opening = """
    ---@meta understudy
    -- \(EditorSupport.mark) from the schema that checks the rules; do not edit.
    -- docs/rules.md says the same to people.
    """

  private var aliases: String {
    let known = names.map { kind, names in
      let literals = names.map { "|\(Self.quoted($0))" }.joined()
      return "---The name of a declaration: `\(kind.rawValue)`.\n"
        + "---@alias understudy.name.\(kind.rawValue) string\(literals)"
    }
    return
      ([
        """
        ---A stretch of time: "500ms", "25s", "4m", "1h30m", "2d", or seconds.
        ---@alias understudy.duration string|number
        ---A chat or a person: "@name", "u:5", a number.
        ---@alias understudy.peer string|integer
        """
      ] + known).joined(separator: "\n")
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// What functions make and keys take, and nobody looks into.
  private static let opaque: [(name: String, doc: String)] = [
    ("action", "What is to be done: reply, ai_reply and the like make it."),
    ("curve", "A time that varies: lognormal, normal, uniform, per_char and cps make it."),
    ("days", "Whole days, made by days."),
    ("holidays", "Days off, made by holidays."),
    ("words", "Words and phrases, made by any_word."),
    ("secret", "A secret for headers of http, made by secret."),
    (RuleRecords.luaName(ScriptClassName.expression), "A regular expression, made by re."),
  ]

  /// Every table that anything takes, each once.
  static let tables: [TableSpec] = {
    var found: [TableSpec] = []
    var rest =
      RuleLanguage.settings + RuleLanguage.declarations + RuleLanguage.actions
      + [
        RuleLanguage.Complete.spec, RuleLanguage.Asking.classify, RuleLanguage.Asking.extract,
        RuleLanguage.Memory.search, RuleLanguage.Memory.about,
        RuleLanguage.Web.get, RuleLanguage.Web.post,
        RuleLanguage.State.options, CaseKeys.spec,
      ]
    while !rest.isEmpty {
      let spec = rest.removeFirst()
      guard !found.contains(where: { $0.name == spec.name }) else { continue }
      found.append(spec)
      rest += spec.keys.flatMap(\.type.tables)
    }
    return found
  }()

  private static func table(_ spec: TableSpec) -> String {
    var lines = [comment(spec.doc), "---@class (exact) understudy.\(spec.luaName)"]
    if let items = spec.items {
      let type = items.type.luaType(at: spec.name)
      lines.append(
        "---@field [\(items.most == 1 ? "1" : "integer")] \(type) \(oneLine(items.doc))")
    }
    lines += spec.keys.map { key in
      let type = luaType(key, in: spec)
      let absent = key.standard.map { " Without it: \($0)." } ?? ""
      return
        "---@field \(key.name)\(key.isRequired ? "" : "?") \(type) \(oneLine(key.doc))\(absent)"
    }
    return lines.joined(separator: "\n")
  }

  /// What the field of a key is typed with.
  static func luaType(_ key: KeySpec, in spec: TableSpec) -> String {
    key.type.luaType(at: "\(spec.name).\(key.name)")
  }

  private static func record(_ spec: RecordSpec) -> String {
    var lines = [
      comment("\(spec.doc) Read-only."),
      "---@class (exact) understudy.\(RuleRecords.luaName(spec.className))",
    ]
    lines += spec.fields.map { field in
      "---@field \(field.name)\(field.isOptional ? "?" : "") \(field.type.luaType) "
        + oneLine(field.doc)
    }
    lines += spec.methods.map { "---@field \($0.name) \($0.type.text) \(oneLine($0.doc))" }
    return lines.joined(separator: "\n")
  }

  private static func setting(_ spec: TableSpec) -> String {
    """
    \(comment(spec.doc))
    ---@param settings understudy.\(spec.luaName)
    function \(spec.name)(settings) end
    """
  }

  private static func declaration(_ spec: TableSpec) -> String {
    let short = spec.shorthand.map { "|\(luaType($0, in: spec))" } ?? ""
    return """
      \(comment(spec.doc))
      ---@param name string
      ---@return fun(settings: understudy.\(spec.luaName)\(short))
      function \(spec.name)(name) end
      """
  }

  private static func action(_ spec: TableSpec) -> String {
    var lines = [comment(spec.doc)]
    let isFree = spec.items == nil && spec.keys.isEmpty
    if !isFree {
      let isOptional = spec.items == nil && !spec.keys.contains(where: \.isRequired)
      let isWhole = !spec.keys.contains(where: \.isRequired)
      let text = isWhole ? spec.items.map { "\($0.type.luaType(at: spec.name))|" } ?? "" : ""
      lines.append(
        "---@param settings\(isOptional ? "?" : "") \(text)understudy.\(spec.luaName)")
    }
    lines += [
      "---@return understudy.action", "function \(spec.name)(\(isFree ? "" : "settings")) end",
    ]
    return lines.joined(separator: "\n")
  }

  private static func function(_ name: String, _ type: FunctionType, doc: String) -> String {
    var lines = [comment(doc)]
    lines += type.parameters.map { parameter in
      "---@param \(parameter.name)\(parameter.isOptional ? "?" : "") \(parameter.type)"
    }
    if let returns = type.returns { lines.append("---@return \(returns)") }
    let list = type.parameters.map(\.name).joined(separator: ", ")
    return (lines + ["function \(name)(\(list)) end"]).joined(separator: "\n")
  }

  /// `ai`, `task`, ...: the tables in which functions stand.
  private static var libraries: [String] {
    var found: [String] = []
    for function in RuleLanguage.functions {
      let parts = function.name.split(separator: ".")
      if parts.count == 2, !found.contains(String(parts[0])) { found.append(String(parts[0])) }
    }
    return found
  }

  private static func comment(_ doc: String) -> String { "---\(oneLine(doc))" }

  private static func oneLine(_ doc: String) -> String { doc.replacing("\n", with: " ") }
}

extension RuleSetSummary {
  fileprivate func names(of kind: DeclaredKind) -> [String] {
    let declarations =
      switch kind {
      case .monitor: monitors
      case .filter: filters
      case .hours: hours
      case .delay: delays
      case .persona: personas
      case .limit: limits
      }
    return declarations.map(\.name)
  }
}
