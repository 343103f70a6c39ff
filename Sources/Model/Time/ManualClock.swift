import Synchronization

/// Time that moves only when told to: the clock of tests, replays and case files.
///
/// Sleepers are woken in order of their deadline, those of one deadline in order of arrival.
package final class ManualClock: Sendable {
  private struct Sleeper {
    let id: Int
    let deadline: Timestamp
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct Watcher {
    let id: Int
    let count: Int
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var now: Timestamp
    var nextID = 0
    var sleepers: [Sleeper] = []
    var cancelled: Set<Int> = []
    var watchers: [Watcher] = []
  }

  private let state: Mutex<State>

  package init(_ start: Timestamp) { state = Mutex(State(now: start)) }

  package var now: Timestamp { state.withLock(\.now) }

  /// The deadline that comes next, if anybody waits.
  package var nextDeadline: Timestamp? {
    state.withLock { $0.sleepers.map(\.deadline).min() }
  }

  package var sleeperCount: Int { state.withLock { $0.sleepers.count } }

  /// The clock to inject.
  package var clock: WallClock {
    WallClock(read: { self.now }, wait: { try await self.sleep(until: $0) })
  }

  package func advance(by duration: Duration) { advance(to: now.advanced(by: duration)) }

  /// Moves to `instant` (never back) and wakes everyone whose deadline has come.
  package func advance(to instant: Timestamp) {
    let due = state.withLock { state in
      state.now = max(state.now, instant)
      let due = state.sleepers.filter { $0.deadline <= state.now }
      state.sleepers.removeAll { $0.deadline <= state.now }
      return due.sorted { ($0.deadline, $0.id) < ($1.deadline, $1.id) }
    }
    for sleeper in due { sleeper.continuation.resume() }
  }

  /// Returns once at least `count` tasks wait on this clock: the way for a test to let the code
  /// under test come to rest without waiting for real time. Returns at once when cancelled.
  package func waitForSleepers(_ count: Int = 1) async {
    let id = nextID()
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let ready = state.withLock { state in
          if state.cancelled.remove(id) != nil || state.sleepers.count >= count { return true }
          state.watchers.append(Watcher(id: id, count: count, continuation: continuation))
          return false
        }
        if ready { continuation.resume() }
      }
    } onCancel: {
      stopWatching(id)
    }
  }

  private func nextID() -> Int {
    state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
  }

  private func stopWatching(_ id: Int) {
    let watcher = state.withLock { state -> Watcher? in
      guard let index = state.watchers.firstIndex(where: { $0.id == id }) else {
        state.cancelled.insert(id)
        return nil
      }
      return state.watchers.remove(at: index)
    }
    watcher?.continuation.resume()
  }

  private func sleep(until deadline: Timestamp) async throws {
    let id = nextID()
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        park(Sleeper(id: id, deadline: deadline, continuation: continuation))
      }
    } onCancel: {
      cancel(id)
    }
  }

  private func park(_ sleeper: Sleeper) {
    enum Outcome {
      case due, cancelled
      case parked([Watcher])
    }
    let outcome: Outcome = state.withLock { state in
      if state.cancelled.remove(sleeper.id) != nil { return .cancelled }
      if sleeper.deadline <= state.now { return .due }
      state.sleepers.append(sleeper)
      let count = state.sleepers.count
      let watchers = state.watchers.filter { $0.count <= count }
      state.watchers.removeAll { $0.count <= count }
      return .parked(watchers)
    }
    switch outcome {
    case .due: sleeper.continuation.resume()
    case .cancelled: sleeper.continuation.resume(throwing: CancellationError())
    case .parked(let watchers): for watcher in watchers { watcher.continuation.resume() }
    }
  }

  private func cancel(_ id: Int) {
    let sleeper = state.withLock { state -> Sleeper? in
      guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else {
        state.cancelled.insert(id)
        return nil
      }
      return state.sleepers.remove(at: index)
    }
    sleeper?.continuation.resume(throwing: CancellationError())
  }
}
