import Testing

@testable import Scripting

/// A state with one function in it, and what the tests need around it.
struct Script {
  let state: ScriptState
  let main: FunctionReference

  /// The source is the body of the function; `prelude` runs at load, before it.
  init(
    _ body: String, prelude: String = "", functions: [HostFunction] = [],
    classes: [ScriptClass] = [], hints: [String: String] = [:],
    limits: ScriptLimits = ScriptLimits()
  ) throws {
    let environment = ScriptEnvironment(
      functions: Self.functions + functions, classes: classes, hints: hints, limits: limits)
    state = try ScriptState(environment)
    // On one line, so that the body begins on line 1.
    let source = "\(prelude) return function(...) \(body)\nend"
    let values = try state.load(ScriptSource(name: "test.lua", text: source))
    main = try #require(values.first?.function)
  }

  func start(
    _ arguments: ScriptValue..., budget: RunBudget = RunBudget(), seed: UInt64 = 0
  ) -> RunOutcome {
    state.start(main, arguments: arguments, budget: budget, seed: seed)
  }

  /// Functions that every script has: `echo(...)`, `fail(text)`, `ai.complete(...)`, which waits, and
  /// `define "name" {...}`.
  static var functions: [HostFunction] {
    [
      HostFunction("echo", phase: .any) { .values($0.arguments) },
      HostFunction("fail", phase: .any) { .failure($0[0].string ?? "failed") },
      HostFunction("ai.complete", phase: .run, waits: true) { _ in .wait },
      HostFunction.declaration("define") { _ in .nothing },
    ]
  }

  /// What the body returns, run at once.
  static func values(
    _ body: String, _ arguments: ScriptValue..., classes: [ScriptClass] = []
  ) throws -> [ScriptValue] {
    let script = try Script(body, classes: classes)
    return try script.state.start(script.main, arguments: arguments).values()
  }

  static func value(
    _ body: String, _ arguments: ScriptValue..., classes: [ScriptClass] = []
  ) throws -> ScriptValue {
    let script = try Script(body, classes: classes)
    return try #require(try script.state.start(script.main, arguments: arguments).values().first)
  }

  /// The error that the body ends in.
  static func error(
    _ body: String, _ arguments: ScriptValue..., classes: [ScriptClass] = [],
    budget: RunBudget = RunBudget()
  ) throws -> ScriptError {
    let script = try Script(body, classes: classes)
    return try script.state.start(script.main, arguments: arguments, budget: budget).error()
  }

  /// The error that loading the source ends in.
  static func loadError(
    _ source: String, functions: [HostFunction] = [], hints: [String: String] = [:],
    modules: [String: String] = [:]
  ) throws -> ScriptError {
    let environment = ScriptEnvironment(
      functions: Self.functions + functions, hints: hints
    ) { name in modules[name].map { ScriptSource(name: "\(name).lua", text: $0) } }
    let state = try ScriptState(environment)
    do throws(ScriptError) {
      try state.load(ScriptSource(name: "people.lua", text: source))
    } catch {
      return error
    }
    throw Unexpected(what: "loading went well")
  }
}

struct Unexpected: Error {
  let what: String
}

extension RunOutcome {
  func values() throws -> [ScriptValue] {
    if case .finished(let values) = self { return values }
    throw Unexpected(what: "\(self)")
  }

  func error() throws -> ScriptError {
    if case .failed(let error) = self { return error }
    throw Unexpected(what: "\(self)")
  }

  func request() throws -> HostRequest {
    if case .waiting(let request) = self { return request }
    throw Unexpected(what: "\(self)")
  }
}
