internal import Model
internal import Synchronization

/// Until when each method of the account must not be called.
final class FloodStore: Sendable {
  private let blocked = Mutex<[String: Timestamp]>([:])

  func block(_ method: String, until instant: Timestamp) {
    blocked.withLock { $0[method] = max($0[method] ?? instant, instant) }
  }

  /// What is left to wait; nil if the method may be called.
  func remaining(for method: String, at now: Timestamp) -> Duration? {
    blocked.withLock { blocked in
      guard let until = blocked[method] else { return nil }
      guard until > now else {
        blocked[method] = nil
        return nil
      }
      return now.duration(to: until)
    }
  }
}
