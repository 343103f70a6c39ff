/// What an iCalendar file (RFC 5545) says of holidays, with everything that recurs written out.
struct HolidayCalendar: Sendable, Hashable {
  struct Holiday: Sendable, Hashable {
    var name: String
    /// Its end does not belong to it.
    var range: Range<Int>
  }

  /// Whole days, as day numbers since 1970-01-01. They belong to no zone.
  var days: [Holiday] = []
  /// Events with times in a zone: instants in seconds since 1970.
  var timed: [Holiday] = []
  /// Events with times of no zone: seconds since 1970 by whichever local clock.
  var floating: [Holiday] = []
  /// Something recurs without end (as far as years are known, see ``DateRule/years``).
  var isEndless = false
  /// Of the file's bytes.
  var hash = ""

  /// The last day with a holiday; nil if there is none.
  var lastDay: Int? {
    let seconds = (timed + floating).map { ($0.range.upperBound - 1).floorDivided(by: 86_400) }
    return (days.map { $0.range.upperBound - 1 } + seconds).max()
  }

  static func isCalendar(_ path: String) -> Bool { path.hasSuffix(".ics") }
}

/// What is wrong in an iCalendar file.
struct CalendarError: Error, Hashable {
  var line: Int
  var message: String
  var hint: String?
}

/// Bounds on what is read from a file: far above what any person's holidays need.
enum CalendarLimits {
  static let events = 10_000
  /// Of all events together, with all their recurrences.
  static let occurrences = 20_000
  /// Days that are looked at to find what recurs.
  static let steps = 500_000
  /// Bytes of one line, unfolded.
  static let line = 65_536
  /// Components within components.
  static let depth = 16
  /// Problems that are told of one file.
  static let problems = 20
}
