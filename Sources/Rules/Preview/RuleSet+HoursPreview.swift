package import Model

extension RuleSet {
  /// The hours of that name, if they are declared.
  package func hours(_ name: String) -> HoursTable? { book.hours[name] }

  /// The zone by whose clock a week of hours is shown.
  ///
  /// - Parameters and errors: as ``preview(hours:date:zone:at:now:)``.
  package func shownZone(ofHours name: String, _ zone: String?) throws -> ZoneTable {
    try shown(name, zone).1
  }

  /// The hours, and the zone by whose clock they are shown.
  private func shown(_ name: String, _ zone: String?) throws -> (HoursTable, ZoneTable) {
    guard let table = book.hours[name] else {
      throw PreviewError(unknown: name, kind: .hours, known: book.hours.keys.sorted())
    }
    guard let zone else { return (table, table.zone) }
    guard let found = ZoneName.resolve(zone) else {
      throw PreviewError(
        option: "There is no time zone \"\(zone)\".",
        hint: "\(ZoneName.hint(for: zone).capitalizedFirst)"
      )
    }
    let shown = ZoneTable(found)
    return (table.senders == nil ? table : table.read(in: shown), shown)
  }

  /// The week that holds a day, by the clock of a zone.
  ///
  /// - Parameters:
  ///   - date: `2026-03-24`; nil for the week of `instant`, or else of `now`.
  ///   - zone: an IANA name, for hours that are read in the sender's zone also that of the sender; nil
  ///     for the zone that the hours are read in.
  ///   - instant: of which the preview tells whether they are open.
  /// - Throws: ``PreviewError`` for an unknown name, date or zone.
  package func preview(
    hours name: String, date: String?, zone: String?, at instant: Timestamp? = nil, now: Timestamp
  ) throws -> HoursPreview {
    let (table, shown) = try shown(name, zone)
    var day = LocalTime(instant ?? now, in: shown).dayNumber
    if let date {
      guard let civil = CivilDate(date) else {
        throw PreviewError(option: "\"\(date)\" is no date.", hint: "Write it as 2026-03-24.")
      }
      day = civil.dayNumber
    }
    return HoursPreview(
      table, shown: shown, monday: day - LocalTime.weekday(ofDay: day), at: instant)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
