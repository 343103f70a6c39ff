extension RuleEnvironment {
  /// What newcomers may look for and not find; beside what ``Scripting`` says of Lua's own names.
  static let hints: [String: String] = [
    "os": "os is not available in rules; x.now and x.today tell the time",
    "print": "print is not available in rules; use log(...) or x.note(...)",
    "send":
      "send is not available in rules: they return what is to be done, as in return reply \"...\"",
    "sleep": "sleep is not available in rules; use task.sleep, or a delay for an answer's pace",
  ]
}
