import Foundation
import Model
import Scripting

/// One call on `x.store`, `x.shared` or the `chat` of either, checked.
struct StateCall {
  enum Operation {
    case get(otherwise: ScriptValue)
    case set(ScriptValue, StateOptions)
    case increase(by: ScriptValue, StateOptions)
    case exchange(old: ScriptValue, new: ScriptValue, StateOptions)
  }

  var key: StateKey
  var operation: Operation

  static let longestName = 100
  /// Bytes of one value as JSON.
  static let largestValue = 64 << 10
  /// Of one rule, or one file's shared values, for all chats together.
  static let mostEntries = 10_000
  static let mostBytes = 4 << 20

  static func isOne(_ call: HostCall) -> Bool { StateMethod(call) != nil }

  /// - Throws: what is wrong with the call, as a sentence.
  init(_ call: HostCall, subject: RunSubject) throws(GrammarError) {
    guard let method = StateMethod(call) else { throw GrammarError("\(call.function) is no state") }
    var arguments = call.arguments
    // x.store.get("n") and x.store:get("n") are the same.
    if let name = arguments.first?.record?.className, StateMethod.classes.contains(name) {
      arguments.removeFirst()
    }
    let usage = "write \(method.signature)"
    guard let name = arguments.first?.string, !name.isEmpty, name.utf16.count <= Self.longestName,
      !name.utf8.contains(0)
    else {
      throw GrammarError(
        "\(method.shown) takes a name of 1 to \(Self.longestName) characters first, none of code 0",
        hint: usage)
    }
    guard method.counts.contains(arguments.count) else {
      throw GrammarError(
        "\(method.shown) was given \(arguments.count) values", hint: usage)
    }
    if method.isOfChat, subject.chat == nil {
      throw GrammarError(
        "a timer has no chat", hint: "use x.\(method.isShared ? "shared" : "store")")
    }
    key = StateKey(
      scope: method.isShared ? subject.namespace + "/" : subject.id,
      chat: method.isOfChat ? subject.chat : nil,
      // As a database compares, one accented letter is not the same letter with its accent behind it.
      name: name.precomposedStringWithCanonicalMapping)
    let value = { (index: Int) in arguments.count > index ? arguments[index] : .nil }
    switch method.operation {
    case .get: operation = .get(otherwise: value(1))
    case .set: operation = .set(value(1), try StateOptions(value(2), method))
    case .incr:
      if !value(1).isNil, value(1).number == nil {
        throw GrammarError("\(method.shown) adds a number, not \(value(1).shown)", hint: usage)
      }
      operation = .increase(
        by: value(1).isNil ? .integer(1) : value(1), try StateOptions(value(2), method))
    case .cas:
      operation = .exchange(old: value(1), new: value(2), try StateOptions(value(3), method))
    }
  }
}

/// What stands last in a call that keeps something: `{ ttl = "2h" }`.
struct StateOptions {
  var ttl: Duration?

  init(_ value: ScriptValue, _ method: StateMethod) throws(GrammarError) {
    if value.isNil { return }
    guard let table = value.table else {
      throw GrammarError(
        "\(method.shown) takes a table last, not \(value.shown)", hint: #"write { ttl = "2h" }"#)
    }
    let sink = ProblemSink()
    let reader = TableReader(
      table, spec: RuleLanguage.State.options, subject: method.shown,
      lines: LineFinder(place: ScriptLocation(file: "", line: 0), function: "store"), sink: sink)
    if let problem = sink.problems.first {
      throw GrammarError(problem.message, hint: problem.hint)
    }
    ttl = reader[RuleLanguage.State.ttl]?.duration
  }
}

/// Which function of which store is called.
struct StateMethod {
  enum Operation: String, CaseIterable { case get, set, incr, cas }

  var operation: Operation
  var isShared: Bool
  var isOfChat: Bool

  static let classes = [
    ScriptClassName.store, ScriptClassName.chatStore, ScriptClassName.shared,
    ScriptClassName.chatShared,
  ]

  init?(_ call: HostCall) {
    let parts = call.function.split(separator: ":")
    guard parts.count == 2, Self.classes.contains(String(parts[0])),
      let operation = Operation(rawValue: String(parts[1]))
    else { return nil }
    self.operation = operation
    isShared = parts[0] == ScriptClassName.shared || parts[0] == ScriptClassName.chatShared
    isOfChat = parts[0] == ScriptClassName.chatStore || parts[0] == ScriptClassName.chatShared
  }

  var shown: String {
    "x.\(isShared ? "shared" : "store")\(isOfChat ? ".chat" : ""):\(operation.rawValue)"
  }

  /// How many values a call may have, the name among them.
  var counts: ClosedRange<Int> {
    switch operation {
    case .get: 1...2
    case .set: 2...3
    case .incr: 1...3
    case .cas: 3...4
    }
  }

  var signature: String {
    RuleLanguage.State.functions.first { $0.name == "x.store:\(operation.rawValue)" }?.signature
      ?? shown
  }
}
