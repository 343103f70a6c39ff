package import Model

/// When a burst of changes has come to rest: after 250 ms without another, and 2 s after its first
/// at the latest (rules.md, "Reload").
package struct Settling: Sendable {
  package static let quiet = Duration.milliseconds(250)
  package static let longest = Duration.seconds(2)

  private var first: Timestamp?
  private var last: Timestamp?

  package init() {}

  /// When to look again; nil if nothing has changed.
  package var deadline: Timestamp? {
    guard let first, let last else { return nil }
    return min(last.advanced(by: Self.quiet), first.advanced(by: Self.longest))
  }

  package mutating func changed(at now: Timestamp) {
    first = first ?? now
    last = now
  }

  /// Whether the burst is over; if so the next change begins another.
  package mutating func settles(at now: Timestamp) -> Bool {
    guard let deadline, deadline <= now else { return false }
    self = Settling()
    return true
  }
}
