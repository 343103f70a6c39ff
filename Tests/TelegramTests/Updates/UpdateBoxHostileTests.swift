import Model
import Testing

@testable import Telegram

/// A server that never comes to an end, forgets, shouts, or floods.
@Suite("Update box: hostile servers")
struct UpdateBoxHostileTests {
  /// Answers every request for so many minutes.
  private func serve(
    _ bench: inout BoxBench, minutes: Int64 = 20,
    _ answer: (inout BoxBench, DifferenceRequest) -> Void
  ) -> Int {
    let end = bench.now.advanced(by: .seconds(minutes * 60))
    var asked = 0
    while bench.now < end, asked < 10_000 {
      let requests = bench.requests()
      asked += requests.count
      for request in requests { answer(&bench, request) }
      if requests.isEmpty {
        guard let deadline = bench.box.deadline, deadline > bench.now else { break }
        bench.now = deadline
      }
    }
    return asked
  }

  @Test(
    "A slice that leads nowhere is asked for with pauses, and at last a gap is told [mtproto 37]")
  func endlessSlice() {
    var bench = BoxBench()
    bench.common("behind", 12)
    let asked = serve(&bench, minutes: 10) { bench, _ in
      bench.answer([], pts: 10, isFinal: false)
    }
    #expect(asked == DifferencePhase.maximumUnusable)
    #expect(bench.gaps == [.account])
    #expect(bench.delivered == ["behind"])
    bench.common("next", 13)
    #expect(bench.delivered == ["behind", "next"])
  }

  @Test("A channel's slice that leads nowhere is no busy loop either [mtproto 37]")
  func endlessChannelSlice() {
    var bench = BoxBench()
    bench.channel("behind", 102)
    let asked = serve(&bench, minutes: 10) { bench, _ in
      bench.answerChannel(7, [], pts: 100, isFinal: false)
    }
    #expect(asked == DifferencePhase.maximumUnusable)
    #expect(bench.gaps == [.channel(7)])
    #expect(bench.delivered == ["behind"])
  }

  @Test("Too long again and again: bounded, with pauses [mtproto 38]")
  func endlessTooLong() {
    var bench = BoxBench()
    bench.box.requireDifference()
    var pts: Int32 = 1000
    let asked = serve(&bench, minutes: 10) { bench, _ in
      pts += 1000
      bench.accept(bench.box.receive(.tooLong(pts: pts), at: bench.now))
    }
    #expect(asked <= DifferencePhase.maximumUnusable + 1)
    #expect(bench.gaps.count <= asked + 1)
  }

  @Test("A storm of updatesTooLong does not shorten the pause after a failure")
  func stormWhileFailing() {
    var bench = BoxBench()
    var requests = 0
    for _ in 0..<600 {
      bench.box.requireDifference()
      for request in bench.requests(after: .milliseconds(100)) {
        requests += 1
        bench.accept(bench.box.fail(request, because: .temporary, at: bench.now))
      }
    }
    // In a minute: at 0, 1, 3, 7, 15, 31 s.
    #expect((5...7).contains(requests))
  }

  @Test("A storm of updatesTooLong over a server that answers is asked about with growing breaths")
  func stormWhileAnswering() {
    var bench = BoxBench()
    var requests = 0
    for _ in 0..<600 {
      bench.box.requireDifference()
      for _ in bench.requests(after: .milliseconds(100)) {
        requests += 1
        bench.box.requireDifference()
        bench.accept(bench.box.receive(.empty(date: 1000, seq: 5), at: bench.now))
      }
    }
    #expect((20...45).contains(requests))
    bench.common("a", 11)
    bench.now = bench.now.advanced(by: .seconds(2))
    _ = serve(&bench, minutes: 1) { bench, _ in
      bench.accept(bench.box.receive(.empty(date: 1000, seq: 5), at: bench.now))
    }
    #expect(bench.delivered == ["a"])
  }

  @Test("getDifference fails fifty times with a 500 and then works: everything comes, once")
  func longOutage() {
    var bench = BoxBench()
    bench.common("b", 12)
    var failures = 0
    let asked = serve(&bench, minutes: 60) { bench, request in
      failures += 1
      if failures <= 50 {
        bench.accept(bench.box.fail(request, because: .temporary, at: bench.now))
      } else if failures == 51 {
        bench.answer(["a", "b"], pts: 12)
      } else {
        bench.accept(bench.box.receive(.empty(date: 1000, seq: 5), at: bench.now))
      }
    }
    #expect(asked > 50)
    #expect(bench.delivered == ["a", "b"])
    #expect(bench.gaps.isEmpty)
  }

