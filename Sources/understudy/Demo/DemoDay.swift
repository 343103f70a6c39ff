import Foundation
import Model

/// The day that the demo plays, and how its clock runs: slowly through the scenes, fast between them.
struct DemoDay {
  /// The zone of the shipped rules.
  static let zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt

  /// A Tuesday with no clock change near it, at 08:20 in ``zone``.
  static let start = Timestamp(seconds: 1_772_522_400)

  /// In the scenes two minutes pass in a second.
  private static let pace = 120.0
  /// From one scene to the next it takes this many seconds, whatever the distance.
  private static let leap = 0.4

  let schedule: ClockSchedule
  var clock: WallClock { .following(schedule) }

  /// - Parameters:
  ///   - real: when the day begins on the machine.
  ///   - scenes: in their order, none overlapping.
  init(beginning real: Timestamp, scenes: [DemoScene]) {
    var schedule = ClockSchedule(real: real, shown: Self.start, factor: Self.pace)
    var last = Self.start
    for scene in scenes {
      let gap = last.duration(to: scene.start) / .seconds(1)
      if gap > 0 { schedule.change(at: last, to: max(Self.pace, gap / Self.leap)) }
      schedule.change(at: scene.start, to: Self.pace)
      last = scene.end
    }
    self.schedule = schedule
  }

  /// `hour:minute` of the day, or of the next one from 24:00 on.
  static func time(_ hour: Int64, _ minute: Int64) -> Timestamp {
    start.advanced(by: .seconds((hour - 8) * 3600 + (minute - 20) * 60))
  }

  /// `08:24:00`, as a clock in ``zone`` shows it.
  static func clockFace(_ instant: Timestamp) -> String {
    instant.date.formatted(
      Date.VerbatimFormatStyle(
        format:
          "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits)",
        timeZone: zone, calendar: Calendar(identifier: .gregorian)))
  }
}
