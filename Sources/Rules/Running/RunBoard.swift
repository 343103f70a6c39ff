import Scripting

/// What the functions of a file need to know about the run that is calling them. Set while Lua is
/// entered, and confined to the actor that owns the state.
final class RunBoard {
  var step: RunStep.Input?
  /// Kept of one stretch of a run.
  static let mostNotes = 200
  /// Lines that `log` writes for one run; what is beyond is left out.
  static let mostLogged = 50
  /// What `x.note` added since Lua was entered, and what `log` wrote.
  private(set) var notes: [String] = []
  /// How many of the notes are what `log` wrote.
  private(set) var logged = 0
  /// What `metric` counted since.
  var counted: [(name: String, amount: Double)] = []

  func begin(_ step: RunStep.Input) {
    self.step = step
    notes = []
    logged = 0
    counted = []
  }

  /// - Returns: false if there are too many.
  func note(_ text: String) -> Bool {
    guard notes.count - logged < Self.mostNotes else { return false }
    notes.append(text)
    return true
  }

  /// What a rule logs is told at once, and stands among the notes of its decision.
  func log(_ line: String) {
    guard let step else { return }
    let written = step.logged + logged
    guard written <= Self.mostLogged else { return }
    let text =
      written < Self.mostLogged
      ? line : "more than \(Self.mostLogged) lines in one run; the rest is left out"
    logged += 1
    notes.append("log: \(text)")
    step.host.log(text, rule: step.rule)
  }
}

/// One stretch of a run, from entering Lua to leaving it.
struct RunStep: Sendable {
  struct Input: Sendable {
    /// `file/rule`.
    var rule: String
    var names: DeclaredNames
    var host: any RuleHost
    var contactTexts: ContactTexts
    /// How many lines the run has logged before.
    var logged = 0
    /// That `tg.call` may call.
    var methods: [String] = []
    /// Nil where the function cannot wait.
    var subject: RunSubject?
  }

  var outcome: RunOutcome
  var notes: [String]
  /// How many of them are logged lines.
  var logged = 0
  var counted: [(name: String, amount: Double)] = []
}

/// The names that actions of a running function may use.
struct DeclaredNames: Sendable {
  var byKind: [DeclaredKind: Set<String>]
  /// Chats to which functions may forward.
  var forwards: Set<String> = []

  func contain(_ kind: DeclaredKind, _ name: String) -> Bool {
    byKind[kind]?.contains(name) ?? false
  }

  /// Why the name cannot be used; nil if it can.
  ///
  /// - Parameter suggesting: whether to say what was perhaps meant.
  func complaint(about reference: Reference, suggesting: Bool = true) -> Complaint? {
    let known = byKind[reference.kind] ?? []
    if known.contains(reference.name) { return nil }
    if reference.kind == .limit, let complaint = RateText.complaint(about: reference) {
      return complaint
    }
    var hint: String?
    if suggesting {
      let sorted = known.sorted()
      hint =
        didYouMean(reference.name, sorted)
        ?? (sorted.isEmpty
          ? "no \(reference.kind.rawValue) is declared"
          : "declared are \(sorted.prefix(8).joined(separator: ", "))")
    }
    let noun = reference.kind == .hours ? "hours" : reference.kind.rawValue
    return Complaint(
      message: "\(reference.subject) names \(noun) \"\(reference.name)\", which is not declared",
      hint: hint)
  }
}
