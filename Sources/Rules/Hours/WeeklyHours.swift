/// The windows of a week, by the local clock of wherever they are applied.
struct WeeklyHours: Sendable, Hashable {
  struct Window: Sendable, Hashable {
    /// 0 is Monday: the day on which the window opens.
    var day: Int
    /// Minutes after that day's midnight.
    var opens: Int
    /// Minutes after that same midnight; above 1440 when the window ends on the next day.
    var closes: Int
  }

  var windows: [Window]

  static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  static let minutesPerDay = 1440
}
