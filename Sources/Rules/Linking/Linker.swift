import Foundation
import Model
import Scripting

/// Brings the declarations of all files together: names are looked up, and what does not fit
/// together is reported.
struct Linker {
  let files: [FileContent]
  let snapshot: [String: String]
  /// By path.
  let calendars: [String: HolidayCalendar]
  var problems: [RuleProblem]
  /// The declarations of each kind that count, by name.
  var monitors: [Declared<Monitor>] = []
  var filters: [Declared<WhenDeclaration>] = []
  var hours: [Declared<HoursDeclaration>] = []
  var delays: [Declared<DelayDeclaration>] = []
  var personas: [Declared<PersonaDeclaration>] = []
  /// Of the file that ran each delay, by its name.
  private(set) var delayFiles: [String: Int] = [:]
  var limits: [Declared<[RateText]>] = []
  var rules: [Rooted<RuleDeclaration>] = []
  var timers: [Rooted<TimerDeclaration>] = []
  var account: Declared<AccountDeclaration>?
  /// From within functions.
  var codeReferences: [Reference] = []

  /// A declaration with the file that ran it, which need not be the one that it stands in.
  struct Rooted<Value: Sendable>: Sendable {
    var file: Int
    var root: String
    var declared: Declared<Value>
    /// It stands in the file that ran it.
    var isAtHome: Bool { root == declared.place.file }
    var key: String { "\(declared.place) \(declared.name)" }
    var id: String { "\(RuleSource(path: root, bytes: []).ruleNamespace)/\(declared.name)" }
  }

  init(
    files: [FileContent], snapshot: [String: String],
    calendars: [String: HolidayCalendar] = [:], surveys: [String: CodeSurvey] = [:]
  ) {
    self.files = files
    self.snapshot = snapshot
    self.calendars = calendars
    problems = files.flatMap(\.problems)
    monitors = unique("monitor", \.monitors)
    filters = unique("filter", \.filters)
    hours = unique("hours", \.hours)
    delays = unique("delay", \.delays)
    delayFiles = Dictionary(once(\.delays).map { ($0.declared.name, $0.file) }) { first, _ in
      first
    }
    personas = unique("persona", \.personas)
    limits = unique("limit", \.limits)
    let accounts = once(\.accounts)
    account = accounts.first?.declared
    if accounts.count > 1, let first = account {
      for other in accounts.dropFirst() {
        report(
          "account is set twice: here and at \(first.place)", hint: "keep one",
          at: other.declared.place)
      }
    }
    rules = once(\.rules)
    reportTwice("rule", rules.map { ($0.id, $0.declared.place) })
    timers = once(\.timers)
    // Of one name there may be a rule or a timer: reports and what is kept go by it.
    let timerIDs = Set(timers.map(\.id))
    reportTwice(
      "rule or timer",
      (rules.map { ($0.id, $0.declared.place) } + timers.map { ($0.id, $0.declared.place) })
        .filter { timerIDs.contains($0.0) })
    checkCode(surveys)
    checkReferences()
  }

  /// The declarations of all files, each once. What stands in a file that others require was run
  /// once for each of them, and belongs to its own file; but what a function of it declares for its
  /// callers belongs to them.
  private func once<Value>(
    _ part: (FileContent) -> [Declared<Value>]
  ) -> [Rooted<Value>] {
    let all = files.enumerated().flatMap { index, file in
      part(file).map { Rooted(file: index, root: file.root, declared: $0) }
    }
    let own = Set(all.filter(\.isAtHome).map(\.key))
    return all.filter { $0.isAtHome || !own.contains($0.key) }
  }

  private mutating func unique<Value>(
    _ kind: String, _ part: (FileContent) -> [Declared<Value>]
  ) -> [Declared<Value>] {
    let all = once(part).map(\.declared)
    reportTwice(kind, all.map { ($0.name, $0.place) })
    return all
  }

  private mutating func reportTwice(_ kind: String, _ names: [(String, ScriptLocation)]) {
    var first: [String: ScriptLocation] = [:]
    for (name, place) in names {
      if let known = first[name] {
        report(
          "\(kind) \"\(name)\" is declared twice: here and at \(known)", hint: "rename one",
          at: place)
      } else {
        first[name] = place
      }
    }
  }

  var names: DeclaredNames {
    DeclaredNames(
      byKind: [
        .monitor: Set(monitors.map(\.name)), .filter: Set(filters.map(\.name)),
        .hours: Set(hours.map(\.name)),
        .delay: Set(delays.map(\.name)), .persona: Set(personas.map(\.name)),
        .limit: Set(limits.map(\.name)),
      ], forwards: Set(account?.value.settings.forward ?? []))
  }

  private mutating func checkReferences() {
    let names = names
    // A file that failed may declare what others look for; its text tells.
    let lost = files.filter { !$0.isComplete }.compactMap { snapshot[$0.root] }
    var seen: Set<String> = []
    for reference in files.flatMap(\.references) + codeReferences {
      guard seen.count < LinkLimits.complaints else { break }
      guard
        let complaint = names.complaint(
          about: reference, suggesting: seen.count < LinkLimits.closeLooks),
        !lost.contains(where: { $0.contains("\"\(reference.name)\"") })
      else { continue }
      let place =
        seen.count < LinkLimits.closeLooks ? reference.place : reference.lines.place
      guard seen.insert("\(place) \(complaint.message)").inserted else { continue }
      report(complaint.message, hint: complaint.hint, at: place)
    }
  }

  mutating func report(
    _ message: String, hint: String? = nil, at place: ScriptLocation,
    severity: RuleProblem.Severity = .error
  ) {
    problems.append(
      RuleProblem(
        severity: severity, file: place.file, line: place.line, message: message, hint: hint))
  }

  var hasErrors: Bool { problems.contains { $0.severity == .error } }
}
