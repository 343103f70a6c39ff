/// Something that the server does wrong on purpose: what, to whom, and how often.
///
/// On each occasion at most one fault strikes: of those that fit it, the one that was added first.
package struct Fault: Sendable, Hashable {
  package var kind: FaultKind
  /// Only calls of this method, `messages.sendMessage`, or of all that begin so, `upload.*`; nil: all.
  /// For faults of calls.
  package var method: String?
  /// Only sessions of this account; nil: all, and those that are not logged in.
  package var account: Int64?
  /// After so many strikes it is gone; nil: it stays until it is taken back.
  package var times: Int?
  /// So many occasions pass before the first that counts.
  package var skipping: Int
  /// Of each occasion that fits, drawn from ``seed``.
  package var probability: Double
  package var seed: UInt64

  package init(
    _ kind: FaultKind, method: String? = nil, account: Int64? = nil, times: Int? = 1,
    skipping: Int = 0, probability: Double = 1, seed: UInt64 = 0
  ) {
    self.kind = kind
    self.method = method
    self.account = account
    self.times = times
    self.skipping = skipping
    self.probability = probability
    self.seed = seed
  }

  /// The same until it is taken back.
  package static func always(
    _ kind: FaultKind, method: String? = nil, account: Int64? = nil, probability: Double = 1,
    seed: UInt64 = 0
  ) -> Fault {
    Fault(
      kind, method: method, account: account, times: nil, probability: probability, seed: seed)
  }
}

/// Names a fault that was added.
package struct FaultID: Sendable, Hashable, Comparable {
  package let number: Int

  package init(number: Int) { self.number = number }

  package static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// A fault in force.
package struct ActiveFault: Sendable, Hashable {
  package let id: FaultID
  package let fault: Fault
  /// How often it has struck.
  package let strikes: Int
}

/// A fault has struck.
package struct FaultStrike: Sendable, Hashable {
  package let id: FaultID
  package let kind: FaultKind
  /// At a call.
  package let method: String?
  /// Nil where nobody is logged in.
  package let account: Int64?
}
