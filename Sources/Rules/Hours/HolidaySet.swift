/// All that `except` takes out of hours, compiled.
struct HolidaySet: Sendable, Hashable {
  /// Day numbers; whole days, on which no window opens. Disjoint, ascending.
  let days: [Range<Int>]
  /// The calendars by their paths, each with the last day that it knows; nil: it knows none.
  /// Without those in which something recurs for ever.
  let ends: [End]
  private let named: [HolidayCalendar.Holiday]
  /// Instants in seconds since 1970.
  private let timed: [HolidayCalendar.Holiday]
  /// Seconds since 1970 by the local clock of wherever the hours are read.
  private let floating: [HolidayCalendar.Holiday]

  struct End: Sendable, Hashable {
    var path: String
    var lastDay: Int?
  }

  init(
    dates: [DateRule] = [], calendars: [(path: String, calendar: HolidayCalendar)] = []
  ) {
    ends = calendars.filter { !$0.calendar.isEndless }
      .map { End(path: $0.path, lastDay: $0.calendar.lastDay) }
    let calendars = calendars.map(\.calendar)
    named =
      dates.flatMap { date in
        date.days.map { HolidayCalendar.Holiday(name: date.text, range: $0) }
      } + calendars.flatMap(\.days)
    days = .merged(named.map(\.range))
    timed = calendars.flatMap(\.timed)
    floating = calendars.flatMap(\.floating)
  }

  var isEmpty: Bool { days.isEmpty && timed.isEmpty && floating.isEmpty }

  func takes(_ day: Int) -> Bool { !days.isEmpty && days.containing(day) != nil }

  /// Of whole days, and of events with times that lie within the instants.
  func names(ofDay day: Int, instants: Range<Int>, in zone: ZoneTable) -> [String] {
    let whole = named.filter { $0.range.contains(day) }
    let parts = (timed + located(in: zone)).filter { $0.range.overlaps(instants) }
    var seen: Set<String> = []
    return (whole + parts).map(\.name).filter { seen.insert($0).inserted }
  }

  /// What is closed for times, whatever the day: instants, disjoint and ascending.
  func closures(in zone: ZoneTable) -> [Range<Int>] {
    .merged((timed + located(in: zone)).map(\.range))
  }

  /// The events of no zone as instants.
  private func located(in zone: ZoneTable) -> [HolidayCalendar.Holiday] {
    floating.compactMap { holiday in
      let start = zone.instant(of: holiday.range.lowerBound)
      let end = zone.instant(of: holiday.range.upperBound)
      return start < end ? HolidayCalendar.Holiday(name: holiday.name, range: start..<end) : nil
    }
  }
}
