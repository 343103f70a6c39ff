import Scripting

/// Gathers what is wrong. While files load it gathers, too, which declarations are referred to; in a running
/// function, where all are known, it judges that at once.
final class ProblemSink {
  private(set) var problems: [RuleProblem] = []
  private(set) var references: [Reference] = []
  private let names: DeclaredNames?

  /// - Parameter names: nil while files load.
  init(names: DeclaredNames? = nil) { self.names = names }

  /// The first problem, as a running function is told of it.
  var complaint: String? {
    problems.first.map { [$0.message, $0.hint].compactMap(\.self).joined(separator: "; ") }
  }

  func report(
    _ message: String, hint: String? = nil, at place: ScriptLocation,
    severity: RuleProblem.Severity = .error
  ) {
    problems.append(
      RuleProblem(
        severity: severity, file: place.file, line: place.line, message: message, hint: hint))
  }

  func refer(to kind: DeclaredKind, _ name: String, _ reference: () -> Reference) {
    guard let names else { return references.append(reference()) }
    if names.contain(kind, name) { return }
    let reference = reference()
    guard let complaint = names.complaint(about: reference) else { return }
    report(complaint.message, hint: complaint.hint, at: reference.lines.place)
  }
}

/// A name in one declaration that stands for another.
struct Reference: Sendable {
  var kind: DeclaredKind
  var name: String
  /// `rule "friends"`.
  var subject: String
  var lines: LineFinder
  /// Of the table that the key stands in.
  var path: [ScriptTable.Key]
  var key: ScriptTable.Key

  var place: ScriptLocation { lines.place(of: path + [key]) }
}
