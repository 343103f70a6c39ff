import Foundation
import Model

/// Weekly windows in a time zone: the resolved `hours` declaration.
///
/// Inside is decided by the clock on the wall: a local time that comes twice in one night (clocks go
/// back) counts both times; a window that opens at a time which the clocks skip opens when they have
/// gone forward.
struct HoursTable: Sendable, Hashable {
  var name: String
  var weekly: WeeklyHours
  var zone: TimeZone

  func isOpen(at instant: Timestamp) -> Bool {
    let local = LocalTime(instant, in: zone)
    return weekly.covers(day: local.weekday, minute: local.minuteOfDay)
  }

  /// The first instant from here on that is inside; nil if there is none (no windows).
  func opening(from instant: Timestamp) -> Timestamp? {
    if isOpen(at: instant) { return instant }
    return firstChange(after: instant, minutes: weekly.windows.map { ($0.day, $0.opens) }) {
      isOpen(at: $0)
    }
  }

  /// The first instant from here on that is outside; nil if there is none (always open).
  func closing(from instant: Timestamp) -> Timestamp? {
    guard isOpen(at: instant) else { return instant }
    return firstChange(after: instant, minutes: weekly.windows.map { ($0.day, $0.closes) }) {
      !isOpen(at: $0)
    }
  }

  /// The earliest instant after this one that is asked for, of those at which anything can change:
  /// the given minutes of the week, and changes of the clock.
  private func firstChange(
    after instant: Timestamp, minutes: [(day: Int, minute: Int)], where fits: (Timestamp) -> Bool
  ) -> Timestamp? {
    let today = LocalTime(instant, in: zone).dayNumber
    // A window of yesterday may end today; eight days hold each window of the week once at least,
    // and a ninth the one that a clock change has cut away.
    var first: Timestamp?
    for day in (today - 1)...(today + 9) {
      // What belongs to a day may lie in its neighbours, as the days' lengths differ.
      if let first, LocalTime(first, in: zone).dayNumber < day - 1 { return first }
      let weekday = LocalTime.weekday(ofDay: day)
      var candidates: [Timestamp] = zone.clockChange(onDay: day).map { [$0] } ?? []
      for (start, minute) in minutes where start == weekday {
        candidates += zone.instants(ofDay: day, minute: minute)
      }
      let found = candidates.filter { $0 > instant && fits($0) }.min()
      first = [first, found].compactMap(\.self).min()
    }
    return first
  }
}

extension TimeZone {
  fileprivate func offset(at seconds: Int) -> Int {
    secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
  }

  /// The instants at which the local clock shows this minute of the day: one as a rule, two when
  /// clocks go back over it; when they skip it, the instant at which they do.
  fileprivate func instants(ofDay day: Int, minute: Int) -> [Timestamp] {
    let local = day * 86_400 + minute * 60
    let offsets = Set([offset(at: local - 86_400), offset(at: local + 86_400)])
    let found = offsets.map { local - $0 }.filter { $0 + offset(at: $0) == local }.sorted()
    if !found.isEmpty { return found.map { Timestamp(seconds: Int64($0)) } }
    return clockChange(from: local - 86_400, to: local + 86_400).map { [$0] } ?? []
  }

  /// The change of the clock on the local day, if there is one.
  fileprivate func clockChange(onDay day: Int) -> Timestamp? {
    let start = day * 86_400 - offset(at: day * 86_400)
    return clockChange(from: start - 7200, to: start + 86_400 + 7200)
  }

  /// The first second of another offset within the stretch.
  private func clockChange(from: Int, to: Int) -> Timestamp? {
    let before = offset(at: from)
    guard offset(at: to) != before else { return nil }
    var low = from
    var high = to
    while high - low > 1 {
      let middle = (low + high) / 2
      if offset(at: middle) == before { low = middle } else { high = middle }
    }
    return Timestamp(seconds: Int64(high))
  }
}
