/// Names one value that rule files keep between decisions.
package struct StateKey: Sendable, Hashable {
  /// Whose it is: the id of a rule or timer; or of a file, what stands before the name in the ids of its
  /// rules, slash included.
  package var scope: String
  /// Nil: of no chat.
  package var chat: PeerID?
  package var name: String

  package init(scope: String, chat: PeerID? = nil, name: String) {
    self.scope = scope
    self.chat = chat
    self.name = name
  }
}

extension StateKey {
  /// As rules write it: `x.store`, `x.shared.chat`.
  package var shown: String {
    "x.\(scope.hasSuffix("/") ? "shared" : "store")\(chat == nil ? "" : ".chat")"
  }
}

/// A kept value.
package struct StateEntry: Sendable, Hashable, Codable {
  package var json: String
  /// From then on it is as if it had never been kept; nil: it stays.
  package var expires: Timestamp?

  package init(json: String, expires: Timestamp? = nil) {
    self.json = json
    self.expires = expires
  }

  package func isAlive(at now: Timestamp) -> Bool { expires.map { $0 > now } ?? true }
}

/// How much one scope keeps.
package struct StateUsage: Sendable, Hashable {
  package var entries: Int
  /// Of names and values.
  package var bytes: Int

  package init(entries: Int = 0, bytes: Int = 0) {
    self.entries = entries
    self.bytes = bytes
  }
}

/// What one decision has read of the kept values and how it would change them. It is written together
/// with the decision or not at all; and only if what was read still stands as it was.
package struct StateDraft: Sendable, Hashable {
  /// As first read; a nil entry was not there.
  package private(set) var seen: [StateKey: StateEntry?] = [:]
  /// A nil entry is taken away.
  package private(set) var changes: [StateKey: StateEntry?] = [:]
  /// Of the changed keys those that were counted up or down and nothing else.
  package private(set) var increments: Set<StateKey> = []
  /// What the rules have counted, by the metric's name.
  package private(set) var counted: [String: Double] = [:]

  package init() {}

  package var isEmpty: Bool { seen.isEmpty && changes.isEmpty && counted.isEmpty }

  /// The entry as this decision sees it: itself changed or read before; nil if neither is the case.
  package subscript(key: StateKey) -> StateEntry?? { changes[key] ?? seen[key] }

  /// Whether this changes or counts other things than an earlier stage of the same decision.
  package func hasMoved(since earlier: StateDraft) -> Bool {
    changes != earlier.changes || counted != earlier.counted
  }

  package mutating func note(_ entry: StateEntry?, of key: StateKey) {
    if seen[key] == nil { seen.updateValue(entry, forKey: key) }
  }

  package mutating func count(_ metric: String, by amount: Double) {
    counted[metric, default: 0] += amount
  }

  package mutating func change(
    _ key: StateKey, to entry: StateEntry?, isIncrement: Bool = false
  ) {
    if isIncrement, changes[key] == nil { increments.insert(key) }
    if !isIncrement { increments.remove(key) }
    changes.updateValue(entry, forKey: key)
  }
}
