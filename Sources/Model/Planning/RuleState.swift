/// Names one value that rule files keep between decisions.
package struct StateKey: Sendable, Hashable {
  /// What stands before the slash in the ids of the file's rules: the rules and timers of one file
  /// share what they keep.
  package var file: String
  /// Nil: of the file as a whole.
  package var chat: PeerID?
  package var name: String

  package init(file: String, chat: PeerID? = nil, name: String) {
    self.file = file
    self.chat = chat
    self.name = name
  }
}

/// A kept value.
package struct StateEntry: Sendable, Hashable {
  package var json: String
  /// From then on it is as if it had never been kept; nil: it stays.
  package var expires: Timestamp?

  package init(json: String, expires: Timestamp? = nil) {
    self.json = json
    self.expires = expires
  }

  package func isAlive(at now: Timestamp) -> Bool { expires.map { $0 > now } ?? true }
}

/// How much one file keeps.
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
  /// What the rules have counted, by the metric's name.
  package private(set) var counted: [String: Double] = [:]

  package init() {}

  package var isEmpty: Bool { seen.isEmpty && changes.isEmpty && counted.isEmpty }

  /// The entry as this decision sees it: itself changed or read before; nil if neither is the case.
  package subscript(key: StateKey) -> StateEntry?? { changes[key] ?? seen[key] }

  package mutating func note(_ entry: StateEntry?, of key: StateKey) {
    if seen[key] == nil { seen.updateValue(entry, forKey: key) }
  }

  package mutating func count(_ metric: String, by amount: Double) {
    counted[metric, default: 0] += amount
  }

  package mutating func change(_ key: StateKey, to entry: StateEntry?) {
    changes.updateValue(entry, forKey: key)
  }
}
