import Model
import Testing

@testable import Telegram

@Suite("Update box: the account's line")
struct UpdateBoxTests {
  @Test("A pts that is next is applied, one that was passed is ignored [mtproto 33]")
  func nextAndPassed() {
    var bench = BoxBench()
    bench.common("a", 11)
    bench.common("again", 11)
    bench.common("old", 9)
    bench.common("b", 13, 2)
    #expect(bench.delivered == ["a", "b"])
    #expect(bench.requests().isEmpty)
    #expect(bench.positions[.account]?.pts == 13)
  }

  @Test("A hole waits half a second and then asks for the difference [mtproto 33]")
  func hole() {
    var bench = BoxBench()
    bench.common("late", 12)
    #expect(bench.delivered.isEmpty)
    #expect(bench.requests().isEmpty)
    #expect(bench.box.deadline == bench.now.advanced(by: .milliseconds(500)))
    #expect(bench.requests(after: .milliseconds(499)).isEmpty)
    #expect(
      bench.requests(after: .milliseconds(1)) == [.account(pts: 10, qts: 3, date: 1000)])
    #expect(bench.requests(after: .seconds(5)).isEmpty, "one request at a time")
    bench.answer(["a", "late"], pts: 12)
    #expect(bench.delivered == ["a", "late"])
    #expect(bench.positions[.account]?.pts == 12)
    #expect(bench.requests().isEmpty)
  }

  @Test("A filler within half a second closes the hole without a call [mtproto 33]")
  func filler() {
    var bench = BoxBench()
    bench.common("b", 12)
    bench.now = bench.now.advanced(by: .milliseconds(400))
    bench.common("a", 11)
    #expect(bench.delivered == ["a", "b"])
    #expect(bench.requests(after: .seconds(10)).isEmpty)
  }

  @Test("Twenty edits behind a hole come all, once, in order [mtproto 35]")
  func twentyEdits() {
    var bench = BoxBench()
    let edits = (0..<20).map { "edit \($0)" }
    for (index, edit) in edits.enumerated().reversed() { bench.common(edit, Int32(12 + index)) }
    for (index, edit) in edits.enumerated() { bench.common(edit, Int32(12 + index)) }
    #expect(bench.delivered.isEmpty)
    bench.common("first", 11)
    #expect(bench.delivered == ["first"] + edits)
  }

  @Test("What comes in while a difference is under way waits for it, and comes once")
  func liveDuringDifference() {
    var bench = BoxBench()
    bench.box.requireDifference()
    #expect(bench.requests() == [.account(pts: 10, qts: 3, date: 1000)])
    bench.common("b", 12)
    bench.common("c", 13)
    #expect(bench.delivered.isEmpty)
    bench.answer(["a", "b"], pts: 12)
    #expect(bench.delivered == ["a", "b", "c"])
    #expect(bench.positions[.account]?.pts == 13)
  }

  @Test("Each slice's state is kept, and the next slice is asked for from there [mtproto 37]")
  func slices() {
    var bench = BoxBench()
    bench.box.requireDifference()
    _ = bench.requests()
    bench.common("e", 15)
    bench.answer(["a", "b"], pts: 12, isFinal: false)
    #expect(bench.positions[.account]?.pts == 12)
    #expect(bench.delivered == ["a", "b"], "what waited comes behind the last slice")
    #expect(bench.requests() == [.account(pts: 12, qts: 3, date: 2000)])
    bench.answer(["c", "d"], pts: 14)
    #expect(bench.delivered == ["a", "b", "c", "d", "e"])
    #expect(bench.positions[.account]?.pts == 15)
    #expect(bench.requests().isEmpty)
  }

  @Test("A difference that is too long raises a gap and goes on from the pts given [mtproto 38]")
  func tooLong() {
    var bench = BoxBench()
    bench.box.requireDifference()
    _ = bench.requests()
    bench.accept(bench.box.receive(.tooLong(pts: 90_000), at: bench.now))
    #expect(bench.gaps == [.account])
    #expect(bench.requests() == [.account(pts: 90_000, qts: 3, date: 1000)])
    bench.answer(["newest"], pts: 90_001)
    #expect(bench.delivered == ["newest"])
  }

  @Test("Answers that cannot be used are asked for five times, then the gap is told [mtproto 38]")
  func unusableAnswers() {
    var bench = BoxBench()
    bench.common("behind", 12)
    var asked = 0
    while let request = bench.requests(after: .seconds(40)).first, asked < 50 {
      asked += 1
      bench.accept(bench.box.fail(request, because: .unusable, at: bench.now))
    }
    #expect(asked == DifferencePhase.maximumUnusable)
    #expect(bench.gaps == [.account])
    #expect(bench.delivered == ["behind"])
    bench.common("next", 13)
    #expect(bench.delivered == ["behind", "next"])
  }

  @Test("A request that failed is asked again after 1, 2, 4 ... 30 s")
  func temporaryFailures() {
    var bench = BoxBench()
    bench.box.requireDifference()
    var pauses: [Int64] = []
    for _ in 0..<7 {
      let requests = bench.requests()
      #expect(requests == [.account(pts: 10, qts: 3, date: 1000)])
      for request in requests {
        bench.accept(bench.box.fail(request, because: .temporary, at: bench.now))
      }
      guard let deadline = bench.box.deadline else { break }
      pauses.append(bench.now.duration(to: deadline).wholeMilliseconds / 1000)
      bench.now = deadline
    }
    #expect(pauses == [1, 2, 4, 8, 16, 30, 30])
    #expect(bench.gaps.isEmpty)
  }

  @Test("The answer to a call of ours moves the same line [mtproto 41]")
  func ownCalls() {
    var bench = BoxBench()
    bench.live(UpdateEntry(nil, order: .common(pts: 11, count: 1)))
    bench.common("next", 12)
    #expect(bench.delivered == ["next"])
    #expect(bench.requests(after: .seconds(1)).isEmpty)
  }

  @Test("A step that overlaps what was applied is settled by the difference")
  func overlap() {
    var bench = BoxBench()
    bench.common("a", 11)
    bench.common("three", 13, 3)
    #expect(bench.delivered == ["a"])
    #expect(
      bench.requests(after: .milliseconds(500)) == [.account(pts: 11, qts: 3, date: 1000)])
    bench.answer(["b", "c"], pts: 13)
    #expect(bench.delivered == ["a", "b", "c"])
    #expect(bench.requests(after: .seconds(1)).isEmpty)
  }

  @Test("More than may be kept is dropped, and the difference asked for once more")
  func overflow() {
    var bench = BoxBench()
    bench.box.requireDifference()
    _ = bench.requests()
    for index in 0..<2100 { bench.common("x", Int32(12 + index)) }
    bench.answer(["a"], pts: 11)
    #expect(bench.delivered.count == 2001)
    #expect(bench.requests() == [.account(pts: 2011, qts: 3, date: 2000)])
  }

  @Test("Silence of 15 minutes asks for the difference")
  func silence() {
    var bench = BoxBench()
    #expect(bench.box.deadline == bench.now.advanced(by: .seconds(900)))
    #expect(bench.requests(after: .seconds(899)).isEmpty)
    #expect(bench.requests(after: .seconds(1)) == [.account(pts: 10, qts: 3, date: 1000)])
  }

  @Test(
    "However much is pushed, the account is compared every 15 minutes: only that tells of a channel never seen whose first update was lost"
  )
  func comparison() {
    var bench = BoxBench()
    for number in 0..<14 {
      #expect(bench.requests(after: .seconds(60)).isEmpty)
      bench.common("x", Int32(11 + number))
    }
    #expect(bench.requests(after: .seconds(60)) == [.account(pts: 24, qts: 3, date: 1000)])
    bench.answer([], pts: 24)
    #expect(bench.requests(after: .seconds(899)).isEmpty)
    #expect(bench.requests(after: .seconds(1)) == [.account(pts: 24, qts: 3, date: 2000)])
  }

  @Test("A new session asks at once for what failed on the old one, and for the account [B60]")
  func restart() {
    var bench = BoxBench()
    bench.box.requireDifference(ofChannel: 7)
    for request in bench.requests() {
      bench.accept(bench.box.fail(request, because: .temporary, at: bench.now))
    }
    #expect(bench.requests().isEmpty)
    bench.box.restart()
    #expect(
      bench.requests() == [.account(pts: 10, qts: 3, date: 1000), .channel(7, pts: 100)])
    bench.box.restart()
    #expect(bench.requests().isEmpty, "one that is under way will be answered")
    bench.answer(["a"], pts: 11)
    #expect(
      bench.requests() == [.account(pts: 11, qts: 3, date: 2000)], "it may not cover the gap")
  }
}
