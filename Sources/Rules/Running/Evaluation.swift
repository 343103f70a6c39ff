import Model
import Scripting

/// What a line of Lua gave, for the console.
package struct Evaluation: Sendable, Hashable {
  /// The values as Lua would write them.
  package var values: [String] = []
  /// What `x.note` added.
  package var notes: [String] = []
  /// Why it failed, with the place left out where it is the line itself.
  package var error: String?
}

extension RuleSet {
  /// No rule file of a folder is called so.
  private static let console = ".console.lua"
  private static let longestLine = 10_000

  /// Runs a line of Lua as a function of rules would be run: an expression, or statements.
  ///
  /// It finds `m` and `x`, the names that the rules declare, and a file of its own; what it leaves in
  /// variables is gone afterwards.
  ///
  /// - Parameter sources: the set's files.
  package static func evaluate(
    _ line: String, beside sources: [RuleSource], _ input: DecisionInput, host: any RuleHost
  ) async -> Evaluation {
    guard line.count <= longestLine else {
      return Evaluation(error: "a line has at most \(longestLine) characters")
    }
    let loaded: RuleSet
    do throws(RuleLoadError) {
      do throws(RuleLoadError) {
        loaded = try set(of: sources + [source("return \(line)")])
      } catch {
        // No expression; and where it is no statement either, what is said of that is more to the point.
        loaded = try set(of: sources + [source(line)])
      }
    } catch {
      return Evaluation(error: error.problems.first.map { told($0) })
    }
    guard let rule = loaded.book.rules.first(where: { $0.place.file == console }),
      case .run(let function, let file) = rule.body
    else { return Evaluation(error: "the line declares something; it can only be evaluated") }
    let shared = SharedInput(input)
    let run = RuleRun(
      file: loaded.files[file], subject: RunSubject(rule: rule, input: shared), set: loaded,
      host: host)
    let result = await run(function, arguments: ScriptView(shared, loaded.book).arguments)
    switch result.values {
    case .success(let values):
      return Evaluation(values: values.map(LuaText.of), notes: result.notes)
    case .failure(let error):
      let failure = RuleFailure(error, place: rule.place)
      let place = failure.place.file == console ? "" : "\(failure.place): "
      return Evaluation(notes: result.notes, error: place + failure.message)
    }
  }

  /// The line runs at once, so that nobody need look for mistakes before.
  private static func set(of sources: [RuleSource]) throws(RuleLoadError) -> RuleSet {
    try RuleSetLoader(sources: sources, limits: .standard, looksInside: false).load()
  }

  private static func source(_ body: String) -> RuleSource {
    // On one line, so that lines in errors are the console's.
    RuleSource(path: console, text: "rule \"console\" { run = function(m, x) \(body)\nend }")
  }

  private static func told(_ problem: RuleProblem) -> String {
    guard problem.file == console else { return problem.description }
    return problem.message + (problem.hint.map { "; \($0)" } ?? "")
  }
}

/// Values as Lua writes them, for people.
enum LuaText {
  private static let deepest = 6
  private static let most = 100

  static func of(_ value: ScriptValue) -> String { text(value, depth: 0) }

  private static func text(_ value: ScriptValue, depth: Int) -> String {
    switch value {
    case .nil: "nil"
    case .bool(let flag): String(flag)
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .string(let text): quoted(text)
    case .bytes(let bytes): "<\(bytes.count) bytes that are no UTF-8>"
    case .table(let table): list(table.items, table.fields, depth: depth)
    case .record(let record):
      "<\(record.className)> "
        + list(record.items, record.fields.filter { !$0.value.isNil }, depth: depth)
    case .handle(let handle): "<\(handle.className)>"
    case .function(let function): "<function of \(function.location)>"
    }
  }

  private static func list(
    _ items: [ScriptValue], _ fields: [ScriptTable.Field], depth: Int
  ) -> String {
    guard !items.isEmpty || !fields.isEmpty else { return "{}" }
    guard depth < deepest else { return "{ ... }" }
    var parts = items.prefix(most).map { text($0, depth: depth + 1) }
    parts += fields.prefix(most).map { "\(key($0.key)) = \(text($0.value, depth: depth + 1))" }
    if items.count > most || fields.count > most { parts.append("...") }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  private static func key(_ key: ScriptTable.Key) -> String {
    switch key {
    case .integer(let number): "[\(number)]"
    case .name(let name):
      name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) == nil ? "[\(quoted(name))]" : name
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
