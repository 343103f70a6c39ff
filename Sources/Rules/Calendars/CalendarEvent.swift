/// One `VEVENT`.
struct CalendarEvent {
  var line: Int
  var uid: String?
  var name: String
  var start: CalendarTime
  /// In days for whole days, in seconds otherwise.
  var length: Int
  var rule: RecurrenceRule?
  var ruleLine: Int
  var added: [CalendarTime] = []
  var removed: [CalendarTime] = []
  /// It stands in place of this occurrence of the event with its UID.
  var replaces: CalendarTime?
  var isCancelled = false

  var isAllDay: Bool { start.second == nil }

  /// - Parameters:
  ///   - line: of its BEGIN.
  ///   - zone: finds a zone by its TZID.
  init(
    _ lines: [CalendarLine], line: Int, zone: (String) -> ZoneTable?
  ) throws(CalendarError) {
    self.line = line
    let first = { (name: String) in lines.first { $0.name == name } }
    guard let startLine = first("DTSTART") else {
      throw CalendarError(line: line, message: "the event has no DTSTART")
    }
    let start = try CalendarTime(startLine.value, of: startLine, zone: zone)
    self.start = start
    uid = first("UID").map { String($0.value) }
    let name = first("SUMMARY").map(\.text) ?? ""
    self.name = name.isEmpty ? "holiday" : String(name.prefix(120))
    length = try Self.length(
      from: start, end: first("DTEND"), duration: first("DURATION"), zone: zone)
    ruleLine = line
    if let text = first("RRULE") {
      rule = try RecurrenceRule(text, zone: zone)
      ruleLine = text.number
    }
    for text in lines where text.name == "RDATE" {
      guard text["VALUE"]?.uppercased() != "PERIOD" else {
        throw CalendarError(
          line: text.number, message: "RDATE: periods are not understood here",
          hint: "give the event an end, and list the dates alone")
      }
      added += try Self.times(text, zone: zone)
    }
    for text in lines where text.name == "EXDATE" { removed += try Self.times(text, zone: zone) }
    replaces = try first("RECURRENCE-ID").map { line throws(CalendarError) in
      try CalendarTime(line.value, of: line, zone: zone)
    }
    isCancelled = first("STATUS")?.value.uppercased() == "CANCELLED"
  }

  private static func times(
    _ line: CalendarLine, zone: (String) -> ZoneTable?
  ) throws(CalendarError) -> [CalendarTime] {
    var times: [CalendarTime] = []
    for value in line.value.split(separator: ",") {
      times.append(try CalendarTime(value, of: line, zone: zone))
      guard times.count <= CalendarLimits.occurrences else {
        throw CalendarError(
          line: line.number,
          message: "\(line.name): more than \(CalendarLimits.occurrences) dates")
      }
    }
    return times
  }

  private static func length(
    from start: CalendarTime, end: CalendarLine?, duration: CalendarLine?,
    zone: (String) -> ZoneTable?
  ) throws(CalendarError) -> Int {
    if let end {
      let time = try CalendarTime(end.value, of: end, zone: zone)
      guard (time.second == nil) == (start.second == nil) else {
        throw CalendarError(
          line: end.number, message: "DTEND and DTSTART must both have a time, or neither")
      }
      let length = start.second == nil ? time.day - start.day : time.seconds - start.seconds
      guard length >= 0 else {
        throw CalendarError(line: end.number, message: "DTEND: the event ends before it begins")
      }
      // Some programs end a day on itself.
      return start.second == nil ? max(1, length) : length
    }
    guard let duration else { return start.second == nil ? 1 : 0 }
    guard let seconds = CalendarDuration.parse(duration.value) else {
      throw CalendarError(
        line: duration.number, message: "\"\(duration.value.prefix(40))\" is no duration",
        hint: "durations are P2D or PT1H30M")
    }
    return start.second == nil ? max(1, seconds / 86_400) : seconds
  }
}

extension CalendarEvent {
  /// Occurrences that do not take place, to be looked up.
  struct Gone: Sendable {
    /// Of those without a time, and of all.
    private let wholeDays: Set<Int>
    private let days: Set<Int>
    private let instants: Set<Int>

    init(_ times: [CalendarTime]) {
      wholeDays = Set(times.filter { $0.second == nil }.map(\.day))
      days = Set(times.map(\.day))
      instants = Set(times.filter { $0.second != nil }.map(\.seconds))
    }

    func contains(_ start: CalendarTime, isAllDay: Bool) -> Bool {
      (isAllDay ? days : wholeDays).contains(start.day)
        || start.second != nil && instants.contains(start.seconds)
    }
  }

  /// When it takes place, `others` being the occurrences that other events replace.
  func starts(
    without others: Gone?, budget: inout CalendarBudget
  ) throws(CalendarBudget.Spent) -> [CalendarTime] {
    var starts: [CalendarTime]
    if let rule {
      starts = try rule.days(from: start, budget: &budget).map(start.on)
    } else {
      try budget.found()
      starts = [start]
    }
    for one in added {
      try budget.found()
      starts.append(one)
    }
    let gone = [removed.isEmpty ? nil : Gone(removed), others].compactMap(\.self)
    guard !gone.isEmpty else { return starts }
    return starts.filter { start in
      !gone.contains { $0.contains(start, isAllDay: isAllDay) }
    }
  }
}
