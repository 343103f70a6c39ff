import Model
import Sandbox
import Testing

@Suite("Login codes")
struct LoginTests {
  @Test("A wrong code is refused, the right one is good once [A2]")
  func codes() throws {
    var world = Fixtures.world()
    let (hash, code) = try world.requestCode(for: Cast.ownerPhone, route: .sms)
    let wrong = code.code == "10000" ? "10001" : "10000"
    #expect(throws: Refusal.codeInvalid) {
      try world.checkCode(wrong, for: Cast.ownerPhone, hash: hash)
    }
    #expect(throws: Refusal.codeExpired) {
      try world.checkCode(code.code, for: Cast.ownerPhone, hash: "other")
    }
    #expect(try world.checkCode(code.code, for: "+1 555-010-0001", hash: hash) == Cast.owner)
    #expect(throws: Refusal.codeExpired) {
      try world.checkCode(code.code, for: Cast.ownerPhone, hash: hash)
    }
  }

  @Test("Codes come from the seed and are never the same")
  func neverConstant() throws {
    var codes: Set<String> = []
    for seed in 1...20 as ClosedRange<UInt64> {
      var world = World(seed: seed, clock: ManualClock(Fixtures.start).clock)
      let first = try world.requestCode(for: "+15550100001", route: .sms).code.code
      let second = try world.requestCode(for: "+15550100001", route: .sms).code.code
      #expect(first.count == 5)
      codes.formUnion([first, second])
    }
    #expect(codes.count > 35)
  }

  @Test("After five wrong codes, or when its time is over, a code has expired")
  func expiry() throws {
    let clock = ManualClock(Fixtures.start)
    var world = Fixtures.world(clock: clock.clock)
    let (hash, code) = try world.requestCode(for: Cast.ownerPhone, route: .sms)
    for _ in 1...5 {
      #expect(throws: Refusal.codeInvalid) {
        try world.checkCode("1", for: Cast.ownerPhone, hash: hash)
      }
    }
    #expect(throws: Refusal.codeExpired) {
      try world.checkCode(code.code, for: Cast.ownerPhone, hash: hash)
    }
    let (again, second) = try world.requestCode(for: Cast.ownerPhone, route: .sms)
    clock.advance(by: world.limits.codeValidity)
    #expect(throws: Refusal.codeExpired) {
      try world.checkCode(second.code, for: Cast.ownerPhone, hash: again)
    }
  }

  @Test("By the app route the code is a message from 777000; sent again, it is another one by SMS")
  func routes() throws {
    var world = Fixtures.world()
    let (hash, code) = try world.requestCode(for: Cast.ownerPhone, route: .app)
    let message = try #require(world.dialog(.user(Person.serviceID), of: Cast.owner)?.top)
    #expect(message.text.contains(code.code))
    let again = try world.resendCode(for: Cast.ownerPhone, hash: hash).code
    #expect(again.route == .sms)
    #expect(try world.checkCode(again.code, for: Cast.ownerPhone, hash: hash) == Cast.owner)
  }

  @Test("A number without an account, and what is no number")
  func unknownPhones() throws {
    var world = Fixtures.world()
    let (hash, code) = try world.requestCode(for: "+15550109999", route: .sms)
    #expect(throws: Refusal.phoneUnoccupied) {
      try world.checkCode(code.code, for: "+15550109999", hash: hash)
    }
    #expect(throws: Refusal.phoneInvalid) { try world.requestCode(for: "12", route: .sms) }
  }
}
