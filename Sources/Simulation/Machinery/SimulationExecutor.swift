import Dispatch
import Synchronization

/// Runs the tasks of a simulation one job after the other, and knows when none is left.
///
/// Tasks prefer it by `executorPreference`; what they call of actors runs on it, too.
final class SimulationExecutor: TaskExecutor {
  private struct State {
    var enqueued = 0
    var finished = 0
    var waiters: [CheckedContinuation<Void, Never>] = []
  }

  private let queue = DispatchQueue(label: "understudy.simulation")
  private let state = Mutex(State())

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.enqueued += 1 }
    queue.async {
      job.runSynchronously(on: self.asUnownedTaskExecutor())
      self.finish()
    }
  }

  private func finish() {
    let waiters = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      state.finished += 1
      guard state.finished == state.enqueued else { return [] }
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  /// How many jobs there have been so far: if it has not changed, nothing has happened.
  var jobs: Int { state.withLock(\.enqueued) }

  var isIdle: Bool { state.withLock { $0.finished == $0.enqueued } }

  /// Returns once no job is left. For tasks that run elsewhere.
  func idle() async {
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        if state.finished == state.enqueued { return true }
        state.waiters.append(continuation)
        return false
      }
      if isIdle { continuation.resume() }
    }
  }
}
