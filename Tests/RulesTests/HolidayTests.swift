import Model
import Testing

@testable import Rules

@Suite("Holidays in hours [A38]", .timeLimit(.minutes(5)))
struct HolidayTests {
  private func table(
    _ text: String, except: [String] = [], calendar: String? = nil, zone: String = "Europe/Berlin"
  ) throws -> HoursTable {
    HoursTable(
      name: "h", weekly: try WeeklyHours(parsing: text), zone: try zoneTable(zone),
      holidays: HolidaySet(
        dates: try except.map { try DateRule(parsing: $0) },
        calendars: calendar.map { [("de.ics", CalendarReader($0).calendar)] } ?? []))
  }

  @Test(
    "The eve of a holiday stays open over midnight, the holiday's own night does not open [rules 37]"
  )
  func eve() throws {
    // 25 December 2026 is a Friday; Berlin is at UTC+1.
    let hours = try table("22:00-02:00", except: ["12-25"])
    #expect(hours.isOpen(at: instant("2026-12-24T22:00:00Z")))
    #expect(hours.isOpen(at: instant("2026-12-25T00:30:00Z")))
    #expect(!hours.isOpen(at: instant("2026-12-25T01:00:00Z")))
    #expect(!hours.isOpen(at: instant("2026-12-25T22:00:00Z")))
    #expect(!hours.isOpen(at: instant("2026-12-26T00:30:00Z")))
    #expect(hours.closing(from: instant("2026-12-24T22:00:00Z")) == instant("2026-12-25T01:00:00Z"))
    #expect(hours.opening(from: instant("2026-12-25T01:00:00Z")) == instant("2026-12-26T21:00:00Z"))
  }

