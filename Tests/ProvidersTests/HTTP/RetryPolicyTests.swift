import Fetch
import Model
import Testing

@testable import Providers

struct RetryPolicyTests {
  private let policy = RetryPolicy(retries: 10)
  private let now = Timestamp(seconds: 1_800_000_000)

  @Test("Waits double from 0.5 to 8 s, less up to a quarter")
  func backoff() {
    let full = (0..<7).map { policy.delay(afterAttempt: $0, random: 0) }
    #expect(full == [0.5, 1, 2, 4, 8, 8, 8].map { Duration.seconds($0) })
    #expect(policy.delay(afterAttempt: 0, random: 1) == .milliseconds(375))
    #expect(policy.delay(afterAttempt: 10, random: 0) == nil)
  }

  @Test(
    "A wait asked for is read in each of its forms",
    arguments: [
      (["retry-after-ms": "20.5"], Duration.milliseconds(20)), (["Retry-After": "3"], .seconds(3)),
      (["retry-after": "1.5"], .milliseconds(1500)),
      (["retry-after": "Fri, 15 Jan 2027 08:00:30 GMT"], .seconds(30)),
      (["retry-after": "Fri, 15 Jan 2027 07:00:00 GMT"], .zero),
      (["retry-after-ms": "x", "retry-after": "2"], .seconds(2)),
    ] as [([String: String], Duration)])
  func asked(headers: [String: String], wait: Duration) {
    let fields = HeaderFields(headers.map { .init(name: $0.key, value: $0.value) })
    #expect(RetryPolicy.askedDelay(in: fields, now: now) == wait)
    #expect(
      policy.delay(afterAttempt: 0, status: 429, headers: fields, now: now, random: 0) == wait)
  }

  @Test("What is not a wait is passed over", arguments: ["-1", "nan", "inf", "soon", ""])
  func nonsense(text: String) {
    #expect(RetryPolicy.askedDelay(in: ["retry-after": text], now: now) == nil)
  }

  @Test("Only 408, 409, 429 and 5xx are repeated, unless the server says otherwise")
  func statuses() {
    func delay(_ status: Int, _ headers: HeaderFields = [:]) -> Duration? {
      policy.delay(afterAttempt: 0, status: status, headers: headers, now: now, random: 0)
    }
    for status in [408, 409, 429, 500, 503, 599] {
      #expect(delay(status) != nil)
      #expect(delay(status, ["x-should-retry": "false"]) == nil)
    }
    for status in [302, 400, 401, 404, 422, 600] {
      #expect(delay(status) == nil)
      #expect(delay(status, ["X-Should-Retry": "TRUE"]) != nil)
    }
    #expect(delay(429, ["retry-after": "61"]) == nil)
  }
}
