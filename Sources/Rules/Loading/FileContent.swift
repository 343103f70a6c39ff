import Scripting

/// All that one rule file declares, and what is wrong with it.
struct FileContent: Sendable {
  /// The path of the file.
  var root: String
  /// Paths of the files it requires, directly and indirectly.
  var modules: [String] = []
  var accounts: [Declared<AccountDeclaration>] = []
  var monitors: [Declared<Monitor>] = []
  var filters: [Declared<WhenDeclaration>] = []
  var hours: [Declared<HoursDeclaration>] = []
  var delays: [Declared<DelayDeclaration>] = []
  var personas: [Declared<PersonaDeclaration>] = []
  var limits: [Declared<[RateText]>] = []
  var rules: [Declared<RuleDeclaration>] = []
  var timers: [Declared<TimerDeclaration>] = []
  var references: [Reference] = []
  var problems: [RuleProblem] = []
  /// The file ran to its end; if not, declarations may be missing.
  var isComplete = false
}
