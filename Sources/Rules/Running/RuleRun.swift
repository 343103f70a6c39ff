import Model
import Scripting

/// One run of a rule's function. Lua is entered, answers or asks for something, and is left; what it
/// asks for is awaited with no Lua on the stack.
struct RuleRun: Sendable {
  let file: RuleFile
  let subject: RunSubject
  let set: RuleSet
  let host: any RuleHost

  struct Result: Sendable {
    var values: Swift.Result<[ScriptValue], any Error>
    var notes: [String]
    /// With what the run changed.
    var state: StateDraft
  }

  /// - Parameter state: what others of the decision have changed before.
  func callAsFunction(
    _ function: FunctionReference, arguments: EncodedValues, state draft: StateDraft = StateDraft()
  ) async -> Result {
    var generator = subject.generator()
    var start = RunProgress.Value(
      contactTexts: ContactTexts(of: subject.shared), state: StateTable(draft, now: subject.now))
    let step = await file.start(
      function, arguments: arguments, budget: set.limits.run, seed: generator.next(),
      input: stepInput(start))
    start.take(step)
    switch step.outcome {
    // Most functions never wait; only those that do need a deadline.
    case .waiting(let request): return await race(request, RunProgress(start))
    case .finished(let values): return result(.success(values), start)
    case .failed(let error): return result(.failure(error), start)
    }
  }

  private func race(_ request: HostRequest, _ progress: RunProgress) async -> Result {
    let ending: RunStrand.Ending = await withTaskGroup(of: RunStrand.Ending.self) { group in
      group.addTask { await follow(RunStrand(request), progress) }
      group.addTask {
        // Ends by cancellation when the run is the first.
        try? await host.deadline(after: set.limits.deadline)
        return .over(.late)
      }
      let first = await group.next() ?? .over(.cancelled)
      group.cancelAll()
      return first
    }
    switch ending {
    case .finished(let values): return result(.success(values), progress.current)
    case .failed(let error): return result(.failure(error), progress.current)
    case .over(.failed(let error)): return result(.failure(error), progress.current)
    case .over(.cancelled): return result(.failure(CancellationError()), progress.current)
    case .over(.late): break
    }
    await file.cancel(request.token.run)
    if Task.isCancelled { return result(.failure(CancellationError()), progress.current) }
    let call = progress.current.lastCall ?? request.call
    let text = DurationText.text(of: set.limits.deadline)
    let failure = RuleFailure(
      place: call.location,
      message: "the run was ended after \(text); it waited for \(Self.shown(call))")
    return result(.failure(failure), progress.current)
  }

  /// The function as the rule file names it.
  static func shown(_ call: HostCall) -> String {
    StateMethod(call)?.shown ?? call.function
  }

  private func result(
    _ values: Swift.Result<[ScriptValue], any Error>, _ progress: RunProgress.Value
  ) -> Result {
    Result(values: values, notes: progress.notes, state: progress.state.draft)
  }

  func stepInput(_ progress: RunProgress.Value) -> RunStep.Input {
    RunStep.Input(
      rule: subject.id, names: set.book.names, host: host, contactTexts: progress.contactTexts,
      logged: progress.logged, methods: set.book.account.methods, subject: subject)
  }
}
