package import Model
internal import Synchronization

/// Until when each method of the account must not be called. What Telegram has asked for holds for the
/// account and not for the process, so it is kept over restarts.
package final class FloodStore: Sendable {
  private let blocked: Mutex<[String: Timestamp]>
  private let save: @Sendable ([String: Timestamp]) async -> Void

  /// - Parameters:
  ///   - blocked: as it was last saved.
  ///   - save: is called with all that is blocked when a long wait was added.
  package init(
    _ blocked: [String: Timestamp] = [:],
    save: @escaping @Sendable ([String: Timestamp]) async -> Void = { _ in }
  ) {
    self.blocked = Mutex(blocked)
    self.save = save
  }

  /// - Parameter isLong: it is longer than a call waits by itself, and worth keeping.
  func block(_ method: String, until instant: Timestamp, isLong: Bool, at now: Timestamp) async {
    let all = blocked.withLock { blocked in
      blocked = blocked.filter { $0.value > now }
      blocked[method] = max(blocked[method] ?? instant, instant)
      return blocked
    }
    if isLong { await save(all) }
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
