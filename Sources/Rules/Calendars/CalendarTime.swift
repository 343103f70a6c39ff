/// A date, or a date with a time, as calendars write them (RFC 5545, 3.3.4 and 3.3.5).
struct CalendarTime: Sendable, Hashable {
  enum Place: Sendable, Hashable {
    /// By whichever local clock.
    case floating
    case utc
    case zone(ZoneTable)
  }

  /// Days since 1970-01-01.
  var day: Int
  /// Since midnight; nil for a date.
  var second: Int?
  var place: Place

  /// - Parameter zone: finds a zone by its TZID.
  init(
    _ value: Substring, of line: CalendarLine, zone: (String) -> ZoneTable?
  ) throws(CalendarError) {
    let parts = value.split(separator: "T", omittingEmptySubsequences: false)
    let wanted = line["VALUE"]?.uppercased()
    func refuse(_ message: String, hint: String? = nil) -> CalendarError {
      CalendarError(line: line.number, message: "\(line.name): \(message)", hint: hint)
    }
    guard let date = Self.date(parts[0]) else {
      throw refuse(
        "\"\(value.prefix(40))\" is no date", hint: "dates are 20261224, times 20261224T180000")
    }
    guard (1900...2200).contains(date.year) else {
      throw refuse("the year must be 1900 to 2200")
    }
    day = date.dayNumber
    place = .floating
    guard parts.count > 1 else {
      guard wanted != "DATE-TIME" else { throw refuse("\"\(value)\" lacks a time") }
      return
    }
    guard parts.count == 2, wanted != "DATE", let second = Self.second(parts[1]) else {
      throw refuse("\"\(value.prefix(40))\" is no \(wanted == "DATE" ? "date" : "time")")
    }
    self.second = second
    if parts[1].hasSuffix("Z") {
      place = .utc
    } else if let name = line["TZID"] {
      guard let zone = zone(name) else {
        throw refuse(
          "the time zone \"\(name.prefix(80))\" is not of the IANA list",
          hint: "write TZID=Europe/Berlin")
      }
      place = .zone(zone)
    }
  }

  init(day: Int, second: Int?, place: Place) {
    self.day = day
    self.second = second
    self.place = place
  }

  /// Seconds since 1970: an instant, or for a floating time what the local clock shows.
  var seconds: Int {
    let local = day * 86_400 + (second ?? 0)
    if case .zone(let zone) = place { return zone.instant(of: local) }
    return local
  }

  func on(_ day: Int) -> CalendarTime { CalendarTime(day: day, second: second, place: place) }

  private static func date(_ text: Substring) -> CivilDate? {
    guard text.utf8.count == 8, let year = Int(digits: text.prefix(4)),
      let month = Int(digits: text.dropFirst(4).prefix(2)), let day = Int(digits: text.suffix(2))
    else { return nil }
    return CivilDate(checked: year, month, day)
  }

  private static func second(_ text: Substring) -> Int? {
    let digits = text.hasSuffix("Z") ? text.dropLast() : text
    guard digits.utf8.count == 6, let hour = Int(digits: digits.prefix(2)),
      let minute = Int(digits: digits.dropFirst(2).prefix(2)),
      let second = Int(digits: digits.suffix(2)), hour < 24, minute < 60, second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }
}

/// `P2D`, `PT1H30M`, `P1W` (3.3.6).
enum CalendarDuration {
  /// In seconds; nil for what is none, or below nothing.
  static func parse(_ text: Substring) -> Int? {
    var rest = text.hasPrefix("+") ? text.dropFirst() : text
    guard rest.hasPrefix("P"), rest.utf8.count <= 40 else { return nil }
    rest = rest.dropFirst()
    var total = 0
    var isTime = false
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      if rest.first == "T", !isTime {
        isTime = true
        rest = rest.dropFirst()
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits: digits), number <= 1_000_000,
        let unit = rest.dropFirst(digits.count).first
      else { return nil }
      switch (unit, isTime) {
      case ("W", false): total += number * 7 * 86_400
      case ("D", false): total += number * 86_400
      case ("H", true): total += number * 3600
      case ("M", true): total += number * 60
      case ("S", true): total += number
      default: return nil
      }
      rest = rest.dropFirst(digits.count + 1)
    }
    return total
  }
}
