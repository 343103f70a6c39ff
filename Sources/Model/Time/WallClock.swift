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
  package static let system = scaled(by: 1, from: .zero, shownAs: .zero)

  /// A clock that runs `factor` times as fast as the machine's: at the machine's instant `origin`
  /// it shows `start`. Two processes given the same three values agree.
  package static func scaled(
    by factor: Double, from origin: Timestamp, shownAs start: Timestamp
  ) -> WallClock {
    let read: @Sendable () -> Timestamp = {
      let elapsed = Timestamp(Date()).milliseconds - origin.milliseconds
      return Timestamp(milliseconds: start.milliseconds + Int64(Double(elapsed) * factor))
    }
    return WallClock(read: read) { deadline in
      while true {
        let remaining = deadline.milliseconds - read().milliseconds
        guard remaining > 0 else { return }
        let real = min((Double(remaining) / factor).rounded(.up), 60_000)
        try await Task.sleep(for: .milliseconds(Int64(real)))
      }
    }
  }
}

extension Timestamp {
  package static let zero = Timestamp(milliseconds: 0)
}
