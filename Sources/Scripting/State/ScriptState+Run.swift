internal import CLua

extension ScriptState {
  /// Runs a source in the load phase: host functions of phase `load` or `any` are called as the file
  /// goes. After an error the state has to be thrown away.
  ///
  /// - Parameters:
  ///   - seed: for `math.random` at load.
  ///   - surveyed: whether ``takeSurvey()`` shall tell of it, be it run to its end or not.
  /// - Returns: the values the file returned, as a rule none.
  @discardableResult
  package func load(
    _ source: ScriptSource, budget: RunBudget = .load, seed: UInt64 = 0, surveyed: Bool = false
  ) throws(ScriptError) -> [ScriptValue] {
    let chunk = bridge.chunkName(for: source.name)
    var given = clua_budget(budget)
    var text = source.loadable
    let outcome = text.withUTF8 {
      clua_load(state, chunk, $0.baseAddress, $0.count, &given, seed, surveyed)
    }
    let opened = bridge.takeOpenDeclarations()
    switch self.outcome(outcome) {
    case .failed(let error): throw error
    case .finished(let values):
      if let call = opened.first { throw incomplete(call) }
      return values
    case .waiting:
      throw ScriptError(kind: .host, message: "a file cannot wait while it loads")
    }
  }

  /// What the functions of the file loaded last do with the names they know. Nil if it was not to be
  /// surveyed, if it is not Lua, or if no memory was left for it; and when it is asked for a second time.
  package func takeSurvey() -> CodeSurvey? { bridge.takeCode().flatMap { CodeSurvey(code: $0) } }

  private func incomplete(_ call: HostCall) -> ScriptError {
    let title = call[0].string.map { " \"\($0)\"" } ?? ""
    return ScriptError(
      kind: .runtime, location: call.location,
      message: "\(call.function)\(title) is not complete: write \(call.function) \"name\" { ... }")
  }

  /// Starts a function in the run phase and lets it go until it ends or waits.
  ///
  /// - Parameter seed: for `math.random` in this run; the same seed gives the same numbers.
  package func start(
    _ function: FunctionReference, arguments: [ScriptValue], budget: RunBudget = RunBudget(),
    seed: UInt64 = 0
  ) -> RunOutcome {
    start(function, arguments: EncodedValues(arguments), budget: budget, seed: seed)
  }

  /// As above, with arguments encoded before: one encoding serves any number of states.
  package func start(
    _ function: FunctionReference, arguments: EncodedValues, budget: RunBudget = RunBudget(),
    seed: UInt64 = 0
  ) -> RunOutcome {
    if function.state != bridge.identity {
      return .failed(ScriptError(kind: .host, message: "the function is of another state"))
    }
    if let problem = arguments.problem(for: bridge.identity, limits: bridge.limits) {
      return .failed(ScriptError(kind: .host, location: function.location, message: problem))
    }
    var given = clua_budget(budget)
    return outcome(
      arguments.bytes.withUnsafeBufferPointer {
        clua_start(state, function.id, $0.baseAddress, $0.count, &given, seed)
      })
  }

  /// Starts one of the functions that the run has forked with, as a run of its own: it spends the
  /// budget of the run that waits, and is over at the latest when that goes on.
  ///
  /// - Parameter index: from 1.
  /// - Returns: nil when the token is stale.
  package func startBranch(_ index: Int, of token: RunToken, seed: UInt64) -> RunOutcome? {
    let outcome = clua_branch(
      state, token.run.slot, token.run.generation, token.wait, UInt32(clamping: index), seed)
    return Int(outcome.status) == CLUA_STALE ? nil : self.outcome(outcome)
  }

  /// Ends all branches of the waiting run; answers to them are stale from then on.
  package func cancelBranches(of run: RunID) {
    clua_cancel_branches(state, run.slot, run.generation)
  }

  /// Answers the host call that the run waits for, and lets the run go on. `.failure` raises an
  /// error in the script at the line of the call.
  ///
  /// - Returns: nil when the token is stale (the run was cancelled, is over, or waits for something
  ///   else by now): the answer is dropped.
  package func resume(
    _ token: RunToken, with answer: Result<[ScriptValue], HostFailure>
  ) -> RunOutcome? {
    resume(token, with: answer.map { EncodedValues($0) })
  }

  /// As above, with values encoded before.
  package func resume(
    _ token: RunToken, with answer: Result<EncodedValues, HostFailure>
  ) -> RunOutcome? {
    var failed = false
    var values: EncodedValues
    switch answer {
    case .success(let results): values = results
    case .failure(let failure):
      failed = true
      values = EncodedValues([.string(failure.message)])
    }
    if let problem = values.problem(for: bridge.identity, limits: bridge.limits) {
      failed = true
      values = EncodedValues([.string(problem)])
    }
    let outcome = values.bytes.withUnsafeBufferPointer {
      clua_resume(
        state, token.run.slot, token.run.generation, token.wait, failed, $0.baseAddress, $0.count)
    }
    return Int(outcome.status) == CLUA_STALE ? nil : self.outcome(outcome)
  }

  /// Ends a waiting run. None of its code runs again, `<close>` variables included.
  ///
  /// - Returns: whether the run was there.
  @discardableResult
  package func cancel(_ run: RunID) -> Bool {
    clua_cancel(state, run.slot, run.generation)
  }

  private func outcome(_ outcome: clua_outcome) -> RunOutcome {
    if Int(outcome.status) == CLUA_WAITING, let call = bridge.takeWaitingCall() {
      let run = RunID(slot: outcome.slot, generation: outcome.generation)
      return .waiting(HostRequest(token: RunToken(run: run, wait: outcome.wait), call: call))
    }
    var decoder = ValueDecoder(
      outcome.bytes, count: outcome.count, state: bridge.identity, fields: bridge.fields)
    let values = decoder.sequence()
    if Int(outcome.status) == CLUA_FINISHED { return .finished(values) }
    return .failed(
      ScriptError(
        reason: Int(outcome.reason), values, limits: bridge.limits,
        given: RunBudget(outcome.given), names: bridge.sourceNames))
  }
}

/// The text of an error that a host call ends in.
package struct HostFailure: Error, Sendable, Hashable {
  package let message: String
  package init(_ message: String) { self.message = message }
}

extension clua_budget {
  fileprivate init(_ budget: RunBudget) {
    self.init(
      instructions: budget.instructions, host_calls: budget.hostCalls,
      processor_seconds: budget.processorTime)
  }
}

extension RunBudget {
  fileprivate init(_ budget: clua_budget) {
    self.init(
      instructions: budget.instructions, hostCalls: budget.host_calls,
      processorTime: budget.processor_seconds)
  }
}
