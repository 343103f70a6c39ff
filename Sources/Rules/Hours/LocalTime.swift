import Foundation
import Model

/// An instant as the clock on a wall shows it.
struct LocalTime: Sendable, Hashable {
  /// Days since 1970-01-01 by the local calendar.
  var dayNumber: Int
  /// Seconds since the local midnight, as the clock shows them.
  var secondOfDay: Int

  init(_ instant: Timestamp, in zone: TimeZone) {
    let local = Int(instant.seconds) + zone.secondsFromGMT(for: instant.date)
    dayNumber = local.floorDivided(by: 86_400)
    secondOfDay = local - dayNumber * 86_400
  }

  var minuteOfDay: Int { secondOfDay / 60 }

  /// 0 is Monday; 1970-01-01 was a Thursday.
  var weekday: Int { Self.weekday(ofDay: dayNumber) }

  static func weekday(ofDay number: Int) -> Int {
    let remainder = (number + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// `2026-03-02`.
  var dateText: String {
    // Days to a civil date (Howard Hinnant, "chrono-compatible low-level date algorithms").
    let shifted = dayNumber + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(pad(month))-\(pad(day))"
  }
}

extension Int {
  func floorDivided(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
