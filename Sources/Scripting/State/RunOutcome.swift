/// One run of a rule function, from its start to its end.
package struct RunID: Sendable, Hashable {
  package let slot: UInt32
  package let generation: UInt32
}

/// A run's right to be resumed, once. Any other resumption with it is refused: a late answer after
/// a cancellation or a timeout changes nothing.
package struct RunToken: Sendable, Hashable {
  package let run: RunID
  /// Counts the waits of the run.
  package let wait: UInt32
}

/// Where a run stands after it was started or resumed.
package enum RunOutcome: Sendable {
  /// The function returned these values.
  case finished([ScriptValue])
  /// The run waits for the host.
  case waiting(HostRequest)
  /// The run is over; the state is usable for other runs.
  case failed(ScriptError)
}

/// A call of a host function that answered ``HostAnswer/wait``.
package struct HostRequest: Sendable {
  package let token: RunToken
  package let call: HostCall
}
