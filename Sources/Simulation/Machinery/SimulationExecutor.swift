import NIOCore
import NIOPosix
import Synchronization

/// Runs the tasks of a simulation on the thread that its sockets are waited for by: one job after the
/// other in the order in which they came, and sockets only when no job is left. So nothing that happens
/// depends on how threads are scheduled, nor on how busy the machine is.
///
/// Tasks prefer it by `executorPreference`; what they call of actors runs on it, too.
final class SimulationExecutor: TaskExecutor {
  /// So many looks at all sockets, without any work in between, until the simulation counts as still. A
  /// new connection takes two before a task hears of it: one for the socket that listens, one for its own.
  private static let looks = 4

  private struct State {
    var jobs = 0
    /// Jobs that were not put in by others of this thread.
    var strangers = 0
    /// Who waits for stillness.
    var waiter: CheckedContinuation<Void, Never>?
    var calm = 0
    var jobsSeen = 0
    var watch: SocketWatch?
  }

  let group: MultiThreadedEventLoopGroup
  private let loop: any EventLoop
  private let state = Mutex(State())

  init() async throws {
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    loop = group.next()
    let watch = try await SocketWatch(on: group) { [weak self] in self?.looked() }
    state.withLock { $0.watch = watch }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if !loop.inEventLoop { state.withLock { $0.strangers += 1 } }
    loop.execute {
      self.state.withLock { $0.jobs += 1 }
      job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }

  /// Returns once nothing goes on any more: no task has work, and no byte is on its way. Only then may
  /// time pass.
  ///
  /// The tasks are known exactly: the loop looks at its sockets only when no job is left. Bytes are known
  /// as exactly where sockets are Unix-domain ones, since what is written to one of these lies ready at
  /// its other end before the call returns. Over TCP the kernel may put a packet off, which then takes as
  /// long as the next step of the clock.
  ///
  /// One task may wait for it at a time.
  func stillness() async {
    await withCheckedContinuation { continuation in
      let watch = state.withLock { state in
        state.waiter = continuation
        state.calm = 0
        state.jobsSeen = state.jobs
        return state.watch
      }
      watch?.ask()
    }
  }

  /// All sockets have been looked at.
  private func looked() {
    let (watch, waiter) = state.withLock { state in
      state.calm = state.jobs == state.jobsSeen ? state.calm + 1 : 0
      state.jobsSeen = state.jobs
      guard state.calm == Self.looks else { return (state.watch, nil as Waiter?) }
      defer { state.waiter = nil }
      return (nil, state.waiter)
    }
    watch?.ask()
    waiter?.resume()
  }

  private typealias Waiter = CheckedContinuation<Void, Never>

  /// How often another thread has had a part in what happens here, beside the one that began. Each time is
  /// one at which a busy machine could make a simulation go another way: a task that is nobody's child
  /// (`Task { }`) does not know of this executor.
  var intrusions: Int { state.withLock { max(0, $0.strangers - 1) } }

  /// Ends the thread. Nothing may be left to do.
  func shutDown() async throws { try await group.shutdownGracefully() }
}
