/// Waiting times between attempts: 1, 2, 4 ... up to 30 s.
package struct Backoff: Hashable, Sendable {
  package static let first: Duration = .seconds(1)
  package static let longest: Duration = .seconds(30)

  private var upcoming = Backoff.first

  package init() {}

  /// How long to wait before the next attempt.
  package mutating func next() -> Duration {
    defer { upcoming = min(upcoming * 2, Self.longest) }
    return upcoming
  }

  /// After an attempt that went well.
  package mutating func reset() {
    upcoming = Self.first
  }
}
