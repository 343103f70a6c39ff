import Scripting

/// What the functions of a file need to know about the run that is calling them. Set while Lua is
/// entered, and confined to the actor that owns the state.
final class RunBoard {
  var step: RunStep.Input?
  /// Kept of one stretch of a run.
  static let mostNotes = 200
  /// What `x.note` added since Lua was entered.
  var notes: [String] = []
  /// What `metric` counted since.
  var counted: [(name: String, amount: Double)] = []
}

/// One stretch of a run, from entering Lua to leaving it.
struct RunStep: Sendable {
  struct Input: Sendable {
    /// `file/rule`.
    var rule: String
    var names: DeclaredNames
    var host: any RuleHost
    var contactTexts: ContactTexts
    /// That `tg.call` may call.
    var methods: [String] = []
    /// Nil where the function cannot wait.
    var subject: RunSubject?
  }

  var outcome: RunOutcome
  var notes: [String]
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
  func complaint(about reference: Reference) -> Complaint? {
    let known = byKind[reference.kind] ?? []
    if known.contains(reference.name) { return nil }
    let hint =
      didYouMean(reference.name, known.sorted())
      ?? (known.isEmpty
        ? "no \(reference.kind.rawValue) is declared"
        : "declared are \(known.sorted().prefix(8).joined(separator: ", "))")
    let noun = reference.kind == .hours ? "hours" : reference.kind.rawValue
    return Complaint(
      message: "\(reference.subject) names \(noun) \"\(reference.name)\", which is not declared",
      hint: hint)
  }
}
