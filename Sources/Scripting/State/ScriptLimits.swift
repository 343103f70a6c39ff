/// What one state may use. The figures leave a hundredfold of what the shipped rules need.
package struct ScriptLimits: Sendable, Hashable {
  /// Bytes that Lua may have allocated at one time, in all runs of the state.
  package var memory = 16 << 20
  /// Bytes of the largest single string or array.
  package var block = 2 << 20
  /// Bytes of the values in one crossing between Lua and Swift, as encoded.
  package var valueBytes = 1 << 20
  /// Tables within tables in one crossing; at most 64.
  package var valueDepth = 32
  /// Modules that a file may require, directly and indirectly.
  package var modules = 64
  /// Bytes of one source file.
  package var sourceBytes = 1 << 20
  /// Steps of one pattern match (`find match gmatch gsub`); eight more for each byte matched upon.
  package var patternSteps = 1_000_000
  /// Allocations of memory that may be made in all; tests let them run out, one after the other.
  var allocations = Int64.max

  package init() {}
}

/// What one run may use. A budget that is used up ends the run, whatever `pcall` it is in.
package struct RunBudget: Sendable, Hashable {
  /// Lua instructions. Work done inside library functions counts too: about one for 10 pattern steps
  /// and one for 16 bytes allocated. 5 million take well below a second.
  package var instructions: Int64
  /// Calls of host functions that wait (rules.md: 32).
  package var hostCalls: Int32
  /// Seconds of processor time in all: a last resort for what counting misses. A run that does
  /// honest work never comes near it, so that budgets do not depend on the machine.
  package var processorTime: Double

  package init(
    instructions: Int64 = 5_000_000, hostCalls: Int32 = 32, processorTime: Double = 2
  ) {
    self.instructions = instructions
    self.hostCalls = hostCalls
    self.processorTime = processorTime
  }

  /// For loading a file with all it requires.
  package static let load = RunBudget(instructions: 20_000_000)
}
