import Model
import Testing

@testable import Telegram

@Suite("Update box: channels")
struct UpdateBoxChannelTests {
  @Test(
    "First seen with pts_count 0 and 1 on one pts, in any order: the message is delivered [mtproto 34]",
    arguments: [true, false])
  func firstSeen(readFirst: Bool) {
    var bench = BoxBench()
    if readFirst { bench.channel("read", 40, 0, id: 8) }
    bench.channel("message", 40, 1, id: 8)
    if !readFirst { bench.channel("read", 40, 0, id: 8) }
    #expect(Set(bench.delivered) == ["message", "read"])
    #expect(bench.delivered.count == 2)
    #expect(bench.positions[.channel(8)]?.pts == 40)
    #expect(bench.requests(after: .seconds(1)).isEmpty)
  }

  @Test(
    "A hole in one channel asks for that channel's difference and holds up no other [mtproto 33]")
  func hole() {
    var bench = BoxBench()
    bench.channel("late", 102)
    bench.channel("elsewhere", 5, id: 9)
    bench.common("private", 11)
    #expect(bench.delivered == ["elsewhere", "private"])
    #expect(bench.requests(after: .milliseconds(500)) == [.channel(7, pts: 100)])
    bench.answerChannel(7, ["a", "late"], pts: 102)
    #expect(bench.delivered == ["elsewhere", "private", "a", "late"])
    #expect(bench.positions[.channel(7)]?.pts == 102)
  }

  @Test(
    "First seen while the account's difference is awaited: what came before it is asked for [mtproto 39]"
  )
  func firstSeenInDoubt() {
    var bench = BoxBench()
    bench.box.requireDifference()
    #expect(bench.requests().count == 1)
    bench.channel("second", 3, id: 8)
    #expect(bench.delivered.isEmpty)
    #expect(bench.requests() == [.channel(8, pts: 1)])
    bench.answerChannel(8, ["first", "second"], pts: 3)
    #expect(bench.delivered == ["first", "second"])
    #expect(bench.positions[.channel(8)]?.pts == 3)
  }

  @Test("After a difference with timeout 300 a new hole is recovered at once [mtproto 36]")
  func recoveredAtOnce() {
    var bench = BoxBench()
    bench.box.requireDifference(ofChannel: 7)
    _ = bench.requests()
    // The server's advice to poll after 300 s does not even reach the box.
    bench.answerChannel(7, ["a"], pts: 101)
    bench.channel("late", 103)
    #expect(bench.requests(after: .milliseconds(500)) == [.channel(7, pts: 101)])
  }

  @Test("A difference that is not final is asked for again from its pts [mtproto 37]")
  func notFinal() {
    var bench = BoxBench()
    bench.box.requireDifference(ofChannel: 7)
    _ = bench.requests()
    bench.channel("c", 103)
    bench.answerChannel(7, ["a"], pts: 101, isFinal: false)
    #expect(bench.positions[.channel(7)]?.pts == 101)
    #expect(bench.requests() == [.channel(7, pts: 101)])
    bench.answerChannel(7, ["b"], pts: 102)
    #expect(bench.delivered == ["a", "b", "c"])
  }

  @Test("A channel's difference that is too long gives the newest and a gap [mtproto 38]")
  func tooLong() {
    var bench = BoxBench()
    bench.box.requireDifference(ofChannel: 7)
    _ = bench.requests()
    bench.accept(
      bench.box.receive(
        ChannelDifference.tooLong(
          [UpdateEntry("newest but one"), UpdateEntry("newest")], pts: 9000, isFinal: true),
        ofChannel: 7, at: bench.now))
    #expect(bench.gaps == [.channel(7)])
    #expect(bench.delivered == ["newest but one", "newest"])
    #expect(bench.positions[.channel(7)]?.pts == 9000)
    bench.channel("next", 9001)
    #expect(bench.delivered.last == "next")
  }

  @Test(
    "5,000 channels at the start: one getDifference, and only the announced channels [mtproto 39]")
  func manyChannels() {
    var positions = [UpdatePosition(sequence: .account, pts: 10, qts: 3, seq: 5, date: 1000)]
    positions += (1...5000).map { UpdatePosition(sequence: .channel(Int64($0)), pts: 100) }
    var bench = BoxBench(positions: positions)
    #expect(bench.requests() == [.account(pts: 10, qts: 3, date: 1000)])
    bench.answer([], pts: 10)
    #expect(bench.requests(after: .seconds(1)).isEmpty)
    bench.box.requireDifference(ofChannel: 42, pts: 105)
    bench.box.requireDifference(ofChannel: 43, pts: 100)
    #expect(bench.requests() == [.channel(42, pts: 100)])
  }

