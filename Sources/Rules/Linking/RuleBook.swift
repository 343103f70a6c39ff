import Model

/// The linked content of a rule set: no name is left to look up but those that functions use.
struct RuleBook: Sendable {
  var account: AccountSettings
  var zone: ZoneTable
  var monitors: [Monitor]
  var hours: [String: HoursTable]
  var delays: [String: DelayCurve]
  var personas: [String: ResolvedPersona]
  /// In the order in which they are asked.
  var rules: [CompiledRule]
  var timers: [CompiledTimer]
  var index: RuleIndex
  var names: DeclaredNames
  /// Whether any file looks at `m.language`. A guess takes longer than all else of `m` together.
  var readsLanguage: Bool
}
