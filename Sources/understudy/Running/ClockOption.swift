import ArgumentParser
import Model

/// A clock for `run` that is not the machine's, for the demo and for tests: `ORIGIN,START,FACTOR`. At
/// the machine's instant ORIGIN it shows START (both in milliseconds since 1970), and it runs FACTOR
/// times as fast.
struct ClockOption: ExpressibleByArgument {
  let origin: Timestamp
  let start: Timestamp
  let factor: Double

  init(origin: Timestamp, start: Timestamp, factor: Double) {
    self.origin = origin
    self.start = start
    self.factor = factor
  }

  init?(argument: String) {
    let parts = argument.split(separator: ",")
    guard parts.count == 3, let origin = Int64(parts[0]), let start = Int64(parts[1]),
      let factor = Double(parts[2]), factor > 0, factor <= 1_000_000
    else { return nil }
    self.init(
      origin: Timestamp(milliseconds: origin), start: Timestamp(milliseconds: start),
      factor: factor)
  }

  /// The form that ``init(argument:)`` reads.
  var argument: String { "\(origin.milliseconds),\(start.milliseconds),\(factor)" }

  var clock: WallClock { .scaled(by: factor, from: origin, shownAs: start) }
}
