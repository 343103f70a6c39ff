import Synchronization

/// What a ``ChatServer`` was asked, and by how many connections; a test can wait on it.
package final class ChatLedger: Sendable {
  package struct Count: Sendable, Hashable {
    /// Requests since the start, recorded or no longer.
    package var calls = 0
    package var openConnections = 0
    /// Connections that broke off, or that spoke something other than HTTP.
    package var failedConnections = 0
  }

  private struct Watcher {
    let isMet: @Sendable (Count) -> Bool
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var count = Count()
    var nextOrdinal = 0
    var calls: [ChatCall] = []
    var watchers: [Watcher] = []
  }

  private let capacity: Int
  private let state = Mutex(State())

  init(capacity: Int) { self.capacity = capacity }

  package var count: Count { state.withLock(\.count) }

  /// The newest calls, oldest first.
  package var calls: [ChatCall] { state.withLock(\.calls) }

  /// The newest calls to the chat endpoint, as far as they were chat requests.
  package var requests: [ChatRequest] { calls.compactMap(\.request) }

  /// Returns as soon as the condition holds.
  package func wait(until isMet: @escaping @Sendable (Count) -> Bool) async {
    await withCheckedContinuation { continuation in
      let isDone = state.withLock { state in
        if isMet(state.count) { return true }
        state.watchers.append(Watcher(isMet: isMet, continuation: continuation))
        return false
      }
      if isDone { continuation.resume() }
    }
  }

  func nextOrdinal() -> Int {
    state.withLock { state in
      state.nextOrdinal += 1
      return state.nextOrdinal
    }
  }

  func record(_ call: ChatCall) {
    change { state in
      state.count.calls += 1
      state.calls.append(call)
      if state.calls.count > self.capacity { state.calls.removeFirst() }
    }
  }

  func connectionOpened() { change { $0.count.openConnections += 1 } }

  func connectionClosed() { change { $0.count.openConnections -= 1 } }

  func connectionFailed(_ error: any Error) {
    if error is CancellationError { return }
    change { $0.count.failedConnections += 1 }
  }

  private func change<Result: Sendable>(_ change: (inout State) -> Result) -> Result {
    let (result, met) = state.withLock { state in
      let result = change(&state)
      let count = state.count
      let met = state.watchers.filter { $0.isMet(count) }
      state.watchers.removeAll { $0.isMet(count) }
      return (result, met)
    }
    for watcher in met { watcher.continuation.resume() }
    return result
  }
}
