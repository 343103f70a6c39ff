package import Model

/// What rules may ask of the world while they decide. The rules know no clock and do no I/O.
package protocol RuleHost: Sendable {
  /// `ai.complete`, `ai.classify`, `ai.extract`. What is thrown is an error in the rule's function, which may catch it;
  /// `CancellationError` ends the decision.
  ///
  /// - Parameter asker: for the record: `people/friends by ai.classify`.
  func complete(_ request: TextRequest, for asker: String) async throws -> TextCompletion
  /// At most `limit` messages of the chat older than `before` (nil: from the newest), in any order.
  func history(of chat: PeerID, limit: Int, before: Int32?) async throws -> [Message]
  /// Returns after this time on the host's clock: `task.sleep`.
  func sleep(for duration: Duration) async throws
  /// Returns when a run that began now has had its time; where waiting takes no time, never.
  func deadline(after duration: Duration) async throws
  /// Whether waiting takes time, so that branches of a run go on side by side; where it does not, they
  /// take turns by what they would have waited.
  var takesTime: Bool { get }
  /// How many messages since then the rule has claimed anything for, by the stored decisions;
  /// in this chat, or with nil in all.
  func claimCount(rule: String, chat: PeerID?, since: Timestamp) async throws -> Int
  /// Whether an answer that the rule planned in this chat still waits.
  func isPending(rule: String, chat: PeerID) async throws -> Bool
  /// What is kept under this name, be it alive or not; committed values only.
  func state(_ key: StateKey) async throws -> StateEntry?
  func stateUsage(of scope: String) async throws -> StateUsage
  /// What is remembered; nothing of another chat unless the monitors of both share.
  func recall(_ question: MemoryQuestion) async throws -> [Memory]
  /// Nil if no secret of this name is set.
  func secret(_ name: String) -> Secret<String>?
  /// One HTTP exchange with a host that rules may reach.
  func exchange(_ request: WebRequest) async throws -> WebResponse
  /// Calls a method of Telegram's API; see ``MethodCaller``.
  func call(_ method: String, arguments: String) async throws -> String
  /// Why the rule is not to be asked now, as it failed too often; nil: it is. Of another hash it is
  /// another rule.
  func suspension(of rule: String, hash: String) -> String?
  /// A rule's function has run.
  func noteRun(of rule: String, hash: String, failed: Bool)
  /// Whether the file has been there for less than this.
  func isNew(file: String, within span: Duration) -> Bool
  /// A line that a rule wrote with `log`.
  func log(_ text: String, rule: String)
  /// Counts what rules do; nil: nobody does.
  var meter: RuleMeter? { get }
}

extension RuleHost {
  package var meter: RuleMeter? { nil }
  package var takesTime: Bool { true }

  package func deadline(after duration: Duration) async throws { try await sleep(for: duration) }

  // What a host may be without; a rule that asks for it is told so.

  package func isPending(rule: String, chat: PeerID) async throws -> Bool { throw NotAtHand() }
  package func state(_ key: StateKey) async throws -> StateEntry? { throw NotAtHand() }
  package func suspension(of rule: String, hash: String) -> String? { nil }
  package func noteRun(of rule: String, hash: String, failed: Bool) {}
  package func isNew(file: String, within span: Duration) -> Bool { false }
  package func secret(_ name: String) -> Secret<String>? { nil }
  package func exchange(_ request: WebRequest) async throws -> WebResponse { throw NotAtHand() }
  package func call(_ method: String, arguments: String) async throws -> String {
    throw NotAtHand()
  }
  package func stateUsage(of scope: String) async throws -> StateUsage { throw NotAtHand() }
  package func recall(_ question: MemoryQuestion) async throws -> [Memory] { throw NotAtHand() }
}

/// The host has nothing of the kind.
package struct NotAtHand: Error, Sendable, CustomStringConvertible {
  package init() {}
  package var description: String { "it is not at hand here" }
}
