import Testing

@testable import MTProto

@Suite struct SaltScheduleTests {
  @Test(
    "A key's salts follow each other hour by hour, the announced ones when their time comes [mtproto 14]"
  )
  func schedule() {
    let start = Duration.seconds(1_700_000_000)
    let schedule = SaltSchedule(first: 7, since: start, life: .seconds(3600))
    #expect(schedule.salt(at: start - .seconds(5)) == 7)
    #expect(schedule.salt(at: start + .seconds(3599)) == 7)
    let upcoming = schedule.upcoming(3, at: start + .seconds(10))
    #expect(upcoming.map(\.validSince) == (1...3).map { start + .seconds(3600 * $0) })
    #expect(upcoming.map(\.validUntil) == (2...4).map { start + .seconds(3600 * $0) })
    for salt in upcoming {
      #expect(schedule.salt(at: salt.validSince) == salt.salt)
      #expect(schedule.salt(at: salt.validUntil - .seconds(1)) == salt.salt)
    }
    #expect(Set(upcoming.map(\.salt) + [7]).count == 4)
  }
}
