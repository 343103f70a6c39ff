import Foundation
import Model
import Testing

@testable import Rules

@Suite("Time zones, compiled [A38]")
struct ZoneTableTests {
  private static func random(_ seed: UInt64, from: String, to: String, count: Int) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    let range = Int(instant(from).seconds)..<Int(instant(to).seconds)
    return (0..<count).map { _ in Int.random(in: range, using: &generator) }
  }

  @Test("Every offset is Foundation's, at random and around each change", arguments: oddZones)
  func offsets(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let table = ZoneTable(zone)
    var instants = Self.random(
      7, from: "1965-01-01T00:00:00Z", to: "2105-01-01T00:00:00Z", count: 300)
    var change = table.nextChange(after: 0)
    while let at = change {
      instants += [at - 1, at, at + 1]
      change = table.nextChange(after: at)
    }
    for at in instants {
      let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(at)))
      #expect(table.offset(at: at) == expected, "\(name) at \(at)")
    }
  }

  @Test("No change is missed: from each to the next the offset stays", arguments: oddZones)
  func changes(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let table = ZoneTable(zone)
    // A third of a day is shorter than any zone has kept a time.
    var at = Int(instant("1990-01-01T00:00:00Z").seconds)
    let end = Int(instant("2045-01-01T00:00:00Z").seconds)
    var offset = table.offset(at: at)
    while at < end {
      let next = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(at + 28_800)))
      if next != offset {
        let change = try #require(table.nextChange(after: at))
        #expect(change <= at + 28_800)
        offset = next
      }
      at += 28_800
    }
  }

  @Test("A local time is shown once, twice or never")
  func showings() throws {
    let berlin = try zoneTable("Europe/Berlin")
    let local = { (text: String) in Int(instant(text).seconds) }
    let utc = { (text: String) in Int(instant(text).seconds) }
    #expect(
      berlin.instants(showing: local("2026-07-01T12:00:00Z")) == [utc("2026-07-01T10:00:00Z")])
    #expect(
      berlin.instants(showing: local("2026-10-25T02:30:00Z"))
        == [utc("2026-10-25T00:30:00Z"), utc("2026-10-25T01:30:00Z")])
    #expect(berlin.instants(showing: local("2026-03-29T02:30:00Z")).isEmpty)
    // What never was is taken as if the clocks had not changed yet.
    #expect(berlin.instant(of: local("2026-03-29T02:30:00Z")) == utc("2026-03-29T01:30:00Z"))
    // Samoa had no 30 December 2011.
    let apia = try zoneTable("Pacific/Apia")
    #expect(apia.instants(showing: local("2011-12-30T12:00:00Z")).isEmpty)
    #expect(
      apia.instants(showing: local("2011-12-29T23:59:59Z")) == [utc("2011-12-30T09:59:59Z")])
    #expect(apia.instants(showing: local("2011-12-31T00:00:00Z")) == [utc("2011-12-30T10:00:00Z")])
  }

  @Test("Every instant is among those that show its own local time", arguments: oddZones)
  func roundTrip(name: String) throws {
    let table = try zoneTable(name)
    var instants = Self.random(
      11, from: "1990-01-01T00:00:00Z", to: "2045-01-01T00:00:00Z", count: 200)
    var change = table.nextChange(after: 600_000_000)
    while let at = change, at < 2_400_000_000 {
      instants += [at - 5400, at - 1, at, at + 1799]
      change = table.nextChange(after: at)
    }
    for at in instants {
      let local = at + table.offset(at: at)
      let showing = table.instants(showing: local)
      #expect(showing.contains(at) && showing.count <= 2, "\(name) at \(at): \(showing)")
      #expect(showing.allSatisfy { $0 + table.offset(at: $0) == local })
    }
  }

  @Test("The calendar of days agrees with Foundation's")
  func civil() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for day in stride(from: -25_600, through: 48_000, by: 13) {
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(day) * 86_400))
      let date = CivilDate(dayNumber: day)
      #expect(
        [date.year, date.month, date.day] == [parts.year, parts.month, parts.day], "\(date)")
      #expect(date.dayNumber == day)
      // Foundation's 1 is Sunday.
      #expect(LocalTime.weekday(ofDay: day) == ((parts.weekday ?? 0) + 5) % 7)
    }
  }
}
