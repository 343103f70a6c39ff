import Model
import Rules
import Synchronization
import Testing

@Suite("The meter of rules")
struct RuleMeterTests {
  /// Counts, and for the rest is a host as tests have it.
  private struct MeteredHost: RuleHost {
    let host = TestHost()
    let meter: RuleMeter?

    func complete(_ request: TextRequest, for asker: String) async throws -> TextCompletion {
      try await host.complete(request, for: asker)
    }
    func history(of chat: PeerID, limit: Int, before: Int32?) async throws -> [Message] {
      try await host.history(of: chat, limit: limit, before: before)
    }
    func sleep(for duration: Duration) async throws { try await host.sleep(for: duration) }
    func claimCount(rule: String, chat: PeerID?, since: Timestamp) async throws -> Int {
      try await host.claimCount(rule: rule, chat: chat, since: since)
    }
    func log(_ text: String, rule: String) { host.log(text, rule: rule) }
  }

  @Test(
    "It counts what became of each rule that was asked, and its time; decisions are the same [C5]")
  func counts() async throws {
    let set = try load(
      """
      rule "first" { when = { text = "hello" }, priority = 9, run = function() return nil, "not now" end }
      rule "breaks" { when = { text = "hello" }, priority = 8, run = function() error("no luck") end }
      rule "speaks" { when = { text = "hello" }, priority = 7, act = reply "hi" }
      rule "late" { when = { text = "hello" }, act = reply "hi" }
      rule "elsewhere" { when = { text = "bye" }, act = reply "bye" }
      """)
    let time = Mutex(Duration.zero)
    let meter = RuleMeter {
      time.withLock { time in
        time += .milliseconds(2)
        return time
      }
    }
    let plain = await set.decide(Sample.input("hello"), host: TestHost())
    for _ in 0..<3 {
      let ruling = await set.decide(Sample.input("hello"), host: MeteredHost(meter: meter))
      #expect(ruling.plan == plain.plan && ruling.considered == plain.considered)
    }
    let readings = meter.current
    #expect(Set(readings.keys) == ["a/first", "a/breaks", "a/speaks"])
    #expect(readings["a/first"]?.outcomes == [.passed: 3])
    #expect(readings["a/speaks"]?.outcomes == [.won: 3])
    #expect(readings["a/breaks"]?.outcomes == [.failed: 3])
    #expect(readings["a/breaks"]?.lastError?.contains("no luck") == true)
    // Each look at the clock moves it on by 2 ms, and there are two for each rule that is asked.
    #expect(readings["a/first"]?.total == .milliseconds(6))
    #expect(readings["a/first"]?.longest == .milliseconds(2))
    #expect(readings["a/first"]?.asked == 3)
  }
}
