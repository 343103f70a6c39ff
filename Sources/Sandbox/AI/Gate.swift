import Synchronization

/// Holds whoever waits until it is opened: how a test makes a server slow without time passing.
package final class Gate: Sendable {
  private struct Waiter {
    let id: Int
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var isOpen = false
    var nextID = 0
    var arrivals = 0
    var waiters: [Waiter] = []
    var cancelled: Set<Int> = []
    var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  package init() {}

  /// Lets everybody through, now and later.
  package func open() {
    let waiters = state.withLock { state in
      state.isOpen = true
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.continuation.resume() }
  }

  /// Returns once the gate is open.
  ///
  /// - Throws: `CancellationError` when the task ends before.
  package func wait() async throws {
    let (id, met) = state.withLock { state in
      state.nextID += 1
      state.arrivals += 1
      let arrivals = state.arrivals
      defer { state.watchers.removeAll { $0.count <= arrivals } }
      return (state.nextID, state.watchers.filter { $0.count <= arrivals })
    }
    for watcher in met { watcher.continuation.resume() }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        park(Waiter(id: id, continuation: continuation))
      }
    } onCancel: {
      cancel(id)
    }
  }

  /// Returns once `count` tasks in all have come to the gate.
  package func waitForArrivals(_ count: Int = 1) async {
    await withCheckedContinuation { continuation in
      let isMet = state.withLock { state in
        if state.arrivals >= count { return true }
        state.watchers.append((count, continuation))
        return false
      }
      if isMet { continuation.resume() }
    }
  }

  private func park(_ waiter: Waiter) {
    let result: Result<Void, any Error>? = state.withLock { state in
      if state.isOpen { return .success(()) }
      if state.cancelled.remove(waiter.id) != nil { return .failure(CancellationError()) }
      state.waiters.append(waiter)
      return nil
    }
    if let result { waiter.continuation.resume(with: result) }
  }

  private func cancel(_ id: Int) {
    let waiter = state.withLock { state -> Waiter? in
      guard !state.isOpen else { return nil }
      guard let index = state.waiters.firstIndex(where: { $0.id == id }) else {
        state.cancelled.insert(id)
        return nil
      }
      return state.waiters.remove(at: index)
    }
    waiter?.continuation.resume(throwing: CancellationError())
  }
}
