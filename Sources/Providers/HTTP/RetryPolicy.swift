import Fetch
import Foundation
import Model

/// When a failed request is repeated, and after how long: 408, 409, 429 and 5xx twice, after 0.5 to
/// 8 s less up to a quarter, or when the server says; as OpenAI's own clients do
/// (github.com/openai/openai-python, `_base_client.py`).
package struct RetryPolicy: Sendable, Hashable {
  package var retries: Int
  package var firstDelay: Duration
  package var longestDelay: Duration
  /// A server that asks for more patience than this is not waited for.
  package var longestAskedDelay: Duration

  package init(
    retries: Int = 2, firstDelay: Duration = .milliseconds(500),
    longestDelay: Duration = .seconds(8), longestAskedDelay: Duration = .seconds(60)
  ) {
    self.retries = retries
    self.firstDelay = firstDelay
    self.longestDelay = longestDelay
    self.longestAskedDelay = longestAskedDelay
  }

  /// How long to wait after the attempt (counted from 0); nil to give up.
  ///
  /// - Parameter random: 0 to 1.
  func delay(
    afterAttempt attempt: Int, status: Int, headers: HeaderFields, now: Timestamp, random: Double
  ) -> Duration? {
    let isRepeatable =
      switch headers["x-should-retry"]?.lowercased() {
      case "true": true
      case "false": false
      default: status == 408 || status == 409 || status == 429 || (500...599).contains(status)
      }
    guard attempt < retries, isRepeatable else { return nil }
    guard let asked = Self.askedDelay(in: headers, now: now) else {
      return delay(afterAttempt: attempt, random: random)
    }
    return asked <= longestAskedDelay ? asked : nil
  }

  /// The same for a failure without an answer.
  func delay(afterAttempt attempt: Int, random: Double) -> Duration? {
    guard attempt < retries else { return nil }
    let doubled = firstDelay * (1 << min(attempt, 20))
    return min(doubled, longestDelay) * (1 - 0.25 * random)
  }

  /// `retry-after-ms`, or `retry-after` in seconds or as a date (RFC 9110, 10.2.3).
  static func askedDelay(in headers: HeaderFields, now: Timestamp) -> Duration? {
    if let milliseconds = headers["retry-after-ms"].flatMap(Double.init) {
      return duration(seconds: milliseconds / 1000)
    }
    guard let text = headers["retry-after"] else { return nil }
    if let seconds = Double(text) { return duration(seconds: seconds) }
    return httpDate(text).map { max(now.duration(to: Timestamp($0)), .zero) }
  }

  private static func duration(seconds: Double) -> Duration? {
    guard seconds.isFinite, seconds >= 0 else { return nil }
    return .milliseconds(Int64(min(seconds, 1e9) * 1000))
  }

  private static func httpDate(_ text: String) -> Date? {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return format.date(from: text)
  }
}
