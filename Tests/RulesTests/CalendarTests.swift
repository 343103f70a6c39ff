import Model
import Testing

@testable import Rules

@Suite("Calendars, RFC 5545 [A38]")
struct CalendarTests {
  private func reader(_ event: String) -> CalendarReader {
    CalendarReader("BEGIN:VCALENDAR\nVERSION:2.0\n\(event)\nEND:VCALENDAR\n")
  }

  private func event(_ lines: String...) -> CalendarReader {
    reader("BEGIN:VEVENT\n\(lines.joined(separator: "\n"))\nEND:VEVENT")
  }

  /// `2026-12-24..2026-12-26 Christmas`, the last day being the last of it.
  private func days(_ reader: CalendarReader) -> [String] {
    reader.calendar.days.map { holiday in
      let first = CivilDate(dayNumber: holiday.range.lowerBound)
      let last = CivilDate(dayNumber: holiday.range.upperBound - 1)
      return "\(first == last ? "\(first)" : "\(first)..\(last)") \(holiday.name)"
    }
  }

  private func times(_ reader: CalendarReader) -> [String] {
    (reader.calendar.timed + reader.calendar.floating).map { holiday in
      let end = Timestamp(seconds: Int64(holiday.range.upperBound))
      return "\(Timestamp(seconds: Int64(holiday.range.lowerBound)))/\(end)"
    }
  }

