#if canImport(Glibc)
  internal import Glibc
#endif

/// One instant, as the caller of the core reads it off its clocks. The core itself has no clock.
package struct Moment: Hashable, Sendable {
  /// Since 1970-01-01 UTC, by this machine's clock. It may be wrong, and it may jump.
  package var unix: Duration
  /// Since any fixed origin. Never goes back, and goes on while the machine sleeps.
  package var monotonic: Duration

  package init(unix: Duration, monotonic: Duration) {
    self.unix = unix
    self.monotonic = monotonic
  }

  package func advanced(by duration: Duration) -> Moment {
    Moment(unix: unix + duration, monotonic: monotonic + duration)
  }
}

extension Moment {
  /// Reads the machine's clocks. For drivers at the edge; nothing in this module calls it.
  package static func now() -> Moment {
    Moment(unix: read(CLOCK_REALTIME), monotonic: read(CLOCK_BOOTTIME))
  }

  private static func read(_ clock: clockid_t) -> Duration {
    var time = timespec()
    clock_gettime(clock, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
