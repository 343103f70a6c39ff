package import Model

/// The resolved `hours` declaration, compiled at load: windows of a week in a time zone, without
/// holidays.
///
/// The clock on the wall decides: an instant is inside when the local time that it shows lies in a
/// window. So a local time that comes twice (clocks go back) counts both times, and what is skipped
/// (clocks go forward) is as if the window began or ended when they have. A window belongs to the day
/// on which it opens: a holiday takes away what opens on it, and not what the eve left open.
package struct HoursTable: Sendable, Hashable {
  package let name: String
  package private(set) var zone: ZoneTable
  let week: WeekTable
  let holidays: HolidaySet
  /// For `zone = "sender"`.
  let senders: SenderZones?
  /// What timed events of calendars take out: instants in seconds since 1970.
  private var closures: [Range<Int>]

  /// Farther than this nobody waits for hours: then they never open.
  private static let horizon = 800 * 86_400

  init(
    name: String, weekly: WeeklyHours, zone: ZoneTable, holidays: HolidaySet = HolidaySet(),
    senders: SenderZones? = nil
  ) {
    self.name = name
    self.zone = zone
    self.holidays = holidays
    self.senders = senders
    week = WeekTable(weekly)
    closures = holidays.closures(in: zone)
  }

  /// The same windows by the clock of another zone.
  package func read(in zone: ZoneTable) -> HoursTable {
    guard zone != self.zone else { return self }
    var table = self
    table.zone = zone
    table.closures = holidays.closures(in: zone)
    return table
  }

  /// The hours as they are for this person: in their zone, if the hours are read in the sender's and
  /// it is known; otherwise in the owner's.
  package func read(for sender: Contact?) -> HoursTable {
    guard let senders, let sender, let zone = senders.zone(of: sender) else { return self }
    return read(in: zone)
  }

  package func isOpen(at instant: Timestamp) -> Bool { isOpen(Int(instant.seconds)) }

  /// As ``read(for:)``, then ``isOpen(at:)``.
  package func isOpen(at instant: Timestamp, for sender: Contact?) -> Bool {
    senders == nil ? isOpen(at: instant) : read(for: sender).isOpen(at: instant)
  }

  /// The first instant from here on that is inside; nil if there is none within two years.
  package func opening(from instant: Timestamp) -> Timestamp? {
    if isOpen(at: instant) { return instant }
    return opening(after: Int(instant.seconds)).map { Timestamp(seconds: Int64($0)) }
  }

  /// The first instant from here on that is outside; nil if there is none within two years.
  package func closing(from instant: Timestamp) -> Timestamp? {
    guard isOpen(at: instant) else { return instant }
    return closing(after: Int(instant.seconds)).map { Timestamp(seconds: Int64($0)) }
  }

  /// The holidays that take the day out, wholly or in part.
  ///
  /// - Parameter zone: whose clock says when the day begins and ends, for events with times.
  func holidayNames(on day: Int, shown zone: ZoneTable) -> [String] {
    holidays.names(
      ofDay: day, instants: zone.instant(of: day * 86_400)..<zone.instant(of: (day + 1) * 86_400),
      in: self.zone)
  }

  private func isOpen(_ instant: Int) -> Bool {
    if !closures.isEmpty, closures.containing(instant) != nil { return false }
    let local = LocalTime(localSeconds: instant + zone.offset(at: instant))
    return opens(on: local.dayNumber, before: local.minuteOfDay)
      || opens(on: local.dayNumber - 1, before: local.minuteOfDay + WeeklyHours.minutesPerDay)
  }

  /// Whether the minute lies in a window of the day.
  private func opens(on day: Int, before minute: Int) -> Bool {
    week.covers(weekday: LocalTime.weekday(ofDay: day), minute: minute) && !holidays.takes(day)
  }

  private func opening(after closed: Int) -> Int? {
    var at = closed
    let limit = closed + Self.horizon
    while at < limit {
      if let closure = closures.containing(at) { at = closure.upperBound }
      let offset = zone.offset(at: at)
      let change = zone.nextChange(after: at) ?? .max
      let end = min(change, limit)
      guard let local = localOpening(from: at + offset, before: end + offset) else {
        at = end
        continue
      }
      at = local - offset
      guard let closure = closures.containing(at) else { return at }
      at = closure.upperBound
    }
    return nil
  }

  private func closing(after open: Int) -> Int? {
    var at = open
    let limit = open + Self.horizon
    while at < limit {
      let offset = zone.offset(at: at)
      let end = min(zone.nextChange(after: at) ?? .max, limit)
      let local = localClosing(from: at + offset, before: end + offset)
      let next = local.map { $0 - offset } ?? end
      let closure = closures.firstIndex(endingAfter: at)
      if closure < closures.count, closures[closure].lowerBound < next {
        return closures[closure].lowerBound
      }
      if local != nil { return next }
      at = end
      if at < limit, !isOpen(at) { return at }
    }
    return nil
  }

  /// The first local time from `start` on within a window; all in seconds since 1970 by the local
  /// clock.
  private func localOpening(from start: Int, before end: Int) -> Int? {
    var day = start.floorDivided(by: 86_400) - 1
    while day * 86_400 < end {
      defer { day += 1 }
      if let taken = holidays.days.containing(day) {
        day = taken.upperBound - 1
        continue
      }
      for window in week.days[LocalTime.weekday(ofDay: day)] {
        let closes = day * 86_400 + window.upperBound * 60
        guard closes > start else { continue }
        let opens = max(start, day * 86_400 + window.lowerBound * 60)
        return opens < end ? opens : nil
      }
    }
    return nil
  }

  /// The first local time from `start`, which lies within a window, that lies in none.
  private func localClosing(from start: Int, before end: Int) -> Int? {
    var at = start
    while at < end {
      let local = LocalTime(localSeconds: at)
      let today = local.dayNumber
      let candidates = [today - 1, today].compactMap { day -> Int? in
        guard !holidays.takes(day) else { return nil }
        let minute = local.minuteOfDay + (today - day) * WeeklyHours.minutesPerDay
        return week.days[LocalTime.weekday(ofDay: day)].containing(minute)
          .map { day * 86_400 + $0.upperBound * 60 }
      }
      guard let furthest = candidates.max() else { return at }
      at = furthest
    }
    return nil
  }
}
