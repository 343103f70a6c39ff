import Foundation
import Model
import Rules

extension Suite {
  /// Hours as they are compiled at load, and delays as they are sampled.
  static let hours = Suite(name: "hours") {
    let set = try RuleSet.load([rules, calendar(events: 100)])
    guard let work = set.hours("work"), let plain = set.hours("plain") else {
      throw BenchmarkError("the hours are not declared")
    }
    return [
      Contest(
        subject: lookups("inside or outside, with holidays", of: work), baseline: foundation()),
      Contest(
        subject: openings("next opening, with holidays", of: work),
        baseline: openings("the same without", of: plain)),
      Contest(
        subject: try loading("a set with a calendar of 1,000 events, loaded", events: 1000),
        baseline: try loading("the same with one event", events: 1)),
      Contest(
        subject: samples("samples of a delay", of: "human", set),
        baseline: samples("samples of one that a function tells", of: "function", set)),
    ]
  }

  private static let rules = RuleSource(
    path: "hours.lua",
    text: """
      account { zone = "Europe/Berlin" }
      monitor "people" { "private" }
      hours "plain" { "mon-fri 09:00-12:30, 13:15-18:00", "sat 22:00-02:00" }
      hours "work" {
        "mon-fri 09:00-12:30, 13:15-18:00", "sat 22:00-02:00",
        except = holidays("de.ics", "12-24", "12-31"),
      }
      delay "human" {
        notice = lognormal("25s", "4m"), reading = per_char(0.03), typing = cps(6, 9), cap = "12m",
      }
      delay "function" (function(m, x) return math.random(20, 240) end)
      """)

  private static func calendar(events: Int) -> RuleSource {
    let days = (0..<events).map { number in
      let day = number * 7
      let month = day / 28 % 12 + 1
      let year = 2020 + day / 336
      let date = "\(year)\(month < 10 ? "0" : "")\(month)\(day % 28 < 9 ? "0" : "")\(day % 28 + 1)"
      return """
        BEGIN:VEVENT\r
        UID:\(number)@example.org\r
        DTSTAMP:20260101T000000Z\r
        DTSTART;VALUE=DATE:\(date)\r
        SUMMARY:A day off\\, number \(number)\r
        TRANSP:TRANSPARENT\r
        END:VEVENT\r

        """
    }
    return RuleSource(
      path: "de.ics",
      text: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(days.joined())END:VCALENDAR\r\n")
  }

  /// Instants all over three years.
  private static func instant(_ number: Int) -> Timestamp {
    Timestamp(seconds: 1_735_689_600 + Int64(number &* 7_919_321) % 94_608_000)
  }

  private static func lookups(_ name: String, of hours: HoursTable) -> Work {
    Work(name, unit: .items, amount: 1) { times in
      for number in 0..<times { try keep(hours.isOpen(at: instant(number))) }
    }
  }

  /// What a lookup would cost without tables: the date's parts by Foundation's calendar.
  private static func foundation() -> Work {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Berlin") ?? .gmt
    return Work("the date's parts by Foundation", unit: .items, amount: 1) { times in
      for number in 0..<times {
        try keep(calendar.dateComponents([.weekday, .hour, .minute], from: instant(number).date))
      }
    }
  }

  private static func openings(_ name: String, of hours: HoursTable) -> Work {
    Work(name, unit: .items, amount: 1) { times in
      for number in 0..<times { try keep(hours.opening(from: instant(number))) }
    }
  }

  private static func loading(_ name: String, events: Int) throws -> Work {
    let sources = [rules, calendar(events: events)]
    _ = try RuleSet.load(sources)
    return Work(name, unit: .items, amount: 1) { times in
      for _ in 0..<times { try keep(try RuleSet.load(sources)) }
    }
  }

  private static func samples(_ name: String, of delay: String, _ set: RuleSet) -> Work {
    let request = DelayPreview.Request(
      length: 80, reply: 80, samples: 100, seed: 1, now: instant(0))
    return Work(name, unit: .items, amount: 100) { times in
      for _ in 0..<times { try keep(try await set.preview(delay: delay, request)) }
    }
  }
}
