import Foundation
import Model
import Testing

@testable import Rules

@Suite("The pace of answers [A37]", .timeLimit(.minutes(5)))
struct PaceTests {
  private let human = """
    delay "human" { notice = lognormal("25s", "4m"), reading = per_char(0.03), typing = cps(6, 9), cap = "12m" }
    rule "r" { act = ai_reply { persona = "me", delay = "human" } }
    """

  private func pace(_ text: String, _ input: DecisionInput) async throws -> Pace {
    let ruling = await (try load(text)).decide(input, host: TestHost())
    return try #require(ruling.plan.claims.first?.pace)
  }

  @Test("The same message gives the same pace, in another process and after a reload too")
  func repeats() async throws {
    let input = Sample.input("hello there")
    let first = try await pace(human, input)
    #expect(try await pace(human, input) == first)
    #expect(try await pace("-- another line\n" + human, input) == first)
    // Known, so that a change of the sampling shows: stored plans and replays go by it.
    #expect(
      first
        == Pace(delay: "human", start: Sample.monday, notice: 157_394, reading: 330, typing: 17_934)
    )
  }

  @Test("Other messages, chats and rules get other paces")
  func differs() async throws {
    let one = try await pace(human, Sample.input("hello"))
    #expect(try await pace(human, Sample.input("hello", id: 101)) != one)
    #expect(try await pace(human, Sample.input("hello", from: Sample.stranger)) != one)
    let renamed = human.replacing("rule \"r\"", with: "rule \"s\"")
    #expect(try await pace(renamed, Sample.input("hello")) != one)
  }

  @Test("Bounds are kept over many samples, and half of them are below the median")
  func bounds() throws {
    let curve = DelayCurve(
      name: "d", notice: .lognormal(median: 25, high: 240), reading: .perCharacter(0.03),
      typing: .charactersPerSecond(6, 9), jitter: 0, cap: .seconds(720))
    var notices: [Int64] = []
    for id in 1...4000 {
      var generator = SeededGenerator(seeds: 1, 5, Int64(id), 7)
      let pace = curve.sample(
        arrival: Sample.monday, incoming: 100, outgoing: 90, using: &generator)
      #expect(pace.reading <= 3000)
      #expect((10_000...15_000).contains(pace.typing) || pace.notice == 0)
      #expect(pace.notice >= 0)
      #expect(pace.due <= Sample.monday.advanced(by: .seconds(720)))
      notices.append(pace.notice)
    }
    notices.sort()
    #expect((22_000...28_000).contains(notices[2000]))
    #expect((200_000...280_000).contains(notices[3800]))
  }

  @Test("The cap takes from the notice first, and from the typing last")
  func cap() {
    var generator = SeededGenerator(seed: 1)
    let curve = DelayCurve(
      name: "d", notice: .constant(100), reading: .constant(10), typing: .constant(20),
      cap: .seconds(25))
    let pace = curve.sample(arrival: Sample.monday, incoming: 0, outgoing: 0, using: &generator)
    #expect(
      pace == Pace(delay: "d", start: Sample.monday, notice: 0, reading: 5000, typing: 20_000))
  }

  @Test(
    "Every curve stays within what it says",
    arguments: [
      (Curve.uniform(3, 5), 3.0, 5.0), (.normal(middle: 10, high: 12), 6, 14),
      (.lognormal(median: 10, high: 20), 2.8, 36), (.charactersPerSecond(5, 10), 10, 20),
      (.perCharacter(0.1), 10, 10), (.constant(4), 4, 4),
    ])
  func curves(curve: Curve, low: Double, high: Double) {
    var generator = SeededGenerator(seed: 3)
    var samples: [Double] = []
    for _ in 0..<2000 { samples.append(curve.sample(length: 100, using: &generator)) }
    #expect(samples.allSatisfy { (low...high).contains($0) })
    #expect(low == high || Set(samples).count > 1900)
  }

  @Test("Jitter stretches and shortens by its fraction at most")
  func jitter() {
    var generator = SeededGenerator(seed: 3)
    let curve = DelayCurve(name: "d", notice: .constant(100), jitter: 0.2)
    let notices = (0..<500).map { _ in
      curve.sample(arrival: .zero, incoming: 0, outgoing: 0, using: &generator).notice
    }
    #expect(notices.allSatisfy { (80_000...120_000).contains($0) })
    #expect((notices.max() ?? 0) > 115_000 && (notices.min() ?? 0) < 85_000)
  }

  @Test("A delay is deferred to the opening of hours, and not when they are open [A38]")
  func deferral() async throws {
    let text = """
      hours "awake" { "08:00-23:00" }
      delay "d" { notice = "10s", defer = "awake" }
      rule "r" { act = reply { "hi", delay = "d" } }
      """
    let night = try await pace(text, Sample.input("x", at: instant("2026-03-02T02:00:00Z")))
    #expect(night.start == instant("2026-03-02T07:00:00Z"))
    #expect(night.due == instant("2026-03-02T07:00:10Z"))
    let day = try await pace(text, Sample.input("x"))
    #expect(day.start == Sample.monday)
  }

  @Test("A rule's deferral is stronger than the delay's, may wait for closing, and needs no delay")
  func ruleDeferral() async throws {
    let text = """
      hours "awake" { "08:00-23:00" } hours "meeting" { "10:00-11:30" }
      delay "d" { defer = "awake" }
      rule "r" { defer = { closing = "meeting" }, act = reply { "hi", delay = "d" } }
      """
    // 11:00 in Berlin.
    #expect(try await pace(text, Sample.input("x")).start == instant("2026-03-02T10:30:00Z"))
    let bare = #"hours "h" { "20:00-21:00" } rule "r" { defer = "h", act = reply "hi" }"#
    let pace = try await pace(bare, Sample.input("x"))
    #expect(pace.due == instant("2026-03-02T19:00:00Z"))
  }

  @Test("A message from a backlog is paced from its decision on")
  func backlog() async throws {
    var input = Sample.input("x")
    input.now = Sample.monday.advanced(by: .seconds(1800))
    let text = #"rule "r" { act = reply { "hi", delay = "quick" } }"#
    #expect(try await pace(text, input).start == input.now)
  }

  @Test(
    "Without a delay an answer leaves at once; the rule's own holds where the action names none")
  func ownDelay() async throws {
    let set = try load(#"rule "r" { act = { reply "hi", mark_read(), notify "x" } }"#)
    let bare = await set.decide(Sample.input("x"), host: TestHost())
    #expect(bare.plan.claims.allSatisfy { $0.pace == nil })
    let slow = try load(
      #"rule "r" { delay = "quick", act = { reply "hi", mark_read(), notify "x" } }"#)
    let ruling = await slow.decide(Sample.input("x"), host: TestHost())
    #expect(ruling.plan.claims.map { $0.pace?.delay } == ["quick", "quick", nil])
  }
}
