/// Why nothing can be shown.
package struct PreviewError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// A name that the rules do not declare.
    case unknownName
    /// A date or zone that is none.
    case option
  }

  package let kind: Kind
  package let message: String
  /// `did you mean "human"?`
  package let hint: String?

  init(option message: String, hint: String) {
    kind = .option
    self.message = message
    self.hint = hint
  }

  /// Of a name that is not declared.
  init(unknown name: String, kind: DeclaredKind, known: [String]) {
    self.kind = .unknownName
    let noun = kind == .hours ? "hours" : "a \(kind.rawValue)"
    message = "The rules declare no \(kind.rawValue) \"\(name)\"."
    hint =
      didYouMean(name, known).map { "D\($0.dropFirst())" }
      ?? (known.isEmpty
        ? "They declare no \(kind.rawValue) at all: write \(kind.rawValue) \"\(name)\" { ... }."
        : "The names of \(noun) are: \(known.sorted().joined(separator: ", ")).")
  }

  package var description: String { [message, hint].compactMap(\.self).joined(separator: " ") }
}
