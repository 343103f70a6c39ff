import Foundation

/// The one source of wall time and of waiting. Injected everywhere, so that a test or a replay runs
/// on a ``ManualClock`` and the demo on a fast one.
package struct WallClock: Clock, Sendable {
  package typealias Instant = Timestamp

  private let read: @Sendable () -> Timestamp
  private let wait: @Sendable (Timestamp) async throws -> Void

  /// - Parameters:
  ///   - read: the present instant.
  ///   - wait: returns once the instant has come; throws `CancellationError` when its task ends.
  package init(
    read: @escaping @Sendable () -> Timestamp,
    wait: @escaping @Sendable (Timestamp) async throws -> Void
  ) {
    self.read = read
    self.wait = wait
  }

  package var now: Timestamp { read() }
  package var minimumResolution: Duration { .milliseconds(1) }

  package func sleep(until deadline: Timestamp, tolerance: Duration? = nil) async throws {
    try Task.checkCancellation()
    try await wait(deadline)
  }

  /// The machine's own clock. A wait survives jumps of the wall clock: it is re-examined every
  /// minute at the latest.
  package static let system = following(.machine)

  /// A clock that runs by a schedule.
  package static func following(_ schedule: ClockSchedule) -> WallClock {
    WallClock(read: { schedule.shown(at: Timestamp(Date())) }) { deadline in
      while true {
        let now = Timestamp(Date())
        guard schedule.shown(at: now) < deadline else { return }
        let remaining = max(1, now.duration(to: schedule.real(for: deadline)).wholeMilliseconds)
        try await Task.sleep(for: .milliseconds(min(remaining, 60_000)))
      }
    }
  }
}

extension Timestamp {
  package static let zero = Timestamp(milliseconds: 0)
}
