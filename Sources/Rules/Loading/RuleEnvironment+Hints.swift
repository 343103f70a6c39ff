extension RuleEnvironment {
  /// What newcomers may look for and not find.
  static let hints: [String: String] = [
    "os": "os is not available in rules; x.now and x.today tell the time",
    "io": "io is not available in rules; log(...) writes to the log",
    "print": "print is not available in rules; use log(...) or x.note(...)",
    "print_r": "print_r is not available in rules; use log(...)",
    "debug": "debug is not available in rules",
    "package":
      "package is not available in rules; require \"name\" finds files of the rules directory",
    "load": "load is not available in rules; put the code into a file and require it",
    "loadstring": "loadstring is not available in rules; put the code into a file and require it",
    "dofile": "dofile is not available in rules; use require \"name\"",
    "loadfile": "loadfile is not available in rules; use require \"name\"",
    "send": "a rule returns what is to be done: return reply \"...\"",
  ]
}
