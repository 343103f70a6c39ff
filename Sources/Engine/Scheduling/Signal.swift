import Model
import Synchronization

/// Wakes the one task that waits: something has changed. Raised twice before anybody waits, it wakes
/// once.
final class Signal: Sendable {
  private struct State {
    var isRaised = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  func raise() {
    let waiter = state.withLock { state in
      guard let waiter = state.waiter else {
        state.isRaised = true
        return nil as CheckedContinuation<Void, Never>?
      }
      state.waiter = nil
      return waiter
    }
    waiter?.resume()
  }

  /// Returns once it is raised, the deadline has come, or the task is cancelled.
  func wait(until deadline: Timestamp?, on clock: WallClock) async {
    guard let deadline else { return await wait() }
    await withTaskGroup(of: Void.self) { group in
      // Cancelled when the signal comes first; there is nothing to report then.
      group.addTask { try? await clock.sleep(until: deadline, tolerance: nil) }
      group.addTask { await self.wait() }
      await group.next()
      group.cancelAll()
    }
  }

  private func wait() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isReady = state.withLock { state in
          if state.isRaised || Task.isCancelled {
            state.isRaised = false
            return true
          }
          state.waiter = continuation
          return false
        }
        if isReady { continuation.resume() }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        defer { state.waiter = nil }
        return state.waiter
      }
      waiter?.resume()
    }
  }
}
