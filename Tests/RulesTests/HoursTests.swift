import Model
import Testing

@testable import Rules

@Suite("Hours [A38]", .timeLimit(.minutes(5)))
struct HoursTests {
  private func table(_ text: String, _ zone: String = "Europe/Berlin") throws -> HoursTable {
    HoursTable(
      name: "h", weekly: try WeeklyHours(parsing: text),
      zone: try zoneTable(zone))
  }

  private func isOpen(_ text: String, _ at: String, _ zone: String = "Europe/Berlin") throws -> Bool
  {
    try table(text, zone).isOpen(at: instant(at))
  }

  @Test("Windows hold their first minute and not their last")
  func edges() throws {
    // Berlin is at UTC+1 in March before the change.
    #expect(try !isOpen("mon-fri 09:00-12:30, 13:15-18:00", "2026-03-02T07:59:59.999Z"))
    #expect(try isOpen("mon-fri 09:00-12:30, 13:15-18:00", "2026-03-02T08:00:00Z"))
    #expect(try isOpen("mon-fri 09:00-12:30, 13:15-18:00", "2026-03-02T11:29:59Z"))
    #expect(try !isOpen("mon-fri 09:00-12:30, 13:15-18:00", "2026-03-02T11:30:00Z"))
    #expect(try isOpen("mon-fri 09:00-12:30, 13:15-18:00", "2026-03-02T12:15:00Z"))
    #expect(try !isOpen("mon-fri 09:00-12:30, 13:15-18:00", "2026-03-07T10:00:00Z"))
  }

  @Test("An overnight window belongs to the day it starts on [rules 37]")
  func overnight() throws {
    // Saturday 01:00 and Friday 01:00 in Berlin.
    #expect(try isOpen("fri 22:00-02:00", "2026-03-07T00:00:00Z"))
    #expect(try !isOpen("fri 22:00-02:00", "2026-03-06T00:00:00Z"))
    #expect(try !isOpen("fri 22:00-02:00", "2026-03-07T01:00:00Z"))
    // Sunday's window ends on Monday.
    #expect(try isOpen("sun 22:00-02:00", "2026-03-09T00:30:00Z"))
  }

  @Test("A window that the clocks skip opens when they have gone forward [rules 37]")
  func springForward() throws {
    // Berlin, 29 March 2026: 02:00 is 03:00, at 01:00 UTC.
    let hours = try table("sun 02:30-04:00")
    #expect(!hours.isOpen(at: instant("2026-03-29T00:59:59Z")))
    #expect(hours.isOpen(at: instant("2026-03-29T01:00:00Z")))
    #expect(hours.opening(from: instant("2026-03-29T00:00:00Z")) == instant("2026-03-29T01:00:00Z"))
    #expect(hours.closing(from: instant("2026-03-29T01:00:00Z")) == instant("2026-03-29T02:00:00Z"))
    // Wholly within the gap, it is not open that week.
    let short = try table("sun 02:15-02:45")
    #expect(short.opening(from: instant("2026-03-29T00:00:00Z")) == instant("2026-04-05T00:15:00Z"))
  }

  @Test("A local time that comes twice counts twice [rules 37]")
  func fallBack() throws {
    // Berlin, 25 October 2026: 03:00 is 02:00 again, at 01:00 UTC.
    let hours = try table("sun 02:15-02:45")
    for (at, open) in [
      ("2026-10-25T00:15:00Z", true), ("2026-10-25T00:45:00Z", false),
      ("2026-10-25T01:15:00Z", true), ("2026-10-25T01:45:00Z", false),
    ] {
      #expect(hours.isOpen(at: instant(at)) == open, "\(at)")
    }
    #expect(hours.opening(from: instant("2026-10-25T00:45:00Z")) == instant("2026-10-25T01:15:00Z"))
    // Clocks go back into a window that had ended.
    let early = try table("sun 01:00-02:30")
    #expect(early.opening(from: instant("2026-10-25T00:40:00Z")) == instant("2026-10-25T01:00:00Z"))
    #expect(early.closing(from: instant("2026-10-25T01:00:00Z")) == instant("2026-10-25T01:30:00Z"))
  }

  @Test("A zone whose clocks change by half an hour is right, too")
  func lordHowe() throws {
    // Lord Howe Island, 5 April 2026: 02:00 is 01:30 again, at 15:00 UTC on the 4th.
    let hours = try table("sun 01:30-01:45", "Australia/Lord_Howe")
    #expect(hours.isOpen(at: instant("2026-04-04T14:30:00Z")))
    #expect(!hours.isOpen(at: instant("2026-04-04T14:50:00Z")))
    #expect(hours.isOpen(at: instant("2026-04-04T15:05:00Z")))
  }

