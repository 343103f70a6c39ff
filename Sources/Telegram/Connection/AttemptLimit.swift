internal import Model

/// How often connections may be made, however well each of them begins: a server that takes them,
/// answers and cuts would otherwise be met with as many as the network carries.
struct AttemptLimit: Sendable {
  /// At most so many attempts in so long. Ours; Telegram publishes none, and answers -429 beyond its
  /// own.
  static let windows: [(count: Int, length: Duration)] = [
    (3, .seconds(2)), (6, .seconds(20)), (12, .seconds(120)),
  ]

  /// The latest attempts, oldest first, as many as the largest window has.
  private var begun: [Timestamp] = []

  /// How long to wait before the next attempt.
  func pause(at now: Timestamp) -> Duration {
    var pause = Duration.zero
    for window in Self.windows where begun.count >= window.count {
      let free = begun[begun.count - window.count].advanced(by: window.length)
      if free > now { pause = max(pause, now.duration(to: free)) }
    }
    // A clock that was set back must not hold us up for longer than any rule says.
    return min(pause, Self.windows.last?.length ?? .zero)
  }

  mutating func begin(at now: Timestamp) {
    begun.append(now)
    begun.removeFirst(max(0, begun.count - (Self.windows.last?.count ?? 0)))
  }
}
