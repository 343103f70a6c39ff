import Foundation
import Testing

@testable import Model

@Suite(.timeLimit(.minutes(5)))
struct TimeTests {
  let start = Timestamp(seconds: 1_700_000_000)

  @Test("An instant survives its ISO 8601 form to the millisecond")
  func iso8601() {
    let instant = Timestamp(milliseconds: 1_772_442_900_123)
    #expect(instant.description == "2026-03-02T09:15:00.123Z")
    #expect(Timestamp(iso8601: instant.description) == instant)
    #expect(Timestamp(iso8601: "2026-03-02T10:15:00+01:00") == Timestamp(seconds: 1_772_442_900))
    #expect(Timestamp(iso8601: "yesterday") == nil)
  }

  @Test("Instants at the ends of the range saturate instead of trapping")
  func saturation() {
    #expect(Timestamp(milliseconds: .max).advanced(by: .seconds(1)).milliseconds == .max)
    #expect(Timestamp(milliseconds: .min).advanced(by: .seconds(-1)).milliseconds == .min)
    #expect(Timestamp(seconds: .max).milliseconds == .max)
    #expect(Timestamp(milliseconds: -1).seconds == -1)
    let slow = ClockSchedule(real: start, shown: start, factor: 0.001)
    #expect(slow.real(for: Timestamp(milliseconds: .max)) > start)
    #expect(slow.real(for: Timestamp(milliseconds: .min)) < start)
    let fast = ClockSchedule(real: start, shown: start, factor: 1000)
    #expect(fast.shown(at: Timestamp(milliseconds: .max)) > start)
  }

  @Test("The manual clock wakes sleepers in order of their deadlines")
  func manualClockOrder() async throws {
    let manual = ManualClock(start)
    let (stream, sink) = AsyncStream<Int>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for seconds in [30, 10, 20] {
        group.addTask {
          try await manual.clock.sleep(until: start.advanced(by: .seconds(seconds)))
          sink.yield(seconds)
        }
      }
      await manual.waitForSleepers(3)
      #expect(manual.nextDeadline == start.advanced(by: .seconds(10)))
      var woken: [Int] = []
      var iterator = stream.makeAsyncIterator()
      for _ in 0..<3 {
        if let deadline = manual.nextDeadline { manual.advance(to: deadline) }
        if let seconds = await iterator.next() { woken.append(seconds) }
      }
      #expect(woken == [10, 20, 30])
      try await group.waitForAll()
    }
  }

  @Test("A cancelled sleep ends with CancellationError and leaves nobody behind")
  func manualClockCancellation() async {
    let manual = ManualClock(start)
    let sleeper = Task { try await manual.clock.sleep(until: start.advanced(by: .seconds(5))) }
    await manual.waitForSleepers()
    sleeper.cancel()
    await #expect(throws: CancellationError.self) { try await sleeper.value }
    #expect(manual.sleeperCount == 0)
  }

  @Test("A schedule leads from the machine's time to the clock's and back, at every pace")
  func schedule() {
    var schedule = ClockSchedule(real: start, shown: .zero, factor: 60)
    schedule.change(at: Timestamp(seconds: 600), to: 1000)
    schedule.change(at: Timestamp(seconds: 5_600), to: 2)
    let pairs: [(real: Int64, shown: Int64)] = [
      (-1_000, -60_000), (0, 0), (5_000, 300_000), (10_000, 600_000), (12_000, 2_600_000),
      (15_000, 5_600_000), (16_000, 5_602_000),
    ]
    for (real, shown) in pairs {
      let instant = Timestamp(milliseconds: start.milliseconds + real)
      #expect(schedule.shown(at: instant).milliseconds == shown)
      #expect(schedule.real(for: Timestamp(milliseconds: shown)) == instant)
    }
  }

  @Test("A clock that follows a schedule never falls behind the machine's pace")
  func followingClock() {
    let before = Timestamp(Date())
    let fast = WallClock.following(ClockSchedule(real: before, shown: .zero, factor: 60)).now
    #expect(fast >= .zero)
    #expect(
      fast.milliseconds <= (before.duration(to: Timestamp(Date())).wholeMilliseconds + 1) * 60)
  }

  @Test("One seed gives one sequence, neighbouring seeds unrelated ones")
  func seeds() {
    var first = SeededGenerator(seeds: 1, 2, 3)
    var second = SeededGenerator(seeds: 1, 2, 3)
    var third = SeededGenerator(seeds: 1, 2, 4)
    let numbers = (0..<8).map { _ in first.next() }
    #expect(numbers == (0..<8).map { _ in second.next() })
    #expect(Set(numbers).isDisjoint(with: (0..<8).map { _ in third.next() }))
  }
}
