import NIOCore
import NIOPosix

/// Tells when nothing goes on in a simulation any more: no task has work, no call of a store is open, and
/// no byte is on its way over loopback. Only then may time pass.
///
/// The tasks and the stores are known exactly. Bytes are not: but what was written to a socket of this
/// machine lies ready at the other end, so a few turns of all event loops bring it in. If that ever
/// fails, a packet takes as long as the next step of the clock, which a network may do as well.
struct Stillness: Sendable {
  /// Turns of all event loops without any work in between. A new connection takes several from loop
  /// to loop before a task hears of it.
  private static let turns = 6

  let executor: SimulationExecutor
  /// Calls of stores that have not returned.
  let openCalls: @Sendable () -> Int

  func wait() async {
    let loops = Array(MultiThreadedEventLoopGroup.singleton.makeIterator())
    var calm = 0
    var seen = -1
    while calm < Self.turns {
      await executor.idle()
      for loop in loops {
        // A loop that has ended has nothing to bring in.
        try? await loop.submit {}.get()
      }
      let jobs = executor.jobs
      calm = jobs == seen && executor.isIdle && openCalls() == 0 ? calm + 1 : 0
      seen = jobs
    }
  }
}
