/// When a temporary key has to give way to the next.
///
/// Of its life's last part, an hour of a day: at once another key is made; in the second half of it no
/// new calls go out under the old one; in its last quarter calls that are still open move all the same.
struct KeyRenewal: Sendable {
  /// For an exchange in advance, and between two of them.
  static let patience: Duration = .seconds(60)

  private var lastAttempt: Duration?

  static func margin(_ life: Duration) -> Duration { min(.seconds(3600), life / 8) }

  func isDue(
    _ key: TemporaryKey, life: Duration, serverTime: Duration, now monotonic: Duration
  ) -> Bool {
    guard serverTime >= .seconds(Int64(key.expiresAt)) - Self.margin(life) else { return false }
    return lastAttempt.map { monotonic >= $0 + Self.patience } ?? true
  }

  mutating func attempted(at monotonic: Duration) { lastAttempt = monotonic }

  static func holds(_ key: TemporaryKey, life: Duration, serverTime: Duration) -> Bool {
    serverTime >= .seconds(Int64(key.expiresAt)) - margin(life) / 2
  }

  static func presses(_ key: TemporaryKey, life: Duration, serverTime: Duration) -> Bool {
    serverTime >= .seconds(Int64(key.expiresAt)) - margin(life) / 4
  }
}
