import Synchronization

/// Counts what was skipped because it came or was due too long ago, so that the owner is told once for
/// all of it.
final class Backlog: Sendable {
  struct Count: Sendable, Hashable {
    var stale = 0
    var overdue = 0
    var isEmpty: Bool { stale == 0 && overdue == 0 }
  }

  private let count = Mutex(Count())

  func noteStale() { count.withLock { $0.stale += 1 } }
  func noteOverdue() { count.withLock { $0.overdue += 1 } }

  /// The count, which starts anew.
  func take() -> Count {
    count.withLock { count in
      defer { count = Count() }
      return count
    }
  }
}
