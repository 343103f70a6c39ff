import ArgumentParser
import Model

/// A clock for `run` that is not the machine's, for the demo and for tests: `REAL,SHOWN,FACTOR`, and
/// more of the kind after semicolons. From the machine's instant REAL on, the clock shows SHOWN (both
/// in milliseconds since 1970) and runs FACTOR times as fast.
struct ClockOption: ExpressibleByArgument {
  let schedule: ClockSchedule

  init(_ schedule: ClockSchedule) { self.schedule = schedule }

  init?(argument: String) {
    var schedule: ClockSchedule?
    for text in argument.split(separator: ";") {
      let parts = text.split(separator: ",")
      guard parts.count == 3, let real = Int64(parts[0]), let shown = Int64(parts[1]),
        let factor = Double(parts[2]), factor > 0, factor <= 1_000_000
      else { return nil }
      let point = ClockSchedule.Point(
        real: Timestamp(milliseconds: real), shown: Timestamp(milliseconds: shown), factor: factor)
      if schedule?.append(point) == nil {
        schedule = ClockSchedule(real: point.real, shown: point.shown, factor: factor)
      }
    }
    guard let schedule else { return nil }
    self.schedule = schedule
  }

  /// The form that ``init(argument:)`` reads.
  var argument: String {
    schedule.points.map { "\($0.real.milliseconds),\($0.shown.milliseconds),\($0.factor)" }
      .joined(separator: ";")
  }

  var clock: WallClock { .following(schedule) }
}
