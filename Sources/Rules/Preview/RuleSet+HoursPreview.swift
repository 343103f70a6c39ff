package import Model

extension RuleSet {
  /// The hours of that name, if they are declared.
  package func hours(_ name: String) -> HoursTable? { book.hours[name] }

  /// The week that holds a day, by the clock of a zone.
  ///
  /// - Parameters:
  ///   - date: `2026-03-24`; nil for the week of `now`.
  ///   - zone: an IANA name, for hours that are read in the sender's zone also that of the sender; nil
  ///     for the zone that the hours are read in.
  /// - Throws: ``PreviewError`` for an unknown name, date or zone.
  package func preview(
    hours name: String, date: String?, zone: String?, now: Timestamp
  ) throws -> HoursPreview {
    guard var table = book.hours[name] else {
      throw PreviewError(unknown: name, kind: .hours, known: book.hours.keys.sorted())
    }
    var shown = table.zone
    if let zone {
      guard let found = ZoneName.resolve(zone) else {
        throw PreviewError(
          option: "There is no time zone \"\(zone)\".",
          hint: "\(ZoneName.hint(for: zone).capitalizedFirst)"
        )
      }
      shown = ZoneTable(found)
      if table.senders != nil { table = table.read(in: shown) }
    }
    var day = LocalTime(now, in: shown).dayNumber
    if let date {
      guard let civil = CivilDate(date) else {
        throw PreviewError(option: "\"\(date)\" is no date.", hint: "Write it as 2026-03-24.")
      }
      day = civil.dayNumber
    }
    return HoursPreview(table, shown: shown, monday: day - LocalTime.weekday(ofDay: day))
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
