internal import CLua

/// One Lua state: a rule file with what it requires.
///
/// ```swift
/// let state = try ScriptState(environment)
/// try state.load(ScriptSource(name: "people.lua", text: text))  // host functions collect
/// switch state.start(function, arguments: [.record(message)], seed: seed) {
/// case .finished(let values): ...
/// case .waiting(let request): ...                    // later: state.resume(request.token, ...)
/// case .failed(let error): ...
/// }
/// ```
///
/// - Not Sendable: whoever owns it, an actor as a rule, uses it from one thread at a time. Calls are
///   synchronous and return within the budget given.
/// - No Lua error and no lack of memory leaves these calls in any other way than as ``ScriptError``.
/// - Any number of runs may wait at one time; each runs only within `start` or `resume`.
/// - Freed with its last reference, and all its memory with it.
package final class ScriptState {
  package init(_ environment: ScriptEnvironment) throws(ScriptError) {
    throw ScriptError(kind: .host, message: "")
  }

  /// Runs a source in the load phase: host functions of phase `load` or `any` are called as the file
  /// goes. After an error the state has to be thrown away.
  ///
  /// - Parameter seed: for `math.random` at load.
  /// - Returns: the values the file returned, as a rule none.
  @discardableResult
  package func load(
    _ source: ScriptSource, budget: RunBudget = .load, seed: UInt64 = 0
  ) throws(ScriptError) -> [ScriptValue] {
    throw ScriptError(kind: .host, message: "")
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
    .failed(ScriptError(kind: .host, message: ""))
  }

  /// Answers the host call that the run waits for, and lets the run go on. `.failure` raises an
  /// error in the script at the line of the call.
  ///
  /// - Returns: nil when the token is stale (the run was cancelled, is over, or waits for something
  ///   else by now): the answer is dropped.
  package func resume(
    _ token: RunToken, with answer: Result<[ScriptValue], HostFailure>
  ) -> RunOutcome? {
    nil
  }

  /// Ends a waiting run. None of its code runs again, `<close>` variables included.
  ///
  /// - Returns: whether the run was there.
  @discardableResult
  package func cancel(_ run: RunID) -> Bool { false }

  /// Bytes that Lua has allocated now.
  package var memoryInUse: Int { 0 }

  /// Frees what no run uses any more, and gives the memory back to the system.
  package func collectGarbage() {}

  /// Runs that wait for the host.
  package var waitingRuns: Int { 0 }
}

/// The text of an error that a host call ends in.
package struct HostFailure: Error, Sendable, Hashable {
  package let message: String
  package init(_ message: String) { self.message = message }
}
