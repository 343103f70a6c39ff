import Model
import Scripting

/// One rule file with its Lua state. Chats are decided side by side, but a file's functions run on
/// one thread at a time; while one of them waits, others run.
actor RuleFile {
  /// What the file declares.
  nonisolated let content: FileContent
  private let state: ScriptState?
  private let board: RunBoard

  /// Loads the file. Problems stand in ``content``; a file with problems is never entered again.
  ///
  /// - Parameters:
  ///   - snapshot: the texts of all files by path, for `require`.
  ///   - calendars: for `holidays`, by path.
  ///   - looksInside: whether `surveyed` gets what its functions do, if it is Lua.
  init(
    path: String, snapshot: [String: String], calendars: [String: CalendarReader],
    limits: RuleLimits, looksInside: Bool, surveyed: (CodeSurvey) -> Void
  ) {
    let collector = DeclarationCollector(root: path, calendars: calendars) { snapshot[$0] }
    let board = RunBoard()
    let modules = ModuleFinder(snapshot: snapshot)
    let environment = RuleEnvironment(collector: collector, board: board)
    var script = ScriptEnvironment(
      functions: environment.functions(),
      classes: environment.classes(),
      limits: limits.script
    ) { modules.find($0) }
    script.hints = RuleEnvironment.hints
    script.missingModule = modules.hint
    var state: ScriptState?
    var failure: ScriptError?
    do throws(ScriptError) {
      let made = try ScriptState(script)
      defer { if let survey = made.takeSurvey() { surveyed(survey) } }
      let source = ScriptSource(name: path, text: snapshot[path] ?? "")
      try made.load(source, budget: limits.load, surveyed: looksInside)
      state = made
    } catch {
      failure = error
    }
    content = collector.finish(failure: failure, modules: modules.found)
    self.state = state
    self.board = board
  }

  func start(
    _ function: FunctionReference, arguments: EncodedValues, budget: RunBudget, seed: UInt64,
    input: RunStep.Input
  ) -> RunStep {
    entering(input) { state in
      state.start(function, arguments: arguments, budget: budget, seed: seed)
    }
  }

  func startBranch(
    _ index: Int, of token: RunToken, seed: UInt64, input: RunStep.Input
  ) -> RunStep {
    entering(input) { state in
      state.startBranch(index, of: token, seed: seed)
        ?? .failed(ScriptError(kind: .host, message: "the run is over"))
    }
  }

  func cancelBranches(of run: RunID) { state?.cancelBranches(of: run) }

  /// Nil when the token is stale.
  func resume(
    _ token: RunToken, with answer: Result<EncodedValues, HostFailure>, input: RunStep.Input
  ) -> RunStep {
    entering(input) { state in
      state.resume(token, with: answer)
        ?? .failed(ScriptError(kind: .host, message: "the run is over"))
    }
  }

  /// Bytes that the file's state has allocated.
  var memoryInUse: Int { state?.memoryInUse ?? 0 }

  func cancel(_ run: RunID) { state?.cancel(run) }

  private func entering(_ input: RunStep.Input, _ body: (ScriptState) -> RunOutcome) -> RunStep {
    guard let state else {
      let error = ScriptError(kind: .host, message: "the file is not loaded")
      return RunStep(outcome: .failed(error), notes: [])
    }
    board.begin(input)
    defer { board.step = nil }
    let outcome = body(state)
    return RunStep(
      outcome: outcome, notes: board.notes, logged: board.logged, counted: board.counted)
  }
}

/// Finds what files require, and notes what was found.
final class ModuleFinder {
  private let snapshot: [String: String]
  private(set) var found: [String] = []

  init(snapshot: [String: String]) { self.snapshot = snapshot }

  /// What to say of a name that leads to no file.
  func hint(_ name: String) -> String {
    let known = snapshot.keys.filter { $0.hasSuffix(".lua") }.map { path in
      String(path.dropLast(4)).replacing("/", with: ".")
    }
    let stem = name.hasSuffix(".lua") ? String(name.dropLast(4)) : name
    // As it would be written from the top of the folder.
    let plain = stem.split { "./\\".contains($0) }.joined(separator: ".")
    let nearest =
      known.first { $0 == plain || plain.hasSuffix(".\($0)") }
      ?? Suggestion.nearest(to: plain, among: known.sorted())
      ?? known.sorted().first { $0.hasSuffix(".\(plain)") }
    let advice =
      nearest.map { "did you mean require \"\($0)\"?" }
      ?? "require \"lib.text\" is lib/text.lua, from the top of the folder of rules"
    return "there is no file for require \"\(name)\"; \(advice)"
  }

  /// `require "lib.text"` and `require "lib/text"` are `lib/text.lua`.
  func find(_ name: String) -> ScriptSource? {
    let stem = name.hasSuffix(".lua") ? String(name.dropLast(4)) : name
    let path = stem.split(separator: ".").joined(separator: "/") + ".lua"
    guard let text = snapshot[path] else { return nil }
    if !found.contains(path) { found.append(path) }
    return ScriptSource(name: path, text: text)
  }
}
