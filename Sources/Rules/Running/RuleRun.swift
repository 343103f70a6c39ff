import Model
import Scripting

/// One run of a rule's function. Lua is entered, answers or asks for something, and is left; what it
/// asks for is awaited with no Lua on the stack.
struct RuleRun: Sendable {
  let file: RuleFile
  let subject: RunSubject
  let book: RuleBook
  let host: any RuleHost
  let limits: RuleLimits

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
    var generator = SeededGenerator(seeds: subject.seeds)
    var start = RunProgress.Value(
      contactTexts: contactTexts, state: StateTable(draft, now: subject.now))
    let step = await file.start(
      function, arguments: arguments, budget: limits.run, seed: generator.next(),
      input: stepInput(start.contactTexts))
    start.take(step)
    switch step.outcome {
    // Most functions never wait; only those that do need a deadline.
    case .waiting(let request): return await race(request, RunProgress(start))
    case .finished(let values): return result(.success(values), start)
    case .failed(let error): return result(.failure(error), start)
    }
  }

  /// Names are the contact's own words, too; but only long ones have room for an instruction.
  private var contactTexts: [String] {
    guard let input = subject.input else { return [] }
    let names = [input.sender?.fullName, input.chat.title].compactMap(\.self)
    let heard = input.message.transcript.map { [$0.text] } ?? []
    return [input.message.text] + heard + names.filter { $0.count >= 24 }
  }

  private func race(_ request: HostRequest, _ progress: RunProgress) async -> Result {
    let ending: RunStrand.Ending = await withTaskGroup(of: RunStrand.Ending.self) { group in
      group.addTask { await follow(RunStrand(request), progress) }
      group.addTask {
        // Ends by cancellation when the run is the first.
        try? await host.deadline(after: limits.deadline)
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
    let text = DurationText.text(of: limits.deadline)
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

  func stepInput(_ contactTexts: [String]) -> RunStep.Input {
    RunStep.Input(
      rule: subject.id, names: book.names, host: host, contactTexts: contactTexts,
      methods: book.account.methods, subject: subject)
  }
}
