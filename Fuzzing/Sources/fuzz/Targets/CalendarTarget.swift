@testable import Model
@testable import Rules

/// The reader of calendars, which people subscribe to and download. Whatever the bytes: problems or
/// holidays, within their bounds, the same at each reading; and hours can be asked with them.
struct CalendarTarget: FuzzTarget {
  static let name = "calendar"

  static func seeds() throws -> [[UInt8]] {
    let events = [
      "DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christ\r\n mas\\, both",
      "DTSTART;TZID=Europe/Berlin:20261224T120000\r\nDURATION:PT7H30M",
      "UID:a\r\nDTSTART;VALUE=DATE:20240101\r\nRRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=3MO;COUNT=9",
      "UID:a\r\nRECURRENCE-ID;VALUE=DATE:20250120\r\nDTSTART;VALUE=DATE:20250121",
      "DTSTART:20240105T100000Z\r\nRRULE:FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1,5;UNTIL=20300101"
        + "\r\nEXDATE:20240505T100000Z\r\nRDATE:20250101T100000Z",
      "DTSTART;VALUE=DATE:20240101\r\nRRULE:FREQ=YEARLY;BYYEARDAY=1,-1;BYSETPOS=1\r\n"
        + "STATUS:CANCELLED",
      "DTSTART:20240101T200000\r\nDTEND:20240102T020000\r\nRRULE:FREQ=WEEKLY;WKST=SU;BYDAY=MO,FR",
    ]
    return ([events.joined(separator: "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n")] + events).map {
      Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n\($0)\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".utf8)
    }
  }

  func run(_ bytes: [UInt8]) {
    // What is not UTF-8 is refused before.
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let reader = CalendarReader(text)
    demand(reader.problems.count <= CalendarLimits.problems, "more problems than are told")
    let calendar = reader.calendar
    demand(calendar == CalendarReader(text).calendar, "two readings differ")
    let all = calendar.days + calendar.timed + calendar.floating
    demand(all.count <= CalendarLimits.occurrences, "more holidays than a file may give")
    demand(all.allSatisfy { !$0.range.isEmpty && $0.name.count <= 120 }, "an odd holiday")
    guard reader.problems.isEmpty, !all.isEmpty, let zone = ZoneName.resolve("Europe/Berlin"),
      let weekly = try? WeeklyHours(parsing: "mon-fri 09:00-17:00; sat 22:00-02:00")
    else { return }
    let hours = HoursTable(
      name: "work", weekly: weekly, zone: ZoneTable(zone),
      holidays: HolidaySet(calendars: [("a.ics", calendar)]))
    for seconds in [1_704_000_000, 1_766_000_000, 1_798_000_000] as [Int64] {
      let start = Timestamp(seconds: seconds)
      if let opening = hours.opening(from: start) {
        demand(opening >= start && hours.isOpen(at: opening), "it is shut when it opens")
        if let closing = hours.closing(from: opening) {
          demand(closing > opening && !hours.isOpen(at: closing), "it is open when it closes")
        }
      }
    }
  }
}
