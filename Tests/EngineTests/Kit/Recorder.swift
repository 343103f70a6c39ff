import Engine
import Model
import Synchronization

/// Keeps an engine's events, and lets a test wait for one.
final class Recorder: Sendable {
  private struct Waiter {
    let id: Int
    let isMet: @Sendable ([EngineEvent]) -> Bool
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var events: [EngineEvent] = []
    var waiters: [Waiter] = []
    var nextID = 0
  }

  private let state = Mutex(State())

  var events: [EngineEvent] { state.withLock(\.events) }

  func note(_ event: EngineEvent) {
    let met = state.withLock { state in
      state.events.append(event)
      let events = state.events
      let met = state.waiters.filter { $0.isMet(events) }
      state.waiters.removeAll { $0.isMet(events) }
      return met
    }
    for waiter in met { waiter.continuation.resume() }
  }

  /// Returns once the events so far fulfil the condition, or the test's time is over.
  func wait(until isMet: @escaping @Sendable ([EngineEvent]) -> Bool) async {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isReady = state.withLock { state in
          if isMet(state.events) || Task.isCancelled { return true }
          state.waiters.append(Waiter(id: id, isMet: isMet, continuation: continuation))
          return false
        }
        if isReady { continuation.resume() }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        let index = state.waiters.firstIndex { $0.id == id }
        return index.map { state.waiters.remove(at: $0) }
      }
      waiter?.continuation.resume()
    }
  }

  /// Returns once there are `count` events of this name.
  func wait(for name: EngineEvent.Name, count: Int = 1) async {
    await wait { events in events.count { $0.name == name } >= count }
  }

  /// Returns once something was decided about this message, in its latest state.
  func waitForDecision(about message: Int32, count: Int = 1) async {
    await wait { events in
      events.count {
        if case .decision(let verdict) = $0.kind { verdict.message == message } else { false }
      } >= count
    }
  }

  var sent: [EngineEvent.Sent] {
    events.compactMap { if case .sent(let sent) = $0.kind { sent } else { nil } }
  }

  var verdicts: [EngineEvent.Verdict] {
    events.compactMap { if case .decision(let verdict) = $0.kind { verdict } else { nil } }
  }

  var cancelled: [EngineEvent.Dropped] {
    events.compactMap { if case .cancelled(let dropped) = $0.kind { dropped } else { nil } }
  }

  var errors: [String] {
    events.compactMap { if case .error(let problem) = $0.kind { problem.message } else { nil } }
  }
}
