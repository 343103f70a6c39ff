import Synchronization

/// Something that happened, once and for all.
final class Signals: Sendable {
  private struct State {
    var isRaised = false
    var waiters: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  var isRaised: Bool { state.withLock(\.isRaised) }

  func raise() {
    let waiters = state.withLock { state in
      state.isRaised = true
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  func wait() async {
    await withCheckedContinuation { continuation in
      let isRaised = state.withLock { state in
        if !state.isRaised { state.waiters.append(continuation) }
        return state.isRaised
      }
      if isRaised { continuation.resume() }
    }
  }
}
