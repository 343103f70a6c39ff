/// All that `except` takes out of hours, compiled.
struct HolidaySet: Sendable, Hashable {
  /// Day numbers; whole days, on which no window opens. Disjoint, ascending.
  let days: [Range<Int>]
  private let named: [HolidayCalendar.Holiday]
  /// Instants in seconds since 1970.
  private let timed: [Range<Int>]
  /// Seconds since 1970 by the local clock of wherever the hours are read.
  private let floating: [Range<Int>]

  init(dates: [DateRule] = [], calendars: [HolidayCalendar] = []) {
    named =
      dates.flatMap { date in
        date.days.map { HolidayCalendar.Holiday(name: date.text, range: $0) }
      } + calendars.flatMap(\.days)
    days = .merged(named.map(\.range))
    timed = .merged(calendars.flatMap(\.timed).map(\.range))
    floating = .merged(calendars.flatMap(\.floating).map(\.range))
  }

  var isEmpty: Bool { days.isEmpty && timed.isEmpty && floating.isEmpty }

  func takes(_ day: Int) -> Bool { !days.isEmpty && days.containing(day) != nil }

  func names(ofDay day: Int) -> [String] {
    named.filter { $0.range.contains(day) }.map(\.name)
  }

  func closures(in zone: ZoneTable) -> [Range<Int>] {
    guard !floating.isEmpty else { return timed }
    let local = floating.compactMap { range -> Range<Int>? in
      let start = zone.instant(of: range.lowerBound)
      let end = zone.instant(of: range.upperBound)
      return start < end ? start..<end : nil
    }
    return .merged(timed + local)
  }
}
