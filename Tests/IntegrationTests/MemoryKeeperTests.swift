import CMemory
import Glibc
import Model
import Synchronization
import Testing

@testable import understudy

@Suite(.timeLimit(.minutes(5)))
struct MemoryKeeperTests {
  @Test("Memory is given back ten seconds after the start and every minute from then on")
  func intervals() async {
    let start = Timestamp(seconds: 1_767_225_600)
    let clock = ManualClock(start)
    let times = Mutex<[Duration]>([])
    let keeper = MemoryKeeper(clock: clock.clock) {
      times.withLock { $0.append(.milliseconds(clock.now.milliseconds - start.milliseconds)) }
    }
    let running = Task { await keeper.run() }
    for _ in 0..<3 {
      await clock.waitForSleepers()
      guard let deadline = clock.nextDeadline else { break }
      clock.advance(to: deadline)
    }
    await clock.waitForSleepers()
    running.cancel()
    await running.value
    #expect(times.withLock { $0 } == [.seconds(10), .seconds(70), .seconds(130)])
  }

  @Test("Code goes back to its files, except where somebody has written into it")
  func written() throws {
    let offered = cmemory_give_back()
    #expect(offered > 1 << 20)
    // As a debugger does for a breakpoint: from here on this page is not the file's.
    let code: @convention(c) () -> Int = cmemory_give_back
    let size = sysconf(Int32(_SC_PAGESIZE))
    let address = unsafeBitCast(code, to: Int.self) & ~(size - 1)
    let page = try #require(UnsafeMutablePointer<UInt8>(bitPattern: address))
    try #require(mprotect(page, size, PROT_READ | PROT_WRITE | PROT_EXEC) == 0)
    let byte = page.pointee
    page.pointee = byte
    try #require(mprotect(page, size, PROT_READ | PROT_EXEC) == 0)
    #expect(cmemory_give_back() < offered)
  }
}
