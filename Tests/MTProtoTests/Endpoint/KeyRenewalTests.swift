import Testing

@testable import MTProto

/// A temporary key gives way to the next before it expires.
@Suite struct KeyRenewalTests {
  private func ready() throws -> EndpointRig {
    var rig = try EndpointRig()
    let id = rig.call(1)
    rig.connect()
    #expect(rig.isAnswered(id))
    return rig
  }

  @Test(
    "The key is renewed an hour before it expires, initConnection repeated, nothing lost [mtproto 24]"
  )
  func renewal() throws {
    var rig = try ready()
    let old = try #require(rig.temporaryKeys.first)
    let gaps = rig.gaps
    rig.pass(.seconds(82_700))
    #expect(rig.exchanges == 2)
    rig.pass(.seconds(200))
    #expect(rig.exchanges == 3 && rig.bindings == 2)
    let new = try #require(rig.client.credentials?.temporaryKey)
    #expect(new.key.id != old)
    #expect(rig.gaps == gaps + 1, "the new session asks for what it may have missed")
    let id = rig.call(2)
    rig.run()
    #expect(rig.isAnswered(id))
    #expect(rig.executed.last == .init(number: 2, key: new.key.id, isIntroduced: true))
    rig.pass(.seconds(4000))
    let later = rig.call(3)
    rig.run()
    #expect(rig.isAnswered(later))
    #expect(rig.closes.isEmpty)
    #expect(rig.usedKeys.isDisjoint(with: rig.permanentKeys))
    #expect(rig.conduct.isFlawless, "\(rig.conduct)")
  }

  @Test(
    "An open call keeps its key until it is answered; only when time presses does it move [mtproto 24]"
  )
  func renewalWithOpenCalls() throws {
    for isAnswered in [true, false] {
      var rig = try ready()
      let old = try #require(rig.temporaryKeys.first)
      rig.handler = { _ in nil }
      rig.pass(.seconds(82_700))
      let id = rig.call(2)
      rig.run()
      rig.pass(.seconds(300))
      #expect(rig.exchanges == 3 && rig.bindings == 1, "the new key waits")
      #expect(rig.client.credentials?.temporaryKey?.key.id == old)
      if isAnswered {
        rig.answer(0)
        rig.run()
        #expect(rig.isAnswered(id))
        #expect(rig.executedNumbers == [1, 2])
        #expect(rig.bindings == 2)
      } else {
        rig.pass(.seconds(1600))
        #expect(rig.bindings == 1)
        let held = rig.call(3)
        rig.run()
        #expect(rig.executedNumbers == [1, 2], "nothing new under the old key any more")
        rig.handler = { Rig.echo($0) }
        rig.pass(.seconds(900))
        #expect(rig.bindings == 2)
        #expect(rig.isAnswered(id) && rig.isAnswered(held))
      }
      #expect(rig.closes.isEmpty)
      #expect(rig.conduct.isFlawless, "\(rig.conduct)")
    }
  }

  @Test(
    "An exchange in advance that fails is tried again; meanwhile the old key serves [mtproto 24]")
  func failedRenewal() throws {
    var rig = try ready()
    rig.toServer = { Envelope.keyID(of: $0) != 0 }
    rig.pass(.seconds(83_500))
    #expect(rig.exchanges == 2)
    let id = rig.call(2)
    rig.run()
    #expect(rig.isAnswered(id))
    rig.toServer = { _ in true }
    rig.pass(.seconds(150))
    #expect(rig.exchanges == 3 && rig.bindings == 2)
    #expect(rig.closes.isEmpty)
  }
}
