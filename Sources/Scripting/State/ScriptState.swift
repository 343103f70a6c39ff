internal import CLua
private import Synchronization

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
/// - Any number of runs may wait at one time; each runs only within `start` or `resume`. Entering
///   the state from one of its own host functions is refused.
/// - Freed with its last reference, and all its memory with it.
package final class ScriptState {
  let bridge: HostBridge
  /// Valid as long as this object, which alone closes it.
  let state: OpaquePointer

  private static let identities = Atomic<UInt64>(0)

  /// - Throws: kind `host` when a name of the environment is used twice, or a value cannot cross.
  package init(_ environment: ScriptEnvironment) throws(ScriptError) {
    let identity = Self.identities.wrappingAdd(1, ordering: .relaxed).newValue
    let bridge = HostBridge(environment, identity: identity)
    var limits = clua_limits(environment.limits)
    let context = Unmanaged.passUnretained(bridge).toOpaque()
    guard let state = clua_open(&limits, askBridge, context) else {
      throw ScriptError(kind: .memory, message: "no memory is left for another rule file")
    }
    self.bridge = bridge
    self.state = state
    try define(environment)
  }

  deinit { clua_close(state) }

  private func define(_ environment: ScriptEnvironment) throws(ScriptError) {
    for scriptClass in environment.classes {
      let fields =
        scriptClass.shape.map { EncodedValues($0.fields.map { .string($0) }).bytes } ?? []
      let defined = fields.withUnsafeBufferPointer {
        clua_define_class(state, scriptClass.name, $0.baseAddress, $0.count)
      }
      try check(defined, scriptClass.name)
      for method in scriptClass.methods {
        try define(method, name: "\(scriptClass.name):\(method.name)")
      }
    }
    for function in environment.functions { try define(function, name: function.name) }
    for (name, value) in environment.constants {
      let encoded = EncodedValues([value])
      if let problem = encoded.problem(for: bridge.identity, limits: bridge.limits) {
        throw ScriptError(kind: .host, message: "the constant '\(name)': \(problem)")
      }
      let defined = encoded.bytes.withUnsafeBufferPointer {
        clua_define_constant(state, name, $0.baseAddress, $0.count)
      }
      try check(defined, name)
    }
    try check(clua_seal(state), "")
  }

  private func define(_ function: HostFunction, name: String) throws(ScriptError) {
    var flags = 0
    if function.phase != .run { flags |= CLUA_IN_LOAD }
    if function.phase != .load { flags |= CLUA_IN_RUN }
    if function.waits { flags |= CLUA_WAITS }
    if function.forks { flags |= CLUA_FORKS }
    if function.isDeclaration { flags |= CLUA_DECLARES }
    try check(
      clua_define_function(state, name, bridge.add(function, name: name), UInt32(flags)), name)
  }

  private func check(_ defined: Bool, _ name: String) throws(ScriptError) {
    if defined { return }
    throw ScriptError(
      kind: .host, message: "'\(name)' is defined twice, or without its class or memory")
  }

  /// Bytes that Lua has allocated now.
  package var memoryInUse: Int { clua_memory(state) }

  /// Frees what no run uses any more, and gives the memory back to the system.
  package func collectGarbage() { clua_collect(state) }

  /// From now on only so many allocations are made; the next one fails.
  func allow(allocations: Int64) { clua_allow_allocations(state, allocations) }

  /// Runs that wait for the host.
  package var waitingRuns: Int { clua_waiting(state) }
}

/// The C side's way to Swift; the context is the bridge, which outlives the state.
private func askBridge(
  context: UnsafeMutableRawPointer?, state: OpaquePointer?, call: UnsafePointer<clua_call>?
) -> Int32 {
  guard let context, let state, let call else { return Int32(CLUA_ANSWER_FAILURE) }
  return Unmanaged<HostBridge>.fromOpaque(context).takeUnretainedValue()
    .answer(call.pointee, in: state)
}

extension clua_limits {
  fileprivate init(_ limits: ScriptLimits) {
    self.init(
      memory: limits.memory, block: limits.block, value_bytes: limits.valueBytes,
      source_bytes: limits.sourceBytes, value_depth: Int32(clamping: limits.valueDepth),
      modules: Int32(clamping: limits.modules), pattern_steps: Int64(limits.patternSteps),
      allocations: limits.allocations)
  }
}
