/// How fast a clock runs at which times: the machine's instants on one side, the instants that the
/// clock shows on the other, and a factor from each point on. Two processes given the same schedule
/// agree.
package struct ClockSchedule: Sendable, Hashable {
  /// From the machine's instant `real` on, where the clock shows `shown`, it runs `factor` times as
  /// fast as the machine's.
  package struct Point: Sendable, Hashable {
    package var real: Timestamp
    package var shown: Timestamp
    /// Above zero.
    package var factor: Double

    package init(real: Timestamp, shown: Timestamp, factor: Double) {
      self.real = real
      self.shown = shown
      self.factor = factor
    }
  }

  package private(set) var points: [Point]

  package init(real: Timestamp, shown: Timestamp, factor: Double) {
    points = [Point(real: real, shown: shown, factor: factor)]
  }

  /// The machine's own time.
  package static let machine = ClockSchedule(real: .zero, shown: .zero, factor: 1)

  /// From the instant at which the clock shows `shown`, it runs at another factor. Points are added in
  /// the order of their times.
  package mutating func change(at shown: Timestamp, to factor: Double) {
    points.append(Point(real: real(for: shown), shown: shown, factor: factor))
  }

  /// A point as it was written down by another process.
  package mutating func append(_ point: Point) { points.append(point) }

  /// What the clock shows at an instant of the machine.
  package func shown(at real: Timestamp) -> Timestamp {
    let point = points.last { $0.real <= real } ?? points[0]
    let elapsed = Double(real.milliseconds) - Double(point.real.milliseconds)
    return point.shown.advanced(by: Self.span(elapsed * point.factor))
  }

  /// When the machine has come to what the clock shows.
  package func real(for shown: Timestamp) -> Timestamp {
    let point = points.last { $0.shown <= shown } ?? points[0]
    let elapsed = (Double(shown.milliseconds) - Double(point.shown.milliseconds)) / point.factor
    return point.real.advanced(by: Self.span(elapsed.rounded(.up)))
  }

  /// A clock that runs slowly comes to a far time never: 300,000 years are as good.
  private static func span(_ milliseconds: Double) -> Duration {
    .milliseconds(Int64(min(max(milliseconds, -1e16), 1e16)))
  }
}
