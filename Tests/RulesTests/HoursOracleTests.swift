import Foundation
import Model
import Testing

@testable import Rules

/// Hours judged by Foundation's calendar, minute by minute, without any of our own tables.
private struct HoursOracle {
  let windows: [WeeklyHours.Window]
  /// `2026-12-25`.
  let holidays: Set<CivilDate>
  private let calendar: Calendar

  init(_ weekly: WeeklyHours, zone: TimeZone, holidays: Set<CivilDate>) {
    windows = weekly.windows
    self.holidays = holidays
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    self.calendar = calendar
  }

  func isOpen(_ at: Timestamp) -> Bool {
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .weekday], from: at.date)
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let hour = parts.hour, let minute = parts.minute, let weekday = parts.weekday
    else { return false }
    let today = CivilDate(year: year, month: month, day: day)
    // The day that the calendar shows before, whether or not the zone lived through it.
    let yesterday = CivilDate(dayNumber: today.dayNumber - 1)
    let weekdayToday = (weekday + 5) % 7
    let minutes = hour * 60 + minute
    return windows.contains { window in
      if window.day == weekdayToday, !holidays.contains(today) {
        if window.opens <= minutes, minutes < window.closes { return true }
      }
      return window.day == (weekdayToday + 6) % 7 && !holidays.contains(yesterday)
        && minutes + 1440 < window.closes
    }
  }
}

@Suite("Hours against an oracle [A38, rules 37]")
struct HoursOracleTests {
  /// Windows with edges where clocks change, and over midnight.
  private static func weekly(_ generator: inout SeededGenerator) -> WeeklyHours {
    let windows = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      let opens = Int.random(in: 0..<96, using: &generator) * 15
      let length = Int.random(in: 1...96, using: &generator) * 15
      return WeeklyHours.Window(
        day: Int.random(in: 0..<7, using: &generator), opens: opens,
        closes: min(opens + length, opens + 1425))
    }
    return WeeklyHours(windows: windows)
  }

  /// Instants in the days around clock changes, and any others.
  private static func instants(
    _ zone: ZoneTable, _ generator: inout SeededGenerator
  ) -> [Timestamp] {
    var changes: [Int] = []
    var change = zone.nextChange(after: 1_200_000_000)
    while let at = change, at < 1_900_000_000 {
      changes.append(at)
      change = zone.nextChange(after: at)
    }
    return (0..<12).map { _ in
      let base =
        changes.randomElement(using: &generator)
        ?? Int.random(in: 1_200_000_000..<1_900_000_000, using: &generator)
      let at = base + Int.random(in: -50_000...50_000, using: &generator)
      return Timestamp(seconds: Int64(at / 60 * 60))
    }
  }

  @Test("Any instant is inside or outside as the wall calendar says", arguments: oddZones)
  func membership(name: String) throws {
    let zone = try zoneTable(name)
    var generator = SeededGenerator(seed: 41, text: name)
    for _ in 0..<25 {
      let weekly = Self.weekly(&generator)
      let instants = Self.instants(zone, &generator)
      let today = LocalTime(instants[0], in: zone).dayNumber
      let holidays = Set(
        (0..<3).map { _ in
          CivilDate(dayNumber: today + Int.random(in: -1...1, using: &generator))
        })
      let table = HoursTable(
        name: "h", weekly: weekly, zone: zone,
        holidays: HolidaySet(dates: try holidays.map { try DateRule(parsing: $0.description) }))
      let oracle = HoursOracle(
        weekly, zone: try #require(TimeZone(identifier: name)), holidays: holidays)
      for at in instants {
        #expect(table.isOpen(at: at) == oracle.isOpen(at), "\(name) \(weekly.windows) at \(at)")
      }
    }
  }

  @Test("Opening and closing are the first minutes that differ", arguments: oddZones)
  func edges(name: String) throws {
    let zone = try zoneTable(name)
    var generator = SeededGenerator(seed: 43, text: name)
    for _ in 0..<12 {
      let weekly = Self.weekly(&generator)
      let start = try #require(Self.instants(zone, &generator).first)
      let day = LocalTime(start, in: zone).dayNumber + 1
      let holidays = HolidaySet(
        dates: [try DateRule(parsing: CivilDate(dayNumber: day).description)])
      let table = HoursTable(name: "h", weekly: weekly, zone: zone, holidays: holidays)
      let isOpen = table.isOpen(at: start)
      let found = isOpen ? table.closing(from: start) : table.opening(from: start)
      var at = start
      let end = start.advanced(by: .seconds(16 * 86_400))
      while at < end, table.isOpen(at: at) == isOpen { at = at.advanced(by: .seconds(60)) }
      #expect(found == at, "\(name) \(weekly.windows) from \(start)")
      if let found {
        #expect(table.isOpen(at: found) != isOpen)
        #expect(table.isOpen(at: found.advanced(by: .milliseconds(-1))) == isOpen)
      }
    }
  }
}
