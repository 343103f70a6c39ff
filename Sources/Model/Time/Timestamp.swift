package import Foundation

/// An instant of wall time in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// All of the engine's times are of this type: what is stored, compared and shown is the same value,
/// with no rounding on the way.
package struct Timestamp: Sendable, Hashable, Comparable, InstantProtocol {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Telegram's dates are whole seconds since 1970.
  package init(seconds: Int64) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    milliseconds = overflow ? (seconds < 0 ? .min : .max) : product
  }

  package init(_ date: Date) {
    let scaled = (date.timeIntervalSince1970 * 1000).rounded()
    milliseconds = Int64(exactly: scaled) ?? (scaled < 0 ? .min : .max)
  }

  package var seconds: Int64 { milliseconds.floorDivided(by: 1000) }
  package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  package func advanced(by duration: Duration) -> Timestamp {
    let (sum, overflow) = milliseconds.addingReportingOverflow(duration.wholeMilliseconds)
    guard overflow else { return Timestamp(milliseconds: sum) }
    return Timestamp(milliseconds: duration < .zero ? .min : .max)
  }

  package func duration(to other: Timestamp) -> Duration {
    let (difference, overflow) = other.milliseconds.subtractingReportingOverflow(milliseconds)
    return .milliseconds(overflow ? (other < self ? Int64.min : .max) : difference)
  }
}

extension Timestamp: CustomStringConvertible {
  // Foundation's own fractional seconds lose a millisecond now and then, as they pass through a
  // Double; so the whole seconds go through it and the milliseconds do not.

  /// ISO 8601 in UTC with milliseconds: `2026-03-02T09:15:00.000Z`.
  package var description: String {
    let whole = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    let fraction = String(milliseconds - seconds * 1000 + 1000).dropFirst()
    return "\(whole.dropLast()).\(fraction)Z"
  }

  /// Reads ISO 8601 with an offset, with or without fractional seconds (of which three digits
  /// count); nil for anything else.
  package init?(iso8601 text: String) {
    guard text.utf8.count <= 40 else { return nil }
    var whole = text
    var fraction: Int64 = 0
    if let point = text.firstIndex(of: ".") {
      let digits = text[text.index(after: point)...].prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, let value = Int64((digits + "00").prefix(3)) else { return nil }
      fraction = value
      whole.removeSubrange(point..<digits.endIndex)
    }
    guard let date = try? Date(whole, strategy: .iso8601) else { return nil }
    milliseconds = Timestamp(date).milliseconds + fraction
  }
}

/// Coded as its ISO 8601 text, so that stored plans and printed events read the same.
extension Timestamp: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Timestamp(iso8601: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not an ISO 8601 instant")
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Duration {
  /// Milliseconds, rounded towards zero and saturating.
  package var wholeMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    return overflow ? (seconds < 0 ? .min : .max) : product + attoseconds / 1_000_000_000_000_000
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
