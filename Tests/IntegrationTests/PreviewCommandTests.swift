import Foundation
import Testing

@testable import understudy

extension Integration {
  /// `understudy preview` as people see it.
  @Suite("understudy preview", .timeLimit(.minutes(5)))
  struct PreviewCommandTests {
    private let home: TemporaryHome

    init() throws {
      home = try TemporaryHome()
      try home.write(
        """
        account { zone = "Europe/Berlin", zones = { ["Asia/Tokyo"] = "@bo" } }
        monitor "people" { "private" }
        hours "work" { "mon-fri 09:00-12:30, 13:15-18:00", except = holidays("de.ics") }
        hours "night" { "22:00-06:00" }
        hours "theirs" { "08:00-20:00", zone = "sender" }
        delay "human" {
          notice = lognormal("25s", "4m"), reading = per_char(0.03), typing = cps(6, 9),
          cap = "12m", defer = "work",
        }
        delay "clever" (function(m, x)
          if m.is_question then return math.random(20, 60) end
          return "10m"
        end)
        """, to: "rules/a.lua")
      try home.write(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261225
        DTEND;VALUE=DATE:20261227
        SUMMARY:Christmas
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;TZID=Europe/Berlin:20261224T121500
        DTEND;TZID=Europe/Berlin:20261224T235900
        SUMMARY:Christmas Eve
        END:VEVENT
        END:VCALENDAR
        """, to: "rules/de.ics")
    }

    private func preview(_ arguments: String...) async throws -> Program.Outcome {
      var arguments = arguments
      arguments.insert(home.file("rules").path, at: 2)
      return try await Program.run(["preview"] + arguments, home: home)
    }

    @Test("A delay's histogram, and the same as JSON, without any home [A37]")
    func delay() async throws {
      let chart = try await preview("delay", "human", "--seed", "5")
      #expect(chart.status == 0, "\(chart.errors)")
      try Golden.expect(chart.output, is: "preview/delay.txt")
      let json = try await preview("delay", "human", "--seed", "5", "--json")
      try Golden.expect(json.output, is: "preview/delay.json")
      #expect(!FileManager.default.fileExists(atPath: home.file("home").path))
    }

    @Test("A function's delay, for a message of a given length [A37]")
    func function() async throws {
      let chart = try await preview("delay", "clever", "--length", "20", "--samples", "200")
      try Golden.expect(chart.output, is: "preview/delay-function.txt")
    }

    @Test("Whether hours are open at a time as people write it, and by which clock [A38]")
    func moment() async throws {
      let open = try await preview("hours", "night", "--at", "2026-11-21 22:30")
      #expect(
        open.output.hasSuffix(
          "\n  open on sat 2026-11-21 22:30 (Europe/Berlin), until sun 2026-11-22 06:00"),
        "\(open.everything)")
      #expect(open.output.contains("week of 2026-11-16"))
      let elsewhere = try await preview(
        "hours", "night", "--at", "2026-11-21T21:30:00Z", "--zone", "Asia/Kathmandu")
      #expect(
        elsewhere.output.hasSuffix(
          "  open on sun 2026-11-22 03:15 (Asia/Kathmandu), until sun 2026-11-22 10:45"),
        "\(elsewhere.everything)")
      let wrong = try await preview("hours", "night", "--at", "noon")
      #expect(wrong.status == 2 && wrong.errors.contains("by the clock of Europe/Berlin"))
      let delay = try await preview("delay", "clever", "--at", "2026-11-21 22:30", "--samples", "5")
      #expect(
        delay.output.hasSuffix("As of sat 2026-11-21 22:30 by the clock of Europe/Berlin."),
        "\(delay.everything)")
    }

    @Test("A week with holidays, one with a clock change, and one by another clock [A38]")
    func hours() async throws {
      let holidays = try await preview("hours", "work", "--week", "2026-12-23")
      #expect(holidays.status == 0, "\(holidays.errors)")
      try Golden.expect(holidays.output, is: "preview/hours-holidays.txt")
      let spring = try await preview("hours", "night", "--week", "2026-03-29")
      try Golden.expect(spring.output, is: "preview/hours-spring.txt")
      let theirs = try await preview(
        "hours", "theirs", "--week", "2026-03-02", "--zone", "Asia/Kathmandu")
      try Golden.expect(theirs.output, is: "preview/hours-sender.txt")
      let json = try await preview("hours", "work", "--week", "2026-12-23", "--json")
      try Golden.expect(json.output, is: "preview/hours.json")
    }

    @Test("What is drawn fits into 80 columns and has colours for terminals alone")
    func width() throws {
      let folder = try FileManager.default.contentsOfDirectory(
        at: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
          .appending(path: "Golden/preview"), includingPropertiesForKeys: nil)
      for file in folder where file.pathExtension == "txt" {
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        #expect(!text.contains("\u{1B}"))
      }
    }

    @Test("Names, zones and dates that are not there are explained")
    func unknown() async throws {
      let name = try await preview("hours", "wrok")
      #expect(name.status == 1)
      #expect(
        name.errors == "understudy: The rules declare no hours \"wrok\". Did you mean \"work\"?\n")
      let zone = try await preview("hours", "work", "--zone", "Berlin")
      #expect(zone.status == 2)
      #expect(zone.errors.contains("Did you mean \"Europe/Berlin\"?"))
      let week = try await preview("hours", "work", "--week", "24.12.")
      #expect(week.status == 2 && week.errors.contains("Write it as 2026-03-24."))
      try home.write("delay 'x' { notise = '1s' }", to: "rules/b.lua")
      let broken = try await preview("delay", "human")
      #expect(broken.status == 1)
      #expect(broken.errors.contains("b.lua:1: unknown key \"notise\""))
    }
  }
}
