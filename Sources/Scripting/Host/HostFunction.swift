/// A function of the host that scripts can call.
///
/// The body runs on the thread that entered the state, with Lua on the stack: it must be quick and
/// must not enter any method of the same ``ScriptState``. What takes time is answered with
/// ``HostAnswer/wait`` and resumed later.
package struct HostFunction {
  /// When the function may be called; at the wrong time the call is an error that says so.
  package enum Phase: Sendable, Hashable {
    /// Only while the file loads.
    case load
    /// Only inside a running rule function.
    case run
    case any
  }

  /// What scripts call it: `monitor`, or with dots to place it in a read-only table: `ai.complete`.
  /// In a ``ScriptClass`` the name alone.
  package let name: String
  package let phase: Phase
  /// Whether the body may answer ``HostAnswer/wait``. Calls of such a function count against
  /// ``RunBudget/hostCalls``, and are refused, before the body sees them, where a script cannot be
  /// suspended (inside string.gsub, table.sort, a metamethod, ...). Only in the run phase.
  package let waits: Bool
  /// Whether the function takes a list of functions, which run side by side as branches of the run
  /// while it waits; the body is given their number. See ``ScriptState/startBranch(_:of:seed:)``.
  package let forks: Bool
  /// Whether the function is called in two steps: `monitor "people" { ... }`. The body is called
  /// once, with both arguments; a first step without its second is an error when loading ends.
  /// `monitor("people", {...})` works too.
  package let isDeclaration: Bool
  package let body: (HostCall) -> HostAnswer

  package init(
    _ name: String, phase: Phase, waits: Bool = false, forks: Bool = false,
    body: @escaping (HostCall) -> HostAnswer
  ) {
    self.name = name
    self.phase = phase
    self.waits = waits || forks
    self.forks = forks
    self.isDeclaration = false
    self.body = body
  }

  private init(declaration name: String, body: @escaping (HostCall) -> HostAnswer) {
    self.name = name
    self.phase = .load
    self.waits = false
    self.forks = false
    self.isDeclaration = true
    self.body = body
  }

  /// A load-phase function called as `name "title" { ... }`; the body gets both arguments.
  package static func declaration(
    _ name: String, body: @escaping (HostCall) -> HostAnswer
  ) -> HostFunction {
    HostFunction(declaration: name, body: body)
  }
}

/// One call of a host function.
package struct HostCall: Sendable {
  /// The function's name as registered; for a method "class:name".
  package let function: String
  /// In a method call the object comes first.
  package let arguments: [ScriptValue]
  /// The line that makes the call: in `rule "x" {` on several lines, the line of `rule`.
  package let location: ScriptLocation
  /// The run that makes the call; nil while the file loads.
  package let run: RunID?

  /// The argument at the index, `.nil` when fewer were given.
  package subscript(index: Int) -> ScriptValue {
    arguments.indices.contains(index) ? arguments[index] : .nil
  }
}

/// What a host function answers.
package enum HostAnswer: Sendable {
  case encoded(EncodedValues)
  /// An error in the script, at the line of the call. The text says what was wrong and what to do.
  case failure(String)
  /// Suspends the run: ``RunOutcome/waiting`` carries the call, ``ScriptState/resume`` the answer.
  case wait

  package static func values(_ values: [ScriptValue]) -> HostAnswer {
    .encoded(EncodedValues(values))
  }
  package static func value(_ value: ScriptValue) -> HostAnswer { .values([value]) }
  package static let nothing = values([])
}
