/// How much may still be done for one file.
struct CalendarBudget {
  var occurrences = CalendarLimits.occurrences
  var steps = CalendarLimits.steps

  struct Spent: Error {}

  mutating func step(_ count: Int = 1) throws(Spent) {
    steps -= count
    guard steps >= 0 else { throw Spent() }
  }

  mutating func found() throws(Spent) {
    occurrences -= 1
    guard occurrences >= 0 else { throw Spent() }
  }
}

extension RecurrenceRule {
  /// The days on which something that begins on `start` recurs, in their order, to the end of the
  /// known years.
  func days(
    from start: CalendarTime, budget: inout CalendarBudget
  ) throws(CalendarBudget.Spent) -> [Int] {
    let last = CivilDate(year: DateRule.years.upperBound, month: 12, day: 31).dayNumber
    var found: [Int] = []
    var period = 0
    while true {
      guard let first = firstDay(ofPeriod: period, from: start.day), first <= last else { break }
      try budget.step()
      for day in try positioned(candidates(from: first, start: start.day, budget: &budget))
      where day >= start.day {
        guard day <= last, !isOver(start.on(day)) else { return found }
        try budget.found()
        found.append(day)
        if found.count == count { return found }
      }
      period += 1
    }
    return found
  }

  private func isOver(_ time: CalendarTime) -> Bool {
    guard let until else { return false }
    guard until.second != nil, time.second != nil else { return time.day > until.day }
    return time.seconds > until.seconds
  }

  /// The first day of the period of that number; nil beyond all years.
  private func firstDay(ofPeriod number: Int, from start: Int) -> Int? {
    let (distance, overflow) = number.multipliedReportingOverflow(by: interval)
    guard !overflow, distance < 1_000_000 else { return nil }
    let date = CivilDate(dayNumber: start)
    switch frequency {
    case .daily: return start + distance
    case .weekly:
      let intoWeek = (LocalTime.weekday(ofDay: start) - weekStart + 7) % 7
      return start - intoWeek + 7 * distance
    case .monthly:
      let months = date.year * 12 + date.month - 1 + distance
      return CivilDate(year: months / 12, month: months % 12 + 1, day: 1).dayNumber
    case .yearly: return CivilDate(year: date.year + distance, month: 1, day: 1).dayNumber
    }
  }

  private func candidates(
    from first: Int, start: Int, budget: inout CalendarBudget
  ) throws(CalendarBudget.Spent) -> [Int] {
    let date = CivilDate(dayNumber: first)
    let startDate = CivilDate(dayNumber: start)
    switch frequency {
    case .daily:
      return isLimited(to: first) ? [first] : []
    case .weekly:
      let days = weekdays.isEmpty ? [LocalTime.weekday(ofDay: start)] : weekdays.map(\.day)
      try budget.step(7)
      return (first..<(first + 7)).filter { day in
        days.contains(LocalTime.weekday(ofDay: day)) && fitsMonth(day)
      }
    case .monthly:
      guard months.isEmpty || months.contains(date.month) else { return [] }
      let days = monthDays.isEmpty && weekdays.isEmpty ? [startDate.day] : monthDays
      return try daysOfMonth(date, monthDays: days, budget: &budget)
    case .yearly:
      if monthDays.isEmpty, weekdays.isEmpty, yearDays.isEmpty {
        let months = months.isEmpty ? [startDate.month] : months
        return try inMonths(months, of: date.year, monthDays: [startDate.day], budget: &budget)
      }
      if yearDays.isEmpty, !(months.isEmpty && monthDays.isEmpty) {
        let months = months.isEmpty ? Array(1...12) : months
        return try inMonths(months, of: date.year, monthDays: monthDays, budget: &budget)
      }
      return try daysOfYear(date.year, from: first, budget: &budget)
    }
  }

  private func daysOfYear(
    _ year: Int, from first: Int, budget: inout CalendarBudget
  ) throws(CalendarBudget.Spent) -> [Int] {
    let length = CivilDate.isLeap(year) ? 366 : 365
    let numbers =
      yearDays.isEmpty
      ? Array(1...length)
      : Set(yearDays.map { $0 < 0 ? length + 1 + $0 : $0 }).sorted()
        .filter { (1...length).contains($0) }
    try budget.step(numbers.count)
    return numbers.map { first + $0 - 1 }.filter { day in
      // Days are counted within the month if months are named.
      let fits =
        months.isEmpty ? fitsWeekday(day, from: first, length: length) : fitsWeekdayInMonth(day)
      return fits && fitsMonth(day) && fitsMonthDay(day)
    }
  }

  private func positioned(_ days: [Int]) -> [Int] {
    guard !positions.isEmpty else { return days }
    return days.enumerated().filter { index, _ in
      positions.contains(index + 1) || positions.contains(index - days.count)
    }.map(\.element)
  }

  private func inMonths(
    _ months: [Int], of year: Int, monthDays: [Int], budget: inout CalendarBudget
  ) throws(CalendarBudget.Spent) -> [Int] {
    var days: [Int] = []
    for month in Set(months).sorted() {
      let first = CivilDate(year: year, month: month, day: 1)
      days += try daysOfMonth(first, monthDays: monthDays, budget: &budget)
    }
    return days
  }

  /// - Parameter monthDays: none: all days of the month that `weekdays` lets through.
  private func daysOfMonth(
    _ month: CivilDate, monthDays: [Int], budget: inout CalendarBudget
  ) throws(CalendarBudget.Spent) -> [Int] {
    let length = CivilDate.length(ofMonth: month.month, year: month.year)
    let first = CivilDate(year: month.year, month: month.month, day: 1).dayNumber
    let numbers =
      monthDays.isEmpty
      ? Array(1...length)
      : Set(monthDays.map { $0 < 0 ? length + 1 + $0 : $0 }).sorted()
        .filter { (1...length).contains($0) }
    try budget.step(numbers.count)
    return numbers.map { first + $0 - 1 }
      .filter { fitsWeekday($0, from: first, length: length) }
  }

  private func isLimited(to day: Int) -> Bool {
    fitsMonth(day) && fitsMonthDay(day)
      && (weekdays.isEmpty || weekdays.contains { $0.day == LocalTime.weekday(ofDay: day) })
  }

  private func fitsMonth(_ day: Int) -> Bool {
    months.isEmpty || months.contains(CivilDate(dayNumber: day).month)
  }

  private func fitsMonthDay(_ day: Int) -> Bool {
    guard !monthDays.isEmpty else { return true }
    let date = CivilDate(dayNumber: day)
    let length = CivilDate.length(ofMonth: date.month, year: date.year)
    return monthDays.contains(date.day) || monthDays.contains(date.day - length - 1)
  }

  private func fitsWeekdayInMonth(_ day: Int) -> Bool {
    let date = CivilDate(dayNumber: day)
    return fitsWeekday(
      day, from: day - date.day + 1,
      length: CivilDate.length(ofMonth: date.month, year: date.year))
  }

  /// - Parameters:
  ///   - first: of the month or year in which days are counted.
  ///   - length: of it.
  private func fitsWeekday(_ day: Int, from first: Int, length: Int) -> Bool {
    guard !weekdays.isEmpty else { return true }
    let weekday = LocalTime.weekday(ofDay: day)
    return weekdays.contains { wanted in
      guard wanted.day == weekday else { return false }
      guard let ordinal = wanted.ordinal else { return true }
      let index = day - first
      return ordinal > 0 ? index / 7 + 1 == ordinal : -((length - 1 - index) / 7 + 1) == ordinal
    }
  }
}
