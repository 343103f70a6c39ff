import Model
import Testing

@testable import Rules

@Suite("Previews and advice [A37, A38]", .timeLimit(.minutes(5)))
struct PreviewTests {
  private let request = DelayPreview.Request(
    length: 80, reply: 40, samples: 500, seed: 3, now: Sample.monday)

  @Test("Samples add up, the steps by themselves and together, and repeat")
  func delay() async throws {
    let set = try load(
      "delay 'h' { notice = lognormal('25s', '4m'), reading = per_char(0.03), typing = cps(4, 8), cap = '5m' }"
    )
    let preview = try await set.preview(delay: "h", request)
    #expect(try await set.preview(delay: "h", request) == preview)
    #expect(preview.bins.reduce(0) { $0 + $1.count } == 500)
    #expect(preview.reading.median == 2400 && preview.reading.longest == 2400)
    #expect((5000...10_000).contains(preview.typing.shortest))
    #expect((5000...10_000).contains(preview.typing.longest))
    #expect(preview.total.longest == 300_000 && preview.capped > 0)
    #expect(preview.total.median <= preview.total.ninety)
    #expect((20_000...32_000).contains(preview.notice.median))
    for (bin, next) in zip(preview.bins, preview.bins.dropFirst()) { #expect(bin.to == next.from) }
    #expect(preview.bins.count <= 17)
    var other = request
    other.seed = 4
    #expect(try await set.preview(delay: "h", other) != preview)
  }

  @Test("A constant delay is one bar; a function's failure is told with its line")
  func edges() async throws {
    let set = try load("delay 'bad' (function() return nil end)")
    let quick = try await set.preview(delay: "quick", request)
    #expect(quick.bins.map(\.count) == [500])
    #expect(quick.total.median == 15_000)
    let problem = await #expect(throws: RuleProblem.self) {
      _ = try await set.preview(delay: "bad", request)
    }
    #expect(problem?.line == 5)
    let unknown = await #expect(throws: PreviewError.self) {
      _ = try await set.preview(delay: "quik", request)
    }
    #expect(unknown?.description == #"The rules declare no delay "quik". Did you mean "quick"?"#)
  }

  private func rows(
    _ hours: String, _ date: String, zone: String? = nil
  ) throws -> [HoursPreview.Day] {
    try load(hours).preview(hours: "h", date: date, zone: zone, now: Sample.monday).days
  }

  @Test("The hour that clocks skip, and the one that comes twice")
  func clockChanges() throws {
    let spring = try rows("hours 'h' { '00:00-06:00' }", "2026-03-24")
    #expect(spring.map(\.date).first == "2026-03-23")
    #expect(String(spring[6].cells.prefix(13).map(\.rawValue)) == "####--######.")
    #expect(spring[6].changes == ["clocks go forward from 02:00 to 03:00"])
    let autumn = try rows("hours 'h' { 'sun 02:00-02:30' }", "2026-10-25")
    #expect(String(autumn[6].cells.prefix(7).map(\.rawValue)) == "....#..")
    #expect(autumn[6].changes == ["clocks go back from 03:00 to 02:00"])
    // Chile's clocks go back at midnight, on the evening before.
    let chile = try rows("hours 'h' { '00:00-24:00', zone = 'America/Santiago' }", "2026-04-04")
    #expect(
      chile.map(\.changes) == [[], [], [], [], [], ["clocks go back from 24:00 to 23:00"], []])
  }

  @Test("A day that a zone left out has no hour at all")
  func skippedDay() throws {
    let days = try rows("hours 'h' { '00:00-24:00', zone = 'Pacific/Apia' }", "2011-12-30")
    #expect(days[4].date == "2011-12-30")
    #expect(days[4].cells.allSatisfy { $0 == .skipped })
    #expect(days[4].changes == ["clocks go forward from 00:00 to 24:00"])
    #expect(days[3].cells.allSatisfy { $0 == .open } && days[5].cells.allSatisfy { $0 == .open })
  }

  @Test("By another clock: a quarter of an hour off its cells are partly open")
  func otherZone() throws {
    let days = try rows(
      "hours 'h' { 'mon 09:00-10:00', zone = 'UTC' }", "2026-03-02", zone: "Asia/Kathmandu")
    #expect(String(days[0].cells[28...33].map(\.rawValue)) == ".+#+..")
  }

  @Test("The openings of a week, cut at its ends")
  func openings() throws {
    let preview = try load("hours 'h' { 'fri-sun 22:00-02:00' }")
      .preview(hours: "h", date: "2026-03-02", zone: nil, now: Sample.monday)
    #expect(
      preview.openings.map { "\($0.from)" } == [
        // Sunday's window of the week before, then this week's.
        "2026-03-01T23:00:00.000Z", "2026-03-06T21:00:00.000Z", "2026-03-07T21:00:00.000Z",
        "2026-03-08T21:00:00.000Z",
      ])
    #expect(preview.openings.last.map { "\($0.to)" } == "2026-03-08T23:00:00.000Z")
  }

  private func advice(_ text: String, calendar: String = "", at: String) throws -> [String] {
    try load(["a.lua": people + text, "de.ics": calendar])
      .warnings(at: instant(at)).map(\.description)
  }

  @Test("Hours that never open are warned of, and not those that open in a year")
  func neverOpen() throws {
    #expect(
      try advice(
        "hours 'h' { '09:00-10:00', except = '01-01..12-31' }", at: "2026-03-02T00:00:00Z") == [
          "a.lua:5: hours \"h\" do not open in the next two years; see understudy preview hours \"h\""
        ])
    #expect(
      try advice(
        "hours 'h' { '09:00-10:00', except = '01-02..12-31' }", at: "2026-03-02T00:00:00Z"
      ).isEmpty)
  }

  @Test("A delay that is mostly its cap is warned of")
  func cap() throws {
    let warned = try advice(
      "delay 'd' { notice = lognormal('5m', '10m'), cap = '1m' }", at: "2026-03-02T00:00:00Z")
    #expect(warned.count == 1)
    #expect(
      warned.first?.hasPrefix("a.lua:5: the cap of delay \"d\" cuts 100 of 100") == true,
      "\(warned)")
    #expect(
      try advice(
        "delay 'd' { notice = lognormal('5m', '10m'), cap = '8m' }", at: "2026-03-02T00:00:00Z"
      ).isEmpty)
  }

  @Test("A calendar whose last holiday is over is warned of by the clock's date, others are not")
  func oldCalendar() throws {
    let calendar = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20261225
      END:VEVENT
      END:VCALENDAR
      """
    let hours = "hours 'h' { '09:00-10:00', except = holidays('de.ics', '01-01') }"
    // In Berlin the day ends an hour before that of UTC.
    #expect(try advice(hours, calendar: calendar, at: "2026-12-25T22:59:00Z").isEmpty)
    #expect(
      try advice(hours, calendar: calendar, at: "2026-12-25T23:00:00Z") == [
        "de.ics: the last holiday was on 2026-12-25; put a newer calendar in its place"
      ])
    let endless = calendar.replacing("20261225", with: "20201225\nRRULE:FREQ=YEARLY")
    #expect(try advice(hours, calendar: endless, at: "2050-01-01T00:00:00Z").isEmpty)
    #expect(
      try advice(hours, calendar: "BEGIN:VCALENDAR\nEND:VCALENDAR", at: "2026-01-01T00:00:00Z")
        == ["de.ics: has no event, so it takes no day out"])
  }
}
