import Model
import Scripting

/// One run of a rule's function. Lua is entered, answers or asks for something, and is left; what it
/// asks for is awaited with no Lua on the stack.
struct RuleRun: Sendable {
  let file: RuleFile
  let rule: CompiledRule
  let input: DecisionInput
  let book: RuleBook
  let host: any RuleHost
  let limits: RuleLimits

  struct Result: Sendable {
    var values: Swift.Result<[ScriptValue], any Error>
    var notes: [String]
  }

  private struct DeadlinePassed: Error {}

  func callAsFunction(
    _ function: FunctionReference, arguments: EncodedValues
  ) async -> Result {
    let seed = SeededGenerator(
      seeds: input.message.account.rawValue, input.message.chat.marked, Int64(input.message.id),
      rule.seed)
    var generator = seed
    var state = Progress(contactTexts: contactTexts)
    let step = await file.start(
      function, arguments: arguments, budget: limits.run, seed: generator.next(),
      input: stepInput(state))
    state.notes += step.notes
    // Most functions never wait; only those that do need a deadline.
    guard case .waiting(let request) = step.outcome else {
      return Result(values: Self.values(of: step.outcome), notes: state.notes)
    }
    return await race(request, state)
  }

  /// Names are the contact's own words, too; but only long ones have room for an instruction.
  private var contactTexts: [String] {
    let names = [input.sender?.fullName, input.chat.title].compactMap(\.self)
    return [input.message.text] + names.filter { $0.count >= 24 }
  }

  private struct Progress: Sendable {
    var contactTexts: [String]
    var notes: [String] = []
    var slept = Duration.zero
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
    if Task.isCancelled { return Result(values: .failure(CancellationError()), notes: []) }
    let text = DurationText.text(of: limits.deadline)
    return Result(
      values: .failure(
        RuleFailure(
          place: request.call.location,
          message: "the run was ended after \(text); it waited for \(request.call.function)")),
      notes: progress.notes)
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
        return Result(values: .failure(CancellationError()), notes: progress.notes)
      } catch {
        answer = .failure(HostFailure("\(request.call.function): \(error)"))
      }
      // A host that does not heed cancellation answers too late.
      if Task.isCancelled {
        await file.cancel(request.token.run)
        return Result(values: .failure(CancellationError()), notes: progress.notes)
      }
      let step = await file.resume(request.token, with: answer, input: stepInput(progress))
      progress.notes += step.notes
      guard case .waiting(let next) = step.outcome else {
        return Result(values: Self.values(of: step.outcome), notes: progress.notes)
      }
      request = next
    }
  }

  private func stepInput(_ progress: Progress) -> RunStep.Input {
    RunStep.Input(
      rule: rule.id, names: book.names, host: host, contactTexts: progress.contactTexts)
  }

  private func perform(
    _ call: HostCall, _ progress: inout Progress
  ) async throws -> EncodedValues {
    switch call.function {
    case "task.sleep":
      let duration = call[0].duration ?? .zero
      progress.slept += duration
      // A run that means to wait longer than it may is not waited for.
      if progress.slept > limits.deadline { throw DeadlinePassed() }
      try await host.sleep(for: duration)
      return EncodedValues([])
    case "ai.complete":
      guard let request = CompletionRequest(call) else { return EncodedValues([]) }
      let earlier = try await history(request.history)
      let persona = request.persona.flatMap { book.personas[$0] }?.filled(for: input.owner)
      let completion = try await host.complete(
        request.textRequest(for: input, persona: persona, earlier: earlier))
      return EncodedValues([.string(completion.text)])
    default:
      let count = RuleEnvironment.plainArguments(call).first?.integer ?? 0
      let messages = try await history(Int(count))
      progress.contactTexts += messages.filter { !$0.isOutgoing }.map(\.text)
      return ScriptView.earlier(messages)
    }
  }

  /// Oldest first, up to the message itself.
  private func history(_ count: Int) async throws -> [Message] {
    guard count > 0 else { return [] }
    return try await host.history(of: input.chat.id, limit: count, before: input.message.id)
      .sorted { $0.id < $1.id }.suffix(count)
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
