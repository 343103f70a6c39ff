/// Times as test files write them, for other tools.
package enum CaseInstant {
  /// Monday, 2 March 2026, at noon: when cases happen that say nothing else.
  package static var standard: Int { CaseTime.standard.local }

  /// Seconds since 1970-01-01T00:00:00 as a clock shows them, of `sat 23:10` or `2026-03-29 01:50`; nil
  /// for anything else.
  package static func parse(_ text: String) -> Int? { CaseTime(text)?.local }

  /// Of `15m`, `1h30m`; nil for anything else.
  package static func duration(_ text: String) -> Duration? { DurationText.parse(text) }
}
