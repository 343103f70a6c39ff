/// Days that a rule file names: `12-25` each year, `2026-12-24` once, or from one to another,
/// `12-24..01-01`.
struct DateRule: Sendable, Hashable {
  /// As it was written.
  let text: String
  /// Day numbers.
  let days: [Range<Int>]

  /// The years for which yearly days are known; the same as for calendars.
  static let years = 1970...2100

  init(parsing text: String) throws(GrammarError) {
    self.text = text
    let trimmed = text.filter { $0 != " " }
    let ends = trimmed.split(separator: "..", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), trimmed.utf8.count <= 40 else {
      throw Self.unreadable(text)
    }
    let first = try End(ends[0], in: text)
    let last = try End(ends[ends.count - 1], in: text)
    switch (first, last) {
    case (.date(let first), .date(let last)):
      guard first <= last else {
        throw GrammarError(message: "\"\(text)\" ends before it begins")
      }
      days = [first.dayNumber..<(last.dayNumber + 1)]
    case (.yearly(let firstMonth, let firstDay), .yearly(let lastMonth, let lastDay)):
      let wraps = (lastMonth, lastDay) < (firstMonth, firstDay)
      days = Self.years.compactMap { year in
        // Where there is no 29 February, what begins then begins on 1 March, and what ends then ends
        // on the 28th; the day alone does not occur.
        let lastYear = wraps ? year + 1 : year
        let start = Self.number(year, firstMonth, firstDay)
        let end = min(
          Self.number(lastYear, lastMonth, lastDay),
          CivilDate(
            year: lastYear, month: lastMonth,
            day: CivilDate.length(ofMonth: lastMonth, year: lastYear)
          ).dayNumber)
        return start <= end ? start..<(end + 1) : nil
      }
    default:
      throw GrammarError(
        message: "\"\(text)\" begins with a year and ends without one, or the other way round")
    }
  }

  /// A day too late in its month falls into the next.
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    CivilDate(year: year, month: month, day: 1).dayNumber + day - 1
  }

  private enum End {
    case date(CivilDate)
    case yearly(month: Int, day: Int)

    init(_ part: Substring, in text: String) throws(GrammarError) {
      let numbers = part.split(separator: "-", omittingEmptySubsequences: false)
      switch numbers.map(\.utf8.count) {
      case [4, 2, 2]:
        guard let date = CivilDate(part) else { throw Self.noDay(part, in: text) }
        guard DateRule.years.contains(date.year) else {
          throw GrammarError(message: "\"\(text)\": the year must be 1970 to 2100")
        }
        self = .date(date)
      case [2, 2]:
        // 2000 was a leap year: 02-29 is a day, only not of each year.
        guard let month = Int(digits: numbers[0]), let day = Int(digits: numbers[1]),
          CivilDate(checked: 2000, month, day) != nil
        else { throw Self.noDay(part, in: text) }
        self = .yearly(month: month, day: day)
      default: throw DateRule.unreadable(text)
      }
    }

    private static func noDay(_ part: Substring, in text: String) -> GrammarError {
      let shown = part == text ? "\"\(text)\"" : "\"\(text)\": \"\(part)\""
      return GrammarError(message: "\(shown) is no day of the calendar", hint: DateRule.forms)
    }
  }

  private static let forms =
    #"write "12-25" for each year, "2026-12-24" for one, "12-24..01-01" for several"#

  private static func unreadable(_ text: String) -> GrammarError {
    GrammarError(message: "\"\(text)\" is no date", hint: forms)
  }
}