  @Test(
    "A channel's read mark is told at once, whatever waits before it, and shows the hole [mtproto 34]"
  )
  func channelMark() {
    var bench = BoxBench()
    bench.live(UpdateEntry("read", order: .channelMark(7, pts: 102)))
    #expect(bench.delivered == ["read"])
    #expect(bench.requests(after: .milliseconds(500)) == [.channel(7, pts: 100)])
    bench.live(UpdateEntry("read again", order: .channelMark(7, pts: 103)))
    bench.answerChannel(7, ["a", "b", "c"], pts: 103)
    #expect(bench.delivered == ["read", "read again", "a", "b", "c"])
    bench.live(UpdateEntry("late", order: .channelMark(7, pts: 101)))
    #expect(bench.delivered.last == "late", "no difference brings a read mark again")
    #expect(bench.requests(after: .seconds(1)).isEmpty)
  }

  @Test("First seen by a read mark, then by the message of the same pts: both come [mtproto 34]")
  func markFirst() {
    var bench = BoxBench()
    bench.live(UpdateEntry("read", order: .channelMark(8, pts: 40)))
    bench.channel("message", 40, 1, id: 8)
    #expect(bench.delivered == ["read", "message"])
    #expect(bench.requests(after: .seconds(1)).isEmpty)
  }

  @Test("A channel that was left: what had arrived behind a hole comes, with a gap")
  func leftChannel() {
    var bench = BoxBench()
    bench.channel("arrived", 102)
    for request in bench.requests(after: .milliseconds(500)) {
      bench.accept(bench.box.fail(request, because: .gone, at: bench.now))
    }
    #expect(bench.delivered == ["arrived"])
    #expect(bench.gaps == [.channel(7)])
    #expect(bench.requests(after: .seconds(60)).isEmpty)
  }

  @Test("Behind the holes of a thousand channels 10,000 updates wait at most; the rest is fetched")
  func bounded() {
    var bench = BoxBench()
    for id in 1...1000 {
      bench.channel("first", 10, id: Int64(1000 + id))
      for index in 0..<30 { bench.channel("x", Int32(12 + index), id: Int64(1000 + id)) }
    }
    #expect(bench.box.pendingInChannels == 10_000)
    var asked: [Int64: Int] = [:]
    _ = serve(&bench, minutes: 10) { bench, request in
      guard case .channel(let id, let pts) = request else {
        return bench.accept(bench.box.receive(.empty(date: 1000, seq: 5), at: bench.now))
      }
      asked[id, default: 0] += 1
      bench.answerChannel(id, (pts..<41).map { "\($0)" }, pts: 41)
    }
    #expect(asked.count == 1000)
    #expect(bench.box.pendingInChannels == 0)
    #expect(bench.delivered.count == 1000 + 31 * 1000)
  }

  @Test("A private message inside a channel's difference that is ahead has its hole noticed")
  func privateInsideChannel() {
    var bench = BoxBench()
    bench.box.requireDifference(ofChannel: 7)
    _ = bench.requests()
    bench.accept(
      bench.box.receive(
        ChannelDifference.updates(
          [UpdateEntry("private", order: .common(pts: 12, count: 1))], pts: 101, isFinal: true),
        ofChannel: 7, at: bench.now))
    #expect(bench.requests(after: .milliseconds(500)) == [.account(pts: 10, qts: 3, date: 1000)])
  }

  @Test("A combined container that overlaps what was seen asks for the difference [mtproto 33]")
  func overlappingSeq() {
    var bench = BoxBench()
    bench.live(UpdateEntry("six"), seq: 6)
    bench.live(
      UpdateEntry("message", order: .common(pts: 11, count: 1)), UpdateEntry("status"), seq: 8,
      firstSeq: 6)
    #expect(bench.delivered == ["six", "message"])
    #expect(
      bench.requests(after: .milliseconds(500)) == [.account(pts: 11, qts: 3, date: 1000)])
  }
}
