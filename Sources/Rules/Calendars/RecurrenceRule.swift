/// `RRULE` (RFC 5545, 3.3.10), as far as days go: what recurs within a day is refused.
struct RecurrenceRule: Sendable, Hashable {
  enum Frequency: String, Sendable, CaseIterable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// `MO`, `1MO`, `-1SU`.
  struct Weekday: Sendable, Hashable {
    /// Which of the month or year, from its end if below zero; nil for each.
    var ordinal: Int?
    /// 0 is Monday.
    var day: Int
  }

  var frequency: Frequency
  var interval = 1
  var count: Int?
  var until: CalendarTime?
  /// 1 to 12.
  var months: [Int] = []
  /// 1 to 31, from the end of the month if below zero.
  var monthDays: [Int] = []
  /// 1 to 366, from the end of the year if below zero.
  var yearDays: [Int] = []
  var weekdays: [Weekday] = []
  /// Which of each period's days, from the last if below zero.
  var positions: [Int] = []
  /// 0 is Monday.
  var weekStart = 0

  var isEndless: Bool { count == nil && until == nil }
}

extension RecurrenceRule {
  /// - Parameter zone: finds a zone by its TZID.
  init(_ line: CalendarLine, zone: (String) -> ZoneTable?) throws(CalendarError) {
    var frequency: Frequency?
    var rule = RecurrenceRule(frequency: .daily)
    func refuse(_ message: String, hint: String? = nil) -> CalendarError {
      CalendarError(line: line.number, message: "RRULE: \(message)", hint: hint)
    }
    func numbers(
      _ value: Substring, _ range: ClosedRange<Int>, negative: Bool = true
    ) throws(CalendarError) -> [Int] {
      var numbers: [Int] = []
      for text in value.split(separator: ",", omittingEmptySubsequences: false) {
        let isNegative = negative && text.hasPrefix("-")
        let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text
        guard digits.utf8.count <= 3, let number = Int(digits: digits), range.contains(number)
        else {
          throw refuse("\"\(text.prefix(20))\" is not \(range.lowerBound) to \(range.upperBound)")
        }
        numbers.append(isNegative ? -number : number)
      }
      return numbers
    }
    for part in line.value.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { throw refuse("\"\(part.prefix(40))\" has no \"=\"") }
      let value = sides[1]
      switch sides[0].uppercased() {
      case "FREQ":
        frequency = Frequency(rawValue: value.uppercased())
        if frequency == nil {
          throw refuse("FREQ=\(value.prefix(20)) is no frequency of holidays")
        }
      case "INTERVAL": rule.interval = try Self.whole(value, refuse)
      case "COUNT": rule.count = try Self.whole(value, refuse)
      case "UNTIL": rule.until = try CalendarTime(value, of: line, zone: zone)
      case "BYMONTH": rule.months = try numbers(value, 1...12, negative: false)
      case "BYMONTHDAY": rule.monthDays = try numbers(value, 1...31)
      case "BYYEARDAY": rule.yearDays = try numbers(value, 1...366)
      case "BYSETPOS": rule.positions = try numbers(value, 1...366)
      case "BYDAY":
        for text in value.split(separator: ",", omittingEmptySubsequences: false) {
          let name = text.suffix(2)
          let ordinal = text.dropLast(2)
          guard let day = Self.dayNames.firstIndex(of: name.uppercased()) else {
            throw refuse("\"\(text.prefix(20))\" is no day", hint: "days are MO, 1MO or -1MO")
          }
          rule.weekdays.append(
            Weekday(ordinal: ordinal.isEmpty ? nil : try numbers(ordinal, 1...53)[0], day: day))
        }
      case "WKST":
        guard let day = Self.dayNames.firstIndex(of: value.uppercased()) else {
          throw refuse("WKST=\(value.prefix(20)) is no day")
        }
        rule.weekStart = day
      case let name:
        throw refuse(
          "\(name.prefix(20)) is not understood here", hint: "list the days with RDATE instead")
      }
    }
    guard let frequency else { throw refuse("has no FREQ") }
    rule.frequency = frequency
    if frequency != .yearly, !rule.yearDays.isEmpty {
      throw refuse("BYYEARDAY needs FREQ=YEARLY")
    }
    if frequency == .daily || frequency == .weekly,
      rule.weekdays.contains(where: { $0.ordinal != nil })
    {
      throw refuse("BYDAY may count days only in FREQ=MONTHLY and YEARLY")
    }
    self = rule
  }

  private static let dayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  private static func whole(
    _ value: Substring, _ refuse: (String, String?) -> CalendarError
  ) throws(CalendarError) -> Int {
    guard value.utf8.count <= 6, let number = Int(digits: value), number > 0 else {
      throw refuse("\"\(value.prefix(20))\" is no number above zero", nil)
    }
    return number
  }
}
