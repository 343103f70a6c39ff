internal import Model
internal import Synchronization

/// Wakes the one task that waits for work. A signal given while nobody waits is kept.
final class Signal: Sendable {
  private enum State {
    case quiet
    case given
    case awaited(CheckedContinuation<Void, Never>)
  }

  private let state = Mutex(State.quiet)

  func give() {
    let waiter: CheckedContinuation<Void, Never>? = state.withLock { state in
      switch state {
      case .quiet, .given:
        state = .given
        return nil
      case .awaited(let continuation):
        state = .quiet
        return continuation
      }
    }
    waiter?.resume()
  }

  /// Returns once a signal was given since the last return, or the task is cancelled.
  func wait() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let given = state.withLock { state in
          if case .given = state {
            state = .quiet
            return true
          }
          state = .awaited(continuation)
          return false
        }
        if given { continuation.resume() }
      }
    } onCancel: {
      give()
    }
  }

  /// The same, or once the instant has come.
  func wait(until deadline: Timestamp?, on clock: WallClock) async {
    guard let deadline else { return await wait() }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.wait() }
      group.addTask {
        // A cancelled sleep is a wake-up like any other; the caller looks why it woke.
        try? await clock.sleep(until: deadline)
      }
      await group.next()
      group.cancelAll()
    }
  }
}
