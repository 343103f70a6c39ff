import Foundation
import Model
import Rules

/// Numbers as they stand in sentences.
enum Wording {
  /// `45 s`, `12 min`, `3 h`, `2 d`: the largest unit of which there are two, or one and nothing over.
  static func span(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    for (unit, size) in [("d", Int64(86_400)), ("h", 3_600), ("min", 60)] {
      if seconds >= 2 * size || seconds == size { return "\(seconds / size) \(unit)" }
    }
    return "\(seconds) s"
  }

  /// For the owner, in their zone: `14:15`, or `2026-03-02 14:15` if that is half a day away or more.
  static func time(_ instant: Timestamp, from now: Timestamp, zone: String) -> String {
    let zone = TimeZone(identifier: zone) ?? .gmt
    let calendar = Calendar(identifier: .gregorian)
    let clock: Date.FormatString =
      "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)"
    let day: Date.FormatString = "\(year: .defaultDigits)-\(month: .twoDigits)-\(day: .twoDigits)"
    func shown(_ format: Date.FormatString) -> String {
      instant.date.formatted(
        Date.VerbatimFormatStyle(format: format, timeZone: zone, calendar: calendar))
    }
    let isNear = abs(instant.milliseconds - now.milliseconds) < 12 * 3_600_000
    return isNear ? shown(clock) : "\(shown(day)) \(shown(clock))"
  }

  /// A login elsewhere, with what to do about it.
  static func alert(_ login: NewAuthorization, now: Timestamp, zone: String) -> String {
    func shown(_ text: String) -> String {
      String(text.filter { !$0.isNewline }.prefix(100))
    }
    let device = login.device.isEmpty ? "an unnamed device" : shown(login.device)
    let place = login.location.isEmpty ? "" : ", \(shown(login.location))"
    return "somebody logged in to this account at \(time(login.date, from: now, zone: zone)) "
      + "with \(device)\(place). If it was not you, end that session in Telegram's settings under "
      + "Devices, and change your password."
  }

  /// `12 in 1 h`.
  static func rate(_ rate: Rate) -> String { "\(rate.count) in \(span(rate.per))" }
}
