import Model
import Testing

@testable import Telegram

@Suite("Update box: seq, qts and the first start")
struct UpdateBoxSeqTests {
  @Test("A container's seq is next, passed or ahead, as a pts is [mtproto 33]")
  func seq() {
    var bench = BoxBench()
    bench.live(UpdateEntry("six"), seq: 6)
    bench.live(UpdateEntry("six"), seq: 6)
    bench.live(UpdateEntry("nine"), seq: 9, firstSeq: 8)
    #expect(bench.delivered == ["six"])
    bench.live(UpdateEntry("seven"), seq: 7)
    #expect(bench.delivered == ["six", "seven", "nine"])
    bench.live(UpdateEntry("twelve"), seq: 12)
    #expect(
      bench.requests(after: .milliseconds(500)) == [.account(pts: 10, qts: 3, date: 1000)])
    bench.answer(["from the difference"], pts: 10, seq: 12)
    #expect(bench.delivered == ["six", "seven", "nine", "from the difference"])
    #expect(bench.positions[.account]?.seq == 12)
  }

  @Test("A message in a container whose seq is ahead does not wait for the seq")
  func numberedInsideSeqHole() {
    var bench = BoxBench()
    bench.live(
      UpdateEntry("message", order: .common(pts: 11, count: 1)), UpdateEntry("status"), seq: 9)
    #expect(bench.delivered == ["message"])
  }

  @Test("A container without a seq is taken at once")
  func noSeq() {
    var bench = BoxBench()
    bench.live(UpdateEntry("typing"))
    #expect(bench.delivered == ["typing"])
    #expect(bench.positions.isEmpty)
  }

  @Test("qts is a line of its own, and its hole asks for the account's difference")
  func secondary() {
    var bench = BoxBench()
    bench.live(UpdateEntry("four", order: .secondary(qts: 4)))
    bench.live(UpdateEntry("six", order: .secondary(qts: 6)))
    #expect(bench.delivered == ["four"])
    #expect(
      bench.requests(after: .milliseconds(500)) == [.account(pts: 10, qts: 4, date: 1000)])
    bench.answer(["five", "six"], pts: 10, qts: 6)
    #expect(bench.delivered == ["four", "five", "six"])
    #expect(bench.positions[.account]?.qts == 6)
  }

  @Test("The first start asks for the state and delivers from there on")
  func firstStart() {
    var bench = BoxBench(positions: [])
    #expect(bench.requests() == [.state])
    let state = UpdatePosition(sequence: .account, pts: 50, qts: 1, seq: 2, date: 1000)
    bench.accept(bench.box.receive(state: state, at: bench.now))
    #expect(bench.positions[.account] == state)
    bench.common("a", 51)
    #expect(bench.delivered == ["a"])
    #expect(bench.requests().isEmpty)
  }

  @Test("What arrives before the first state is delivered, and a hole behind it is asked for")
  func liveBeforeState() {
    var bench = BoxBench(positions: [])
    #expect(bench.requests() == [.state])
    bench.common("early", 50)
    #expect(bench.delivered == ["early"])
    #expect(bench.positions.isEmpty, "nothing to go on from is stored yet")
    let state = UpdatePosition(sequence: .account, pts: 52, qts: 0, seq: 1, date: 1000)
    bench.accept(bench.box.receive(state: state, at: bench.now))
    #expect(bench.positions[.account]?.pts == 50)
    #expect(bench.requests() == [.account(pts: 50, qts: 0, date: 1000)])
    bench.answer(["b", "c"], pts: 52)
    #expect(bench.delivered == ["early", "b", "c"])
  }
}