  @Test("At most eight channels are asked for at a time")
  func requestsAreBounded() {
    var bench = BoxBench()
    for id in 11...30 { bench.box.requireDifference(ofChannel: Int64(id), pts: 50) }
    #expect(bench.requests().count == 8)
    #expect(bench.requests().isEmpty)
    bench.answerChannel(11, [], pts: 50)
    #expect(bench.requests() == [.channel(19, pts: 49)])
  }

  @Test("The date that differences go by does not move past a channel's lost news [mtproto 39]")
  func dateOfLiveUpdates() {
    var bench = BoxBench()
    bench.accept(
      bench.box.receive(
        UpdateContainer(
          entries: [UpdateEntry("own", order: .common(pts: 11, count: 1))], date: 1500),
        at: bench.now))
    bench.box.restart()
    // A push of a channel at 1400 may have been lost with the old session.
    #expect(bench.requests() == [.account(pts: 11, qts: 3, date: 1000)])
  }

  @Test("While a channel waits for its difference, the stored date stays, for a crash in between")
  func storedDate() {
    var bench = BoxBench()
    bench.box.restart()
    _ = bench.requests()
    bench.box.requireDifference(ofChannel: 7, pts: 105)
    bench.answer(["a"], pts: 11)
    #expect(bench.positions[.account]?.date == 1000)
    _ = bench.requests()
    bench.answerChannel(7, ["b"], pts: 105)
    bench.common("next", 12)
    #expect(bench.positions[.account]?.date == 2000)
  }

  @Test("A channel the account has left is forgotten; seen again, it starts anew")
  func gone() {
    var bench = BoxBench()
    bench.box.requireDifference(ofChannel: 7)
    for request in bench.requests(after: .milliseconds(500)) {
      bench.accept(bench.box.fail(request, because: .gone, at: bench.now))
    }
    #expect(bench.requests(after: .seconds(60)).isEmpty)
    bench.channel("back again", 500)
    #expect(bench.delivered == ["back again"])
  }

  @Test("Channel updates inside the account's difference take their place on the channel's line")
  func insideDifference() {
    var bench = BoxBench()
    bench.channel("c", 103)
    bench.box.requireDifference()
    _ = bench.requests()
    let state = UpdatePosition(sequence: .account, pts: 11, qts: 3, seq: 5, date: 2000)
    bench.accept(
      bench.box.receive(
        .updates(
          [
            UpdateEntry("a", order: .channel(7, pts: 101, count: 1)),
            UpdateEntry("b", order: .channel(7, pts: 102, count: 1)),
            UpdateEntry("old", order: .channel(7, pts: 99, count: 1)),
            UpdateEntry("private", order: .common(pts: 11, count: 1)),
          ], state: state, isFinal: true), at: bench.now))
    #expect(bench.delivered == ["a", "b", "c", "private"])
    #expect(bench.requests(after: .seconds(1)).isEmpty)
  }

  @Test("Whatever the order of arrival, nothing is lost and nothing comes twice", arguments: 0..<40)
  func anyOrder(seed: Int64) {
    var random = SeededGenerator(seed: UInt64(bitPattern: seed))
    var bench = BoxBench()
    let words = (1...30).map { "m\($0)" }
    let kept = words.indices.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
    for index in (kept + kept).shuffled(using: &random) {
      bench.channel(words[index], Int32(101 + index))
      bench.now = bench.now.advanced(by: .milliseconds(Int64.random(in: 0..<300, using: &random)))
      serve(&bench, words)
    }
    bench.channel("end", 131)
    bench.now = bench.now.advanced(by: .seconds(1))
    serve(&bench, words + ["end"])
    #expect(bench.delivered == words + ["end"])
  }

  private func serve(_ bench: inout BoxBench, _ words: [String]) {
    for case .channel(7, let pts) in bench.requests() {
      bench.answerChannel(
        7, Array(words.dropFirst(Int(pts) - 100)), pts: Int32(100 + words.count))
    }
  }
}
