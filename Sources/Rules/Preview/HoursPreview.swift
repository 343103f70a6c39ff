package import Model

/// One week of hours, half an hour a cell, by the clock of one zone.
package struct HoursPreview: Sendable, Hashable, Encodable {
  package enum Cell: Character, Sendable, Hashable {
    case closed = "."
    case open = "#"
    /// Open for a part of it.
    case part = "+"
    /// The clocks skip it.
    case skipped = "-"
  }

  package struct Day: Sendable, Hashable, Encodable {
    /// `2026-03-23`.
    package let date: String
    /// `mon`.
    package let weekday: String
    /// 48 of them.
    package let cells: [Cell]
    /// What takes the day out.
    package let holidays: [String]
    /// `clocks go forward from 02:00 to 03:00`.
    package let changes: [String]

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(date, forKey: .date)
      try container.encode(weekday, forKey: .weekday)
      try container.encode(String(cells.map(\.rawValue)), forKey: .cells)
      try container.encode(holidays, forKey: .holidays)
      try container.encode(changes, forKey: .changes)
    }

    private enum CodingKeys: String, CodingKey {
      case date, weekday, cells, holidays, changes
    }
  }

  /// A stretch during which they are open, within the week.
  package struct Opening: Sendable, Hashable, Encodable {
    package let from: Timestamp
    package let to: Timestamp
  }

  /// How they stand at one instant.
  package struct Moment: Sendable, Hashable, Encodable {
    package let at: Timestamp
    /// `sat 2026-11-21 22:30`, by the clock that is shown.
    package let local: String
    package let open: Bool
    /// When that changes next, likewise; nil: not within two years.
    package let until: String?
  }

  package let name: String
  /// The zone whose clock the days follow.
  package let zone: String
  /// The zone that the hours themselves are read in.
  package let hoursZone: String
  /// They are read in the sender's zone, of which this is an example.
  package let isSenders: Bool
  /// From Monday on.
  package let days: [Day]
  package let openings: [Opening]
  /// The instant that was asked for.
  package let moment: Moment?

  init(_ table: HoursTable, shown zone: ZoneTable, monday: Int, at instant: Timestamp? = nil) {
    name = table.name
    self.zone = zone.name
    hoursZone = table.zone.name
    isSenders = table.senders != nil
    days = (monday..<(monday + 7)).map { Self.day($0, table, zone) }
    let start = Self.instant(ofDay: monday, zone)
    openings = Self.openings(table, from: start, to: Self.instant(ofDay: monday + 7, zone))
    moment = instant.map { instant in
      let isOpen = table.isOpen(at: instant)
      let until = isOpen ? table.closing(from: instant) : table.opening(from: instant)
      return Moment(
        at: instant, local: LocalTime(instant, in: zone).text, open: isOpen,
        until: until.map { LocalTime($0, in: zone).text })
    }
  }

  private static func instant(ofDay day: Int, _ zone: ZoneTable) -> Timestamp {
    Timestamp(seconds: Int64(zone.instant(of: day * 86_400)))
  }

  private static func day(_ day: Int, _ table: HoursTable, _ zone: ZoneTable) -> Day {
    let cells = (0..<48).map { cell -> Cell in
      let minutes = (0..<30).flatMap { minute in
        zone.instants(showing: day * 86_400 + cell * 1800 + minute * 60)
      }
      let open = minutes.count { table.isOpen(at: Timestamp(seconds: Int64($0))) }
      if minutes.isEmpty { return .skipped }
      return open == 0 ? .closed : open == minutes.count ? .open : .part
    }
    return Day(
      date: CivilDate(dayNumber: day).description,
      weekday: WeeklyHours.dayNames[LocalTime.weekday(ofDay: day)], cells: cells,
      holidays: table.holidayNames(on: day, shown: zone), changes: changes(on: day, zone))
  }

  /// The changes of the clock that skip a part of the day, or show it twice.
  private static func changes(on day: Int, _ zone: ZoneTable) -> [String] {
    let today = (day * 86_400)..<((day + 1) * 86_400)
    var changes: [String] = []
    var next = zone.nextChange(after: today.lowerBound - 2 * 86_400)
    while let change = next, change < today.upperBound + 2 * 86_400 {
      let before = change + zone.offset(at: change - 1)
      let after = change + zone.offset(at: change)
      if (min(before, after)..<max(before, after)).overlaps(today) {
        // By this day's midnight, so that the end of a day is 24:00.
        let text = { (local: Int) in clockText((local - today.lowerBound) / 60) }
        changes.append(
          "clocks go \(before < after ? "forward" : "back") from \(text(before)) to \(text(after))")
      }
      next = zone.nextChange(after: change)
    }
    return changes
  }

  private static func openings(
    _ table: HoursTable, from start: Timestamp, to end: Timestamp
  ) -> [Opening] {
    var openings: [Opening] = []
    var at = start
    while at < end, let from = table.opening(from: at), from < end {
      let to = min(table.closing(from: from) ?? end, end)
      openings.append(Opening(from: from, to: to))
      at = to
    }
    return openings
  }
}