  @Test("Whole days: one, several, with a duration, and such that end on themselves")
  func wholeDays() {
    #expect(
      days(event("DTSTART;VALUE=DATE:20261225", "SUMMARY:Christmas")) == ["2026-12-25 Christmas"])
    #expect(
      days(event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227", "SUMMARY:Off"))
        == ["2026-12-24..2026-12-26 Off"])
    #expect(
      days(event("DTSTART;VALUE=DATE:20261224", "DURATION:P1W")) == [
        "2026-12-24..2026-12-30 holiday"
      ])
    #expect(
      days(event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261224"))
        == ["2026-12-24 holiday"])
  }

  @Test("Times: in UTC, in a zone, in a zone with a prefix or by its location, and of no zone")
  func zones() {
    let end = "DURATION:PT1H"
    #expect(
      times(event("DTSTART:20261224T120000Z", end)) == [
        "2026-12-24T12:00:00.000Z/2026-12-24T13:00:00.000Z"
      ])
    for name in ["Europe/Berlin", "/citadel.org/20250101_1/Europe/Berlin", "\"Europe/Berlin\""] {
      #expect(
        times(event("DTSTART;TZID=\(name):20261224T120000", end)) == [
          "2026-12-24T11:00:00.000Z/2026-12-24T12:00:00.000Z"
        ])
    }
    let windows = """
      BEGIN:VTIMEZONE
      TZID:W. Europe Standard Time
      X-LIC-LOCATION:Europe/Berlin
      BEGIN:STANDARD
      DTSTART:16010101T030000
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      DTSTART;TZID=W. Europe Standard Time:20260701T120000
      DTEND;TZID=W. Europe Standard Time:20260701T130000
      END:VEVENT
      """
    #expect(
      times(reader(windows)) == ["2026-07-01T10:00:00.000Z/2026-07-01T11:00:00.000Z"])
    let floating = event("DTSTART:20261224T120000", end)
    #expect(floating.calendar.timed.isEmpty && floating.calendar.floating.count == 1)
    // Without an end it takes no time.
    #expect(times(event("DTSTART:20261224T120000Z")).isEmpty)
  }

  @Test("What recurs by a local clock keeps its local time over clock changes")
  func localRecurrence() {
    let weekly = event(
      "DTSTART;TZID=Europe/Berlin:20261018T120000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3")
    #expect(
      times(weekly).map { $0.prefix(16) } == [
        "2026-10-18T10:00", "2026-10-25T11:00", "2026-11-01T11:00",
      ])
  }

  @Test("Recurrences are those of another reader", arguments: recurrenceCases.indices)
  func recurrences(index: Int) {
    let (start, rule, expected) = recurrenceCases[index]
    let reader = event("DTSTART;VALUE=DATE:\(start)", "RRULE:\(rule)")
    #expect(reader.problems.isEmpty, "\(reader.problems)")
    let found = reader.calendar.days.prefix(12)
      .map { CivilDate(dayNumber: $0.range.lowerBound).description.replacing("-", with: "") }
    #expect(found.joined(separator: " ") == expected, "\(start) \(rule)")
  }

  @Test("Exceptions, added days, replaced and cancelled occurrences")
  func exceptions() {
    #expect(
      days(
        event(
          "DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=WEEKLY;COUNT=4",
          "EXDATE;VALUE=DATE:20260112,20260119", "RDATE;VALUE=DATE:20260301"))
        == ["2026-01-05 holiday", "2026-01-26 holiday", "2026-03-01 holiday"])
    let moved = """
      BEGIN:VEVENT
      UID:a
      DTSTART;VALUE=DATE:20260105
      RRULE:FREQ=WEEKLY;COUNT=3
      SUMMARY:Day
      END:VEVENT
      BEGIN:VEVENT
      UID:a
      RECURRENCE-ID;VALUE=DATE:20260112
      DTSTART;VALUE=DATE:20260113
      SUMMARY:Moved
      END:VEVENT
      BEGIN:VEVENT
      UID:a
      RECURRENCE-ID;VALUE=DATE:20260119
      DTSTART;VALUE=DATE:20260119
      STATUS:CANCELLED
      END:VEVENT
      """
    #expect(days(reader(moved)) == ["2026-01-05 Day", "2026-01-13 Moved"])
    let timed = event(
      "DTSTART;TZID=Europe/Berlin:20260105T120000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3",
      "EXDATE:20260106T110000Z")
    #expect(times(timed).map { $0.prefix(10) } == ["2026-01-05", "2026-01-07"])
  }

  @Test("UNTIL includes its own day or instant, in its own zone")
  func until() {
    #expect(
      days(event("DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=DAILY;UNTIL=20260107")).count == 3)
    let timed = { (until: String) in
      times(
        event(
          "DTSTART;TZID=Europe/Berlin:20260105T120000", "DURATION:PT1H",
          "RRULE:FREQ=DAILY;UNTIL=\(until)")
      ).count
    }
    #expect(timed("20260107T110000Z") == 3)
    #expect(timed("20260107T105959Z") == 2)
  }

  @Test("Folded lines, escapes, a byte order of either line end, and names cut short")
  func text() {
    let folded =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VAL\r\n UE=DATE:2026\r\n\t1225\r\n"
      + "SUMMARY:Weih\r\n nachten\\, 1. Tag\\; frei\\nja \\\\o/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    #expect(
      days(CalendarReader(folded)) == [#"2026-12-25 Weihnachten, 1. Tag; frei ja \o/"#])
    // Some writers fold in the middle of a character.
    let umlaut = Array("ü".utf8)
    let bytes =
      Array("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nSUMMARY:Gr".utf8) + umlaut
      + Array("n\nEND:VEVENT\nEND:VCALENDAR".utf8)
    #expect(days(CalendarReader(String(decoding: bytes, as: UTF8.self))) == ["2026-12-25 Grün"])
    let long = event("DTSTART;VALUE=DATE:20261225", "SUMMARY:\(String(repeating: "x", count: 500))")
    #expect(long.calendar.days.first?.name.count == 120)
  }

  @Test("The last day, and whether there is one")
  func lastDay() throws {
    let ending = event("DTSTART;VALUE=DATE:20240105", "RRULE:FREQ=YEARLY;UNTIL=20260105")
    #expect(ending.calendar.lastDay == CivilDate(year: 2026, month: 1, day: 5).dayNumber)
    #expect(!ending.calendar.isEndless)
    #expect(event("DTSTART;VALUE=DATE:20240105", "RRULE:FREQ=YEARLY").calendar.isEndless)
  }

  @Test(
    "What is wrong is told with its line",
    arguments: [
      ("DTSTART;VALUE=DATE:2026-12-25", 4, #"DTSTART: "2026-12-25" is no date"#),
      ("DTSTART;VALUE=DATE:20261225T120000", 4, #"DTSTART: "20261225T120000" is no date"#),
      ("DTSTART;VALUE=DATE-TIME:20261225", 4, #"DTSTART: "20261225" lacks a time"#),
      ("DTSTART:20261225T250000", 4, #"DTSTART: "20261225T250000" is no time"#),
      ("DTSTART:18991231", 4, "DTSTART: the year must be 1900 to 2200"),
      (
        "DTSTART;TZID=Middle Earth:20261225T120000", 4,
        #"DTSTART: the time zone "Middle Earth" is not of the IANA list"#
      ),
      ("DTSTART;VALUE=DATE", 4, "DTSTART has no \":\" and no value"),
      ("SUMMARY:x", 3, "the event has no DTSTART"),
      ("DTSTART:20261225\nDTEND:20261224", 5, "DTEND: the event ends before it begins"),
      (
        "DTSTART:20261225\nDTEND:20261224T120000", 5,
        "DTEND and DTSTART must both have a time, or neither"
      ),
      ("DTSTART:20261225\nDURATION:soon", 5, #""soon" is no duration"#),
      ("DTSTART:20261225\nRRULE:COUNT=3", 5, "RRULE: has no FREQ"),
      ("DTSTART:20261225\nRRULE:FREQ=HOURLY", 5, "RRULE: FREQ=HOURLY is no frequency of holidays"),
      (
        "DTSTART:20261225\nRRULE:FREQ=DAILY;INTERVAL=0", 5, #"RRULE: "0" is no number above zero"#
      ),
      ("DTSTART:20261225\nRRULE:FREQ=YEARLY;BYMONTH=13", 5, #"RRULE: "13" is not 1 to 12"#),
      ("DTSTART:20261225\nRRULE:FREQ=YEARLY;BYDAY=XX", 5, #"RRULE: "XX" is no day"#),
      (
        "DTSTART:20261225\nRRULE:FREQ=WEEKLY;BYDAY=2MO", 5,
        "RRULE: BYDAY may count days only in FREQ=MONTHLY and YEARLY"
      ),
      (
        "DTSTART:20261225\nRRULE:FREQ=YEARLY;BYWEEKNO=2", 5,
        "RRULE: BYWEEKNO is not understood here"
      ),
      (
        "DTSTART:20000101\nRRULE:FREQ=DAILY", 5,
        "the events of this file take place too often (more than 20000 times to 2100)"
      ),
      ("DTSTART:20261225\nDTSTART;X=\"a:20261225", 5, "a quote in DTSTART does not end"),
      ("DTSTART:20261225\nBEGIN:VALARM", 6, "END:VEVENT ends nothing that is open"),
      ("DTSTART:20261225\nwhat is this", 5, #"this is no line of a calendar: "what is this""#),
    ])
  func refused(event text: String, line: Int, message: String) {
    let problem = event(text).problems.first
    #expect(problem?.message == message)
    #expect(problem?.line == line)
  }

  @Test("What is no calendar, and one that is cut short")
  func whole() {
    let cases = [
      ("", 1, "is no calendar: it lacks BEGIN:VCALENDAR"),
      ("<html>", 1, #"this is no line of a calendar: "<html>""#),
      ("BEGIN:VCARD\nEND:VCARD", 1, "is no calendar: it lacks BEGIN:VCALENDAR"),
      (" x", 1, "the first line goes on from none"),
      (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225", 2,
        "BEGIN:VEVENT has no END: the file is cut short"
      ),
      ("BEGIN:VCALENDAR\nEND:VCALENDAR\nVERSION:2.0", 3, "VERSION stands outside of VCALENDAR"),
    ]
    for (text, line, message) in cases {
      let problem = CalendarReader(text).problems.first
      #expect(problem?.message == message)
      #expect(problem?.line == line)
    }
  }

  @Test("Every problem is told, of many files the first twenty")
  func many() {
    let bad = "BEGIN:VEVENT\nDTSTART:never\nEND:VEVENT"
    #expect(reader(Array(repeating: bad, count: 3).joined(separator: "\n")).problems.count == 3)
    #expect(reader(Array(repeating: bad, count: 99).joined(separator: "\n")).problems.count == 20)
  }

  @Test("What would take for ever or fill memory is refused soon")
  func bounds() {
    let deep = String(repeating: "BEGIN:X\n", count: 40)
    #expect(
      CalendarReader("BEGIN:VCALENDAR\n" + deep).problems.map(\.message) == [
        "too many components within others"
      ])
    let long =
      "SUMMARY:x\n" + String(repeating: " \(String(repeating: "y", count: 1000))\n", count: 70)
    #expect(event(long).problems.map(\.message) == ["is longer than 65536 bytes, unfolded"])
    // Such as never occur, and are looked for in each year.
    let never =
      "BEGIN:VEVENT\nDTSTART:20000101\nRRULE:FREQ=YEARLY;BYDAY=53MO;BYSETPOS=9\nEND:VEVENT\n"
    #expect(reader(String(repeating: never, count: 1000)).problems.count == 1)
  }

  @Test("Random bytes and cut files end in a problem or a calendar, never in a trap")
  func hostile() {
    let good =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;TZID=Europe/Berlin:20261224T130000\n"
      + "DTEND;TZID=Europe/Berlin:20261224T190000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;COUNT=4\n"
      + "EXDATE:20270101T110000Z\nSUMMARY:a\\, b\nEND:VEVENT\nEND:VCALENDAR\n"
    var generator = SeededGenerator(seed: 3)
    let bytes = Array(good.utf8)
    for _ in 0..<600 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let index = Int.random(in: 0..<changed.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: changed[index] = UInt8.random(in: 9...126, using: &generator)
        case 1: changed.remove(at: index)
        default:
          changed.insert(contentsOf: Array("-9;:=,T\n".utf8).shuffled(using: &generator), at: index)
        }
      }
      let reader = CalendarReader(String(decoding: changed, as: UTF8.self))
      #expect(reader.problems.count <= 20)
      #expect(reader.calendar.timed.allSatisfy { !$0.range.isEmpty })
    }
  }
}
