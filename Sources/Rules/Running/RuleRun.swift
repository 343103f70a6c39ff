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

  struct DeadlinePassed: Error {}

  /// - Parameter state: what others of the decision have changed before.
  func callAsFunction(
    _ function: FunctionReference, arguments: EncodedValues, state draft: StateDraft = StateDraft()
  ) async -> Result {
    var generator = SeededGenerator(seeds: subject.seeds)
    var state = Progress(
      contactTexts: contactTexts, state: StateTable(draft, now: subject.now))
    let step = await file.start(
      function, arguments: arguments, budget: limits.run, seed: generator.next(),
      input: stepInput(state))
    state.take(step)
    // Most functions never wait; only those that do need a deadline.
    guard case .waiting(let request) = step.outcome else {
      return Result(
        values: Self.values(of: step.outcome), notes: state.notes, state: state.state.draft)
    }
    return await race(request, state)
  }

  /// Names are the contact's own words, too; but only long ones have room for an instruction.
  private var contactTexts: [String] {
    guard let input = subject.input else { return [] }
    let names = [input.sender?.fullName, input.chat.title].compactMap(\.self)
    return [input.message.text] + names.filter { $0.count >= 24 }
  }

  struct Progress: Sendable {
    var contactTexts: [String]
    var state: StateTable
    var notes: [String] = []
    var slept = Duration.zero
    var web = WebVisit()

    mutating func take(_ step: RunStep) {
      notes += step.notes.map(web.hidden)
      for one in step.counted { notes.append(state.count(one.name, by: one.amount)) }
    }
  }

  private func race(_ request: HostRequest, _ progress: Progress) async -> Result {
    let run = request.token.run
    let result: Result? = await withTaskGroup(of: Result?.self) { group in
      group.addTask { await goOn(from: request, progress) }
      group.addTask {
        // Ends by cancellation when the run is the first.
        try? await host.deadline(after: limits.deadline)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
    if let result { return result }
    await file.cancel(run)
    if Task.isCancelled { return failed(CancellationError(), progress) }
    let text = DurationText.text(of: limits.deadline)
    return failed(
      RuleFailure(
        place: request.call.location,
        message: "the run was ended after \(text); it waited for \(Self.shown(request.call))"),
      progress)
  }

  /// The function as the rule file names it.
  private static func shown(_ call: HostCall) -> String {
    StateMethod(call)?.shown ?? call.function
  }

  private func failed(_ error: any Error, _ progress: Progress) -> Result {
    Result(values: .failure(error), notes: progress.notes, state: progress.state.draft)
  }

  private func goOn(from first: HostRequest, _ start: Progress) async -> Result? {
    var progress = start
    var request = first
    while true {
      let answer: Swift.Result<EncodedValues, HostFailure>
      do {
        answer = .success(try await perform(request.call, &progress))
      } catch is DeadlinePassed {
        return nil
      } catch is CancellationError {
        await file.cancel(request.token.run)
        return failed(CancellationError(), progress)
      } catch {
        answer = .failure(HostFailure("\(Self.shown(request.call)): \(error)"))
      }
      // A host that does not heed cancellation answers too late.
      if Task.isCancelled {
        await file.cancel(request.token.run)
        return failed(CancellationError(), progress)
      }
      let step = await file.resume(request.token, with: answer, input: stepInput(progress))
      progress.take(step)
      guard case .waiting(let next) = step.outcome else {
        return Result(
          values: Self.values(of: step.outcome), notes: progress.notes, state: progress.state.draft)
      }
      request = next
    }
  }

  func stepInput(_ progress: Progress) -> RunStep.Input {
    RunStep.Input(
      rule: subject.id, names: book.names, host: host, contactTexts: progress.contactTexts,
      subject: subject)
  }

  private static func values(
    of outcome: RunOutcome
  ) -> Swift.Result<[ScriptValue], any Error> {
    switch outcome {
    case .finished(let values): .success(values)
    case .failed(let error): .failure(error)
    case .waiting: .failure(CancellationError())
    }
  }
}