  @Test("The opening is found over days, and is now when it is open")
  func opening() throws {
    let hours = try table("mon 09:00-10:00")
    #expect(hours.opening(from: instant("2026-03-02T08:30:00Z")) == instant("2026-03-02T08:30:00Z"))
    #expect(hours.opening(from: instant("2026-03-02T09:00:00Z")) == instant("2026-03-09T08:00:00Z"))
    #expect(try table("00:00-24:00").closing(from: instant("2026-03-02T09:00:00Z")) == nil)
    #expect(hours.closing(from: instant("2026-03-03T09:00:00Z")) == instant("2026-03-03T09:00:00Z"))
  }

  @Test(
    "Opening and closing agree with every five minutes of a year",
    arguments: [
      ("mon-fri 09:00-12:30, 13:15-18:00", "Europe/Berlin"),
      ("fri-sat 22:00-02:45; sun 02:10-02:20", "America/New_York"),
      // Clocks change at midnight, and by half an hour.
      ("sat 23:15-24:00; sun 00:00-00:30; sat 23:30-00:15", "America/Santiago"),
      ("sun 01:15-01:50; sun 02:10-03:00", "Australia/Lord_Howe"),
    ])
  func agreement(text: String, zone: String) throws {
    let hours = try table(text, zone)
    var at = instant("2026-01-01T00:00:00Z")
    let end = instant("2026-12-31T00:00:00Z")
    var wasOpen = hours.isOpen(at: at)
    var expected = wasOpen ? hours.closing(from: at) : hours.opening(from: at)
    while at < end {
      at = at.advanced(by: .seconds(300))
      let open = hours.isOpen(at: at)
      guard open != wasOpen else { continue }
      #expect(at == expected)
      wasOpen = open
      expected = open ? hours.closing(from: at) : hours.opening(from: at)
    }
  }

  @Test(
    "The grammar",
    arguments: [
      ("09:00-17:00", 7), ("mon 09:00-17:00", 1), ("Mon–Fri 9:00–17:00", 5),
      ("mon, wed 09:00-10:00", 2),
      ("fri-mon 00:00-24:00", 4), ("sat-sun", 2),
      ("mon 09:00-10:00, 11:00-12:00; tue 09:00-10:00", 3),
      ("monday-wednesday 08:00-09:00", 3),
    ])
  func grammar(text: String, windows: Int) throws {
    #expect(try WeeklyHours(parsing: text).windows.count == windows)
  }

  @Test(
    "What cannot be read is explained",
    arguments: [
      ("mon-fri 09:00-09:00", #""mon-fri 09:00-09:00": 09:00-09:00 starts and ends at once"#),
      ("mon-fri 9-17", #""mon-fri 9-17": expected a time such as 09:00, found "9""#),
      ("mon-fri 09:00", #""mon-fri 09:00": expected "-" and the closing time, found the end"#),
      ("mon 25:00-26:00", #""mon 25:00-26:00": expected a time such as 09:00, found "25:00""#),
      ("mon 24:00-02:00", #""mon 24:00-02:00": a window cannot open at 24:00"#),
      ("mno 09:00-10:00", #""mno 09:00-10:00": "mno" is no day"#),
      ("", #""": expected a time such as 09:00, found the end"#),
    ])
  func refused(text: String, message: String) {
    let error = #expect(throws: GrammarError.self) { try WeeklyHours(parsing: text) }
    #expect(error?.message == message)
  }

  @Test("Dates by the local calendar")
  func dates() throws {
    let zone = try zoneTable("Asia/Tokyo")
    #expect(LocalTime(instant("2026-02-28T15:30:00Z"), in: zone).dateText == "2026-03-01")
    #expect(LocalTime(instant("2028-02-28T15:30:00Z"), in: zone).dateText == "2028-02-29")
    #expect(LocalTime(instant("2026-03-01T23:00:00Z"), in: try zoneTable("UTC")).weekday == 6)
  }
}

@Suite("Hours in rule files [A38]")
struct HoursDeclarationTests {
  @Test("Whole days, several groups, and a zone of their own")
  func declared() async throws {
    let set = try load(
      """
      hours "weekend" { days "sat-sun" }
      hours "tokyo" { "mon 09:00-12:00", "mon 20:00-21:00", zone = "Asia/Tokyo" }
      rule "rest" { when = { hours = "weekend" }, act = reply "rest" }
      rule "away" { when = { hours = "tokyo" }, act = reply "away" }
      """)
    // Sunday 23:59 in Berlin, Monday 00:00 in Berlin; Monday 20:30 in Tokyo; Monday 12:00 in Tokyo.
    for (at, text) in [
      ("2026-03-01T22:59:00Z", "rest"), ("2026-03-01T23:00:00Z", nil),
      ("2026-03-02T11:30:00Z", "away"), ("2026-03-02T03:00:00Z", nil),
    ] {
      let ruling = await set.recorded(Sample.input("x", at: instant(at)), host: TestHost())
      #expect(ruling.actions == text.map { [.reply(text: $0, quotes: false)] } ?? [], "\(at)")
    }
    #expect(
      set.summary.hours.map(\.detail) == [
        "sat-sun (Europe/Berlin)", "mon 09:00-12:00; mon 20:00-21:00 (Asia/Tokyo)",
      ])
  }
}
