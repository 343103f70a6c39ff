import NIOCore
import NIOPosix
import Synchronization

/// Runs the tasks of a simulation on the thread that its sockets are waited for by: one job after the
/// other in the order in which they came, and sockets only when no job is left. So nothing that happens
/// depends on how threads are scheduled.
///
/// Tasks prefer it by `executorPreference`; what they call of actors runs on it, too.
final class SimulationExecutor: TaskExecutor {
  /// Looks at all sockets, without any work in between, until the simulation counts as still. A new
  /// connection takes several before a task hears of it.
  private static let looks = 5
  /// Longer than the loop needs to come to its sockets when there is nothing else to do.
  private static let pause = TimeAmount.microseconds(25)

  let group: MultiThreadedEventLoopGroup
  private let loop: any EventLoop
  private let jobs = Atomic(0)

  init() {
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    loop = group.next()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute {
      self.jobs.add(1, ordering: .relaxed)
      job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }

  /// Returns once nothing goes on any more: no task has work, and no byte is on its way over loopback.
  /// Only then may time pass.
  ///
  /// The tasks are known exactly. Bytes are not, but what was written to a socket of this machine lies
  /// ready at the other end. If that ever fails, a packet takes as long as the next step of the clock,
  /// which a network may do as well.
  func stillness() async {
    await withCheckedContinuation { continuation in
      look(calm: 0, jobs: -1, continuation)
    }
  }

  private func look(calm: Int, jobs seen: Int, _ waiter: CheckedContinuation<Void, Never>) {
    loop.scheduleTask(in: Self.pause) {
      let jobs = self.jobs.load(ordering: .relaxed)
      let calm = jobs == seen ? calm + 1 : 0
      if calm == Self.looks { waiter.resume() } else { self.look(calm: calm, jobs: jobs, waiter) }
    }
  }

  /// Ends the thread. Nothing may be left to do.
  func shutDown() async throws { try await group.shutdownGracefully() }
}
