package import Model

/// Instants as people write them.
extension RuleSet {
  /// `2026-11-21 22:30`, `sat 22:30` (the next), `22:30` (the next), by the account's clock or that of
  /// another zone; or with a zone of its own: `2026-11-21T22:30:00Z`. Nil for anything else.
  package func instant(
    _ text: String, after now: Timestamp, zone: ZoneTable? = nil
  ) -> Timestamp? {
    if let instant = Timestamp(iso8601: text) { return instant }
    let zone = zone ?? book.zone
    let local = LocalTime(now, in: zone)
    let seconds = local.dayNumber * 86_400 + local.secondOfDay
    guard let found = CaseTime(next: text, after: seconds) else { return nil }
    return Timestamp(seconds: Int64(zone.instant(of: found.local)))
  }
}

extension CaseTime {
  /// As cases write it, but a weekday or a time alone is the next that comes.
  ///
  /// - Parameter now: seconds since 1970-01-01T00:00:00 by the same clock.
  init?(next text: String, after now: Int) {
    // The way of ISO 8601: 2026-11-21T22:30.
    let text = text.first?.isNumber == true ? text.replacing("T", with: " ") : text
    let today = now.floorDivided(by: 86_400)
    if let weekday = WeeklyHours.dayNames.firstIndex(of: text.prefix(3).lowercased()) {
      guard let time = CaseTime(text) else { return nil }
      self = time
      let ahead = (weekday - LocalTime.weekday(ofDay: today) + 7) % 7
      local = (today + ahead) * 86_400 + time.local - time.local.floorDivided(by: 86_400) * 86_400
      if local < now { local += 7 * 86_400 }
    } else if !text.contains(" ") {
      guard let time = CaseTime("mon \(text)") else { return nil }
      self = time
      local = today * 86_400 + time.local - time.local.floorDivided(by: 86_400) * 86_400
      if local < now { local += 86_400 }
    } else {
      self.init(text)
    }
  }
}
