/// A salt and when it is valid, both ends since 1970-01-01 UTC by the server's clock.
package struct FutureSalt: Hashable, Sendable {
  package var validSince: Duration
  package var validUntil: Duration
  package var salt: Int64

  package init(validSince: Duration, validUntil: Duration, salt: Int64) {
    self.validSince = validSince
    self.validUntil = validUntil
    self.salt = salt
  }
}

/// The salt that is valid now and those that follow it.
struct SaltStore: Hashable, Sendable {
  private(set) var current: Int64
  private var future: [FutureSalt] = []

  init(_ salt: Int64) {
    current = salt
  }

  var hasFuture: Bool { !future.isEmpty }

  /// The salt of this instant; moves on to the next one when its time has come.
  mutating func salt(at serverTime: Duration) -> Int64 {
    while let next = future.first, next.validSince <= serverTime {
      if serverTime < next.validUntil { current = next.salt }
      future.removeFirst()
    }
    return current
  }

  /// The server insists on this one.
  ///
  /// - Returns: whether those that were announced turned out wrong; they are forgotten.
  mutating func adopt(_ salt: Int64) -> Bool {
    guard salt != current else { return false }
    current = salt
    guard !future.isEmpty, !future.contains(where: { $0.salt == salt }) else { return false }
    future = []
    return true
  }

  mutating func learn(_ salts: [FutureSalt]) {
    future = salts.sorted { $0.validSince < $1.validSince }
  }
}
