package import Scripting

/// What rule files may use, at load and in each run.
package struct RuleLimits: Sendable, Hashable {
  /// Of each file's own Lua state.
  package var script = ScriptLimits()
  /// For loading one file with all that it requires.
  package var load = RunBudget.load
  /// For one run of one rule's function.
  package var run = RunBudget()
  /// How long one run may take with all its waiting, by the host's clock (rules.md: 120 s).
  package var deadline = Duration.seconds(120)
  /// Files in one set.
  package var files = 1000

  package init() {}

  package static let standard = RuleLimits()
}
