internal import Cryptography

/// The salts of one key: a new one every hour, as Telegram's servers have it
/// (core.telegram.org/mtproto/description#server-salt). Nothing is stored but where it began.
package struct SaltSchedule: Hashable, Sendable {
  private let first: Int64
  private let since: Duration
  private let life: Duration

  /// - Parameters:
  ///   - first: the salt that came with the key.
  ///   - since: when that was, since 1970-01-01 UTC.
  ///   - life: how long each is valid, one second at least.
  package init(first: Int64, since: Duration, life: Duration) {
    self.first = first
    self.since = since
    self.life = max(life, .seconds(1))
  }

  package func salt(at now: Duration) -> Int64 { salt(period(at: now)) }

  /// The salts after the present one.
  package func upcoming(_ count: Int, at now: Duration) -> [FutureSalt] {
    let present = period(at: now)
    return (0..<count).map { index in
      let number = present + 1 + Int64(index)
      let start = since + life * Int(number)
      return FutureSalt(validSince: start, validUntil: start + life, salt: salt(number))
    }
  }

  private func period(at now: Duration) -> Int64 {
    max(0, Int64((now - since) / life))
  }

  private func salt(_ period: Int64) -> Int64 {
    guard period > 0 else { return first }
    let hash = SHA256.hash(first.littleEndianBytes, period.littleEndianBytes)
    return Int64(littleEndianBytes: hash[0..<8])
  }
}
