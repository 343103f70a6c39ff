import Model

/// An instant as the clock on a wall shows it.
struct LocalTime: Sendable, Hashable {
  /// Days since 1970-01-01 by the local calendar.
  var dayNumber: Int
  /// Seconds since the local midnight, as the clock shows them.
  var secondOfDay: Int

  init(_ instant: Timestamp, in zone: ZoneTable) {
    let seconds = Int(instant.seconds)
    self.init(localSeconds: seconds + zone.offset(at: seconds))
  }

  /// - Parameter seconds: since 1970-01-01T00:00:00 by the local clock.
  init(localSeconds seconds: Int) {
    dayNumber = seconds.floorDivided(by: 86_400)
    secondOfDay = seconds - dayNumber * 86_400
  }

  var minuteOfDay: Int { secondOfDay / 60 }

  /// 0 is Monday; 1970-01-01 was a Thursday.
  var weekday: Int { Self.weekday(ofDay: dayNumber) }

  static func weekday(ofDay number: Int) -> Int {
    let remainder = (number + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// `mon 2026-03-02 12:00`.
  var text: String {
    let (hour, minute) = minuteOfDay.quotientAndRemainder(dividingBy: 60)
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(WeeklyHours.dayNames[weekday]) \(dateText) \(two(hour)):\(two(minute))"
  }

  /// `2026-03-02`.
  var dateText: String { CivilDate(dayNumber: dayNumber).description }
}
