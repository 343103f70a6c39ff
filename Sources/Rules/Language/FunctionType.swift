/// What a function takes and gives, in the words of LuaCATS (luals.github.io/wiki/annotations).
struct FunctionType: Sendable {
  struct Parameter: Sendable {
    let name: String
    let type: String
    let isOptional: Bool

    init(_ name: String, _ type: String, optional: Bool = false) {
      self.name = name
      self.type = type
      isOptional = optional
    }
  }

  let parameters: [Parameter]
  let returns: String?

  init(_ parameters: [Parameter], returns: String? = nil) {
    self.parameters = parameters
    self.returns = returns
  }

  /// `fun(n: integer): string[]`
  var text: String {
    let list = parameters.map { "\($0.name)\($0.isOptional ? "?" : ""): \($0.type)" }
    return "fun(\(list.joined(separator: ", ")))" + (returns.map { ": \($0)" } ?? "")
  }
}

extension RuleLanguage {
  /// For editors: the types of ``functions``, by name. A test sees that none is missing.
  static let functionTypes: [String: FunctionType] = {
    let time = "understudy.duration"
    let curve = "understudy.curve"
    return [
      "lognormal": FunctionType([.init("median", time), .init("high", time)], returns: curve),
      "normal": FunctionType([.init("middle", time), .init("high", time)], returns: curve),
      "uniform": FunctionType([.init("shortest", time), .init("longest", time)], returns: curve),
      "per_char": FunctionType([.init("seconds", "number")], returns: curve),
      "cps": FunctionType(
        [.init("slowest", "number"), .init("fastest", "number", optional: true)], returns: curve),
      "days": FunctionType([.init("days", "string")], returns: "understudy.days"),
      "holidays": FunctionType(
        [.init("...", "string|string[]")], returns: "understudy.holidays"),
      "any_word": FunctionType(
        [.init("words", "string|string[]"), .init("...", "string")], returns: "understudy.words"),
      "re": FunctionType(
        [.init("expression", "string")], returns: "understudy.regular_expression"),
      "ai.complete": FunctionType(
        [.init("settings", "understudy.ai.complete")], returns: "string"),
      "task.sleep": FunctionType([.init("time", time)]),
      "text.fold": FunctionType([.init("s", "string")], returns: "string"),
      "text.words": FunctionType([.init("s", "string")], returns: "string[]"),
      "text.len": FunctionType([.init("s", "string")], returns: "integer"),
      "text.language": FunctionType([.init("s", "string")], returns: "string?"),
      "task.all": FunctionType([.init("branches", "(fun(): any)[]")], returns: "any ..."),
      "task.race": FunctionType(
        [.init("branches", "(fun(): any)[]")], returns: "any value, integer branch"),
      "json.encode": FunctionType([.init("value", "any")], returns: "string"),
      "json.decode": FunctionType([.init("s", "string")], returns: "any"),
      "ai.classify": FunctionType(
        [.init("settings", "understudy.ai.classify")], returns: "string?"),
      "ai.extract": FunctionType(
        [.init("settings", "understudy.ai.extract")], returns: "table<string, any>"),
      "memory.search": FunctionType(
        [
          .init("query", "string"), .init("options", "understudy.memory.search", optional: true),
        ], returns: "understudy.memory[]"),
      "memory.about": FunctionType(
        [
          .init("subject", "understudy.sender|understudy.chat"),
          .init("options", "understudy.memory.about", optional: true),
        ], returns: "understudy.memory[]"),
      "http.get": FunctionType(
        [
          .init("url", "string"), .init("options", "understudy.http.get", optional: true),
        ], returns: "{ status: integer, headers: table<string, string>, body: string }"),
      "http.post": FunctionType(
        [
          .init("url", "string"), .init("options", "understudy.http.post", optional: true),
        ], returns: "{ status: integer, headers: table<string, string>, body: string }"),
      "tg.call": FunctionType(
        [.init("method", "string"), .init("arguments", "table", optional: true)],
        returns: "table? answer, { code: string, seconds: integer?, message: string }? failure"),
      "secret": FunctionType([.init("name", "string")], returns: "understudy.secret"),
      "metric": FunctionType([.init("name", "string"), .init("by", "number", optional: true)]),
      "log": FunctionType([.init("...", "any")]),
    ]
  }()

  /// The methods of `x.store`, without the object.
  static let storeTypes: [String: FunctionType] = {
    let name = FunctionType.Parameter("name", "string")
    let options = FunctionType.Parameter(
      "options", "understudy.\(State.options.luaName)", optional: true)
    return [
      "get": FunctionType([name, .init("otherwise", "any", optional: true)], returns: "any"),
      "set": FunctionType([name, .init("value", "any"), options]),
      "incr": FunctionType(
        [name, .init("by", "number", optional: true), options], returns: "number"),
      "cas": FunctionType(
        [name, .init("old", "any"), .init("new", "any"), options], returns: "boolean"),
    ]
  }()

  /// The functions that tables take, by table and key.
  static let functionsInTables: [String: FunctionType] = {
    let seen = [
      FunctionType.Parameter("m", "understudy.message"),
      FunctionType.Parameter("x", "understudy.context"),
    ]
    return [
      "rule.run": FunctionType(
        seen, returns: "(understudy.action|understudy.action[])?, string?"),
      "every.run": FunctionType(
        [seen[1]], returns: "(understudy.action|understudy.action[])?, string?"),
      "delay.run": FunctionType(seen, returns: "understudy.duration"),
    ]
  }()
}