  @Test("Dates of each year, of one year, and stretches of days")
  func dates() throws {
    func days(_ text: String, _ year: Int) throws -> [String] {
      let range = CivilDate(year: year, month: 1, day: 1).dayNumber
      let end = CivilDate(year: year, month: 12, day: 31).dayNumber
      let rule = try DateRule(parsing: text)
      return rule.days.flatMap { $0 }.filter { range <= $0 && $0 <= end }
        .map { CivilDate(dayNumber: $0).description }
    }
    #expect(try days("12-25", 2026) == ["2026-12-25"])
    #expect(try days("2026-12-24", 2026) == ["2026-12-24"])
    #expect(try days("2026-12-24", 2027) == [])
    #expect(try days("2026-08-03..2026-08-05", 2026).count == 3)
    #expect(
      try days("12-31..01-02", 2026) == ["2026-01-01", "2026-01-02", "2026-12-31"])
    #expect(try days("02-29", 2028) == ["2028-02-29"])
    #expect(try days("02-29", 2027) == [])
    #expect(try days("02-27..02-29", 2027) == ["2027-02-27", "2027-02-28"])
  }

  @Test(
    "What is no date is explained",
    arguments: [
      ("25.12.", #""25.12." is no date"#), ("13-01", #""13-01" is no day of the calendar"#),
      ("2026-02-29", #""2026-02-29" is no day of the calendar"#),
      ("2026-03-02..2026-03-01", #""2026-03-02..2026-03-01" ends before it begins"#),
      (
        "12-24..2026-12-26",
        #""12-24..2026-12-26" begins with a year and ends without one, or the other way round"#
      ),
      ("1969-12-31", #""1969-12-31": the year must be 1970 to 2100"#), ("", #""" is no date"#),
      ("-1-01", #""-1-01" is no date"#),
    ])
  func refused(text: String, message: String) {
    let error = #expect(throws: GrammarError.self) { try DateRule(parsing: text) }
    #expect(error?.message == message)
  }

  @Test("An event with times closes the hours while it lasts, and what it leaves stays open")
  func timed() throws {
    let hours = try table(
      "09:00-18:00",
      calendar: """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;TZID=Europe/Berlin:20261224T130000
        DTEND;TZID=Europe/Berlin:20261224T190000
        SUMMARY:Christmas Eve
        END:VEVENT
        END:VCALENDAR
        """)
    #expect(hours.isOpen(at: instant("2026-12-24T11:59:59Z")))
    #expect(!hours.isOpen(at: instant("2026-12-24T12:00:00Z")))
    #expect(hours.closing(from: instant("2026-12-24T09:00:00Z")) == instant("2026-12-24T12:00:00Z"))
    #expect(hours.opening(from: instant("2026-12-24T12:00:00Z")) == instant("2026-12-25T08:00:00Z"))
  }

  @Test("A time of no zone is read by the clock of the hours")
  func floating() throws {
    let text = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART:20261224T130000
      DURATION:PT2H
      END:VEVENT
      END:VCALENDAR
      """
    let berlin = try table("00:00-24:00", calendar: text)
    #expect(!berlin.isOpen(at: instant("2026-12-24T12:00:00Z")))
    #expect(berlin.isOpen(at: instant("2026-12-24T14:00:00Z")))
    let tokyo = berlin.read(in: try zoneTable("Asia/Tokyo"))
    #expect(!tokyo.isOpen(at: instant("2026-12-24T04:00:00Z")))
    #expect(tokyo.isOpen(at: instant("2026-12-24T12:00:00Z")))
  }

  @Test("Hours that holidays take out altogether have no opening")
  func never() throws {
    #expect(
      try table("mon 09:00-10:00", except: ["01-01..12-31"])
        .opening(from: instant("2026-03-02T00:00:00Z")) == nil)
  }
}

@Suite("Holidays and the sender's zone in rule files [A38]")
struct HoursFileTests {
  private static let calendar = """
    BEGIN:VCALENDAR
    VERSION:2.0
    BEGIN:VEVENT
    DTSTART;VALUE=DATE:20260302
    SUMMARY:Founders' Day
    END:VEVENT
    END:VCALENDAR
    """

  private static let rules =
    people + """
      hours "work" { "mon-fri 09:00-17:00", except = { holidays("de.ics", "2026-03-04"), "03-05" } }
      rule "in" { when = { hours = "work" }, act = reply "in" }
      rule "out" { when = { outside = "work" }, act = reply "out" }
      """

  private func answer(_ set: RuleSet, _ at: String, from: Contact = Sample.friend) async -> String?
  {
    let ruling = await set.decide(
      Sample.input("x", from: from, at: instant(at)), host: TestHost())
    guard case .reply(let text, _) = ruling.plan.speech?.action else { return nil }
    return text
  }

  @Test("A calendar of the folder and dates take days out")
  func except() async throws {
    let set = try load(["a.lua": Self.rules, "de.ics": Self.calendar])
    for (day, expected) in [(2, "out"), (3, "in"), (4, "out"), (5, "out"), (6, "in")] {
      #expect(await answer(set, "2026-03-0\(day)T10:00:00Z") == expected, "\(day)")
    }
    #expect(
      set.summary.hours.map(\.detail) == [
        "mon-fri 09:00-17:00 (Europe/Berlin), except de.ics, 2026-03-04, 03-05"
      ])
    #expect(set.summary.files == ["a.lua"])
  }

  @Test("An edited calendar is another set, and changes the rules that go by it alone")
  func edited() throws {
    let other = Self.rules + "\nrule 'free' { act = notify 'x' }"
    let before = try load(["a.lua": other, "de.ics": Self.calendar])
    let after = try load([
      "a.lua": other, "de.ics": Self.calendar.replacing("20260302", with: "20260303"),
    ])
    #expect(before.fingerprint != after.fingerprint)
    let hashes = { (set: RuleSet) in
      Dictionary(uniqueKeysWithValues: set.summary.rules.map { ($0.id, $0.hash) })
    }
    #expect(hashes(before)["a/in"] != hashes(after)["a/in"])
    #expect(hashes(before)["a/free"] == hashes(after)["a/free"])
  }

  @Test("What is wrong with a calendar is told with its file and line")
  func broken() {
    #expect(
      problems([
        "a.lua": Self.rules,
        "de.ics": Self.calendar.replacing("20260302", with: "20260230"),
      ]) == [
        #"de.ics:4: DTSTART: "20260230" is no date; dates are 20261224, times 20261224T180000"#
      ])
    // What nobody refers to harms nobody.
    #expect(
      problems(["a.lua": people, "old.ics": "hello"]).isEmpty)
  }

  @Test(
    "What cannot be found or read is explained",
    arguments: [
      (
        #"hours "h" { "09:00-17:00", except = holidays("ed.ics") }"#,
        #"a.lua:1: there is no calendar "ed.ics" in the rules directory; did you mean "de.ics"?"#
      ),
      (
        #"hours "h" { "09:00-17:00", except = holidays("other/de.ics") }"#,
        #"a.lua:1: there is no calendar "other/de.ics" in the rules directory; did you mean "de.ics"?"#
      ),
      (
        #"hours "h" { "09:00-17:00", except = "de.ics" }"#,
        #"a.lua:1: except in hours "h" must be dates; write holidays("de.ics")"#
      ),
      (
        #"hours "h" { "09:00-17:00", except = "12.25." }"#,
        #"a.lua:1: except in hours "h" cannot be read: "12.25." is no date; write "12-25" for each year, "2026-12-24" for one, "12-24..01-01" for several"#
      ),
      (
        #"hours "h" { "09:00-17:00", except = holidays(7) }"#,
        #"a.lua:1: holidays takes calendars and dates, not 7; holidays("de.ics", "12-25")"#
      ),
      (
        #"hours "h" { "09:00-17:00", zone = "sendr" }"#,
        #"a.lua:1: zone in hours "h" must be a time zone of the IANA list, not "sendr"; did you mean "sender"?"#
      ),
      (
        #"account { zones = { ["Asia/Tokio"] = "@bo_ek" } }"#,
        #"a.lua:1: zones in account names "Asia/Tokio", which is no time zone of the IANA list; did you mean "Asia/Tokyo"?"#
      ),
      (
        #"account { zones = { ["Asia/Tokyo"] = "bo" } }"#,
        #"a.lua:1: zones in account of "Asia/Tokyo" must be a chat such as "@name", "u:5" or its number, not "bo""#
      ),
      (
        #"account { zones = { ["Asia/Tokyo"] = "@bo", ["Asia/Seoul"] = { "@Bo" } } }"#,
        #"a.lua:1: zones of account puts @bo both into Asia/Seoul and Asia/Tokyo"#
      ),
    ])
  func explained(text: String, problem: String) {
    #expect(problems(["a.lua": text, "de.ics": Self.calendar]) == [problem])
  }

  @Test("In the sender's zone where the account knows it, in the owner's where not")
  func sender() async throws {
    let set = try load([
      "a.lua": """
      account { zone = "Europe/Berlin", zones = { ["Asia/Tokyo"] = { "@Bo_Ek" }, ["UTC"] = "u:99" } }
      monitor "people" { "private" }
      hours "day" { "08:00-20:00", zone = "sender" }
      delay "d" { defer = "day" }
      rule "in" { when = { hours = "day" }, act = reply "in" }
      rule "out" { act = reply { "out", delay = "d" } }
      """
    ])
    // 20:00 in Berlin is 04:00 of the next day in Tokyo; 23:00 UTC is 08:00 in Tokyo.
    #expect(await answer(set, "2026-03-02T10:59:00Z") == "in")
    #expect(await answer(set, "2026-03-02T11:00:00Z") == "out")
    #expect(await answer(set, "2026-03-02T18:59:00Z", from: Sample.stranger) == "in")
    #expect(await answer(set, "2026-03-02T19:00:00Z", from: Sample.stranger) == "out")
    for (sender, start) in [
      (Sample.friend, "2026-03-02T23:00:00Z"), (Sample.stranger, "2026-03-03T07:00:00Z"),
    ] {
      let input = Sample.input("x", from: sender, at: instant("2026-03-02T20:00:00Z"))
      let ruling = await set.decide(input, host: TestHost())
      #expect(ruling.plan.speech?.pace?.start == instant(start))
    }
    #expect(set.summary.hours.map(\.detail) == ["08:00-20:00 (the sender's zone)"])
  }

  @Test("A deferral to hours that never come is a failure that is told, not an answer at any time")
  func neverOpens() async throws {
    let set = try load(
      """
      hours "h" { "09:00-10:00", except = "01-01..12-31" }
      rule "r" { defer = "h", act = reply "hi" }
      """)
    let ruling = await set.decide(Sample.input("x"), host: TestHost())
    #expect(ruling.plan.isEmpty)
    #expect(
      ruling.problems.map(\.message) == [
        "rule a/r: hours \"h\" do not open within two years"
      ])
  }
}
