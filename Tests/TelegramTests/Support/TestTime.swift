import MTProto
import Model
import Synchronization

/// Time for both sides of the wire, MTProto's own and that of waiting, which a test can make go faster.
final class TestTime: Sendable {
  private let schedule: Mutex<ClockSchedule>

  init() {
    let start = WallClock.system.now
    schedule = Mutex(ClockSchedule(real: start, shown: start, factor: 1))
  }

  private var now: Timestamp {
    schedule.withLock { $0.shown(at: WallClock.system.now) }
  }

  /// From now on it goes so many times as fast as the machine's.
  func go(at factor: Double) {
    schedule.withLock { $0.change(at: $0.shown(at: WallClock.system.now), to: factor) }
  }

  var clock: WallClock {
    WallClock(read: { self.now }) { deadline in
      // In short steps, since the pace may change meanwhile.
      while self.now < deadline { try await Task.sleep(for: .milliseconds(5)) }
    }
  }

  var moment: @Sendable () -> Moment {
    return {
      let now = Duration.milliseconds(self.now.milliseconds)
      return Moment(unix: now, monotonic: now)
    }
  }
}
