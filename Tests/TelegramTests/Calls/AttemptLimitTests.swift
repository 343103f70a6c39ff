import Model
import Testing

@testable import Telegram

@Suite("Attempt limit")
struct AttemptLimitTests {
  @Test("However soon a server cuts, connections are made no faster than the limits [mtproto 22]")
  func storm() {
    var limit = AttemptLimit()
    var now = Timestamp(seconds: 1_700_000_000)
    var attempts: [Timestamp] = []
    for _ in 0..<60 {
      now = now.advanced(by: limit.pause(at: now))
      limit.begin(at: now)
      attempts.append(now)
      now = now.advanced(by: .milliseconds(10))
    }
    for window in AttemptLimit.windows {
      for (first, next) in zip(attempts, attempts.dropFirst(window.count)) {
        #expect(first.duration(to: next) >= window.length)
      }
    }
    #expect(attempts[0].duration(to: attempts[2]) < .seconds(1), "the first ones are free")
    #expect(limit.pause(at: now.advanced(by: .seconds(120))) == .zero)
  }

  @Test("A clock that jumps back does not lock us out [mtproto 22]")
  func clock() {
    var limit = AttemptLimit()
    let now = Timestamp(seconds: 1_700_000_000)
    for _ in 0..<12 { limit.begin(at: now) }
    #expect(limit.pause(at: now.advanced(by: .seconds(-9000))) == .seconds(120))
  }
}
