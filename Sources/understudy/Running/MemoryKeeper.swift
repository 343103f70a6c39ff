import CMemory
import Model

/// Keeps what is resident near what idle life needs.
///
/// Starting runs code all over the program and its libraries, once, and for each page that is touched the
/// system maps 64 KiB around it: some 50 MiB of code and constants, of which a quiet account uses a
/// tenth. They are offered back once the account has settled, and from then on every minute, for
/// what a message or another burst of work has left. Nothing is lost: the system keeps them in its cache while it has
/// room, and what is touched again is there within microseconds. Each time takes a millisecond.
struct MemoryKeeper: Sendable {
  static let afterStart = Duration.seconds(10)
  static let interval = Duration.seconds(60)

  /// The machine's, whatever clock the twin works by: memory is the machine's, too.
  var clock: WallClock = .system
  var giveBack: @Sendable () -> Void = { _ = cmemory_give_back() }

  /// From the end of the start until its task is cancelled.
  func run() async {
    var pause = Self.afterStart
    while (try? await clock.sleep(for: pause)) != nil {
      giveBack()
      pause = Self.interval
    }
  }
}
