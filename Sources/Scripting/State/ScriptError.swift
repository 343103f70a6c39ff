/// Why a script failed.
package struct ScriptError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The file is not Lua.
    case syntax
    /// An error in the script, or raised by a host function.
    case runtime
    /// The instruction budget, the host call budget or the processor time is used up.
    case budget
    /// The memory cap of the state was reached.
    case memory
    /// The host made a mistake: a stale token, a function of another state, too large a value.
    case host
  }

  package let kind: Kind
  /// Where; nil when no script was involved.
  package let location: ScriptLocation?
  /// What was wrong, without the location.
  package let message: String
  /// The calls that led there, innermost first, a line each ("people.lua:12: in function 'f'");
  /// empty when nothing was running.
  package let traceback: [String]

  package init(
    kind: Kind, location: ScriptLocation? = nil, message: String, traceback: [String] = []
  ) {
    self.kind = kind
    self.location = location
    self.message = message
    self.traceback = traceback
  }
}

extension ScriptError: CustomStringConvertible {
  package var description: String {
    location.map { "\($0): \(message)" } ?? message
  }
}
