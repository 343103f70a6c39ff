/// The account's sessions with data centers where it does not live, but some of its files do, kept from one
/// process to the next: so its authorization is exported there once (core.telegram.org/api/datacenter).
package struct ForeignSessions: Sendable {
  /// One for each data center at most.
  let known: [SavedSession]
  let keep: @Sendable (SavedSession) async -> Void
  let forget: @Sendable (_ dc: Int) async -> Void

  /// - Parameters:
  ///   - keep: is called with a session that is new, or has another temporary key.
  ///   - forget: is called for a data center that does not know the account there any more.
  package init(
    known: [SavedSession] = [], keep: @escaping @Sendable (SavedSession) async -> Void = { _ in },
    forget: @escaping @Sendable (_ dc: Int) async -> Void = { _ in }
  ) {
    self.known = known
    self.keep = keep
    self.forget = forget
  }
}
