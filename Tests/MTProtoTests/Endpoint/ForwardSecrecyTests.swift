import Cryptography
import TelegramSchema
import Testing

@testable import MTProto

/// Temporary keys: made, bound, kept, renewed, lost.
@Suite struct ForwardSecrecyTests {
  private func ready() throws -> EndpointRig {
    var rig = try EndpointRig()
    let id = rig.call(1)
    rig.connect()
    #expect(rig.isAnswered(id))
    return rig
  }

  @Test(
    "A temporary key is made and bound, and carries all calls; the permanent one none [mtproto 24]")
  func first() throws {
    let rig = try ready()
    #expect(rig.exchanges == 2)
    #expect(rig.bindings == 1)
    #expect(rig.usedKeys == Set(rig.temporaryKeys))
    #expect(rig.executed.map(\.isIntroduced) == [true])
    #expect(rig.client.credentials?.permanentKey.id == rig.permanentKeys.first)
    #expect(rig.client.credentials?.temporaryKey?.key.id == rig.temporaryKeys.first)
    #expect(rig.conduct.isFlawless, "\(rig.conduct)")
    // Three for each key, one for the binding, one for the call.
    #expect(rig.roundTripsBefore.values.first == 8)
  }

  @Test("Without forward secrecy the permanent key carries everything [mtproto 24]")
  func without() throws {
    var rig = try EndpointRig(life: nil)
    let id = rig.call(1)
    rig.connect()
    #expect(rig.isAnswered(id))
    #expect(rig.exchanges == 1 && rig.bindings == 0)
    #expect(rig.usedKeys == Set(rig.permanentKeys))
    #expect(rig.client.credentials?.temporaryKey == nil)
  }

  @Test(
    "A stored session is ready in one round trip after TCP's; two if the salt has changed [mtproto 24]"
  )
  func roundTrips() throws {
    let first = try ready()
    var rig = try first.restarted()
    let id = rig.call(2)
    rig.connect()
    #expect(rig.isAnswered(id))
    #expect(rig.exchanges == 0 && rig.bindings == 0)
    // With TCP's own, two of the three that are allowed.
    #expect(rig.roundTripsBefore[id] == 1)

    var salted = try first.restarted()
    salted.client.credentials?.temporaryKey?.salt = 1
    let late = salted.call(3)
    salted.connect()
    #expect(salted.isAnswered(late))
    #expect(salted.roundTripsBefore[late] == 2)
    #expect(salted.client.credentials?.temporaryKey?.salt != 1)
  }

  @Test("A stored key that has expired is not used: another one is made [mtproto 24]")
  func expired() throws {
    let first = try ready()
    var rig = try first.restarted()
    rig.moment = rig.moment.advanced(by: .seconds(86_500))
    let id = rig.call(2)
    rig.connect()
    #expect(rig.isAnswered(id))
    #expect(rig.exchanges == 1 && rig.bindings == 1)
    #expect(rig.closes.isEmpty)
    let old = try #require(first.temporaryKeys.first)
    #expect(!rig.usedKeys.contains(old))
  }

  @Test(
    "A key that the server forgot (-404) is made anew; the permanent one is kept [mtproto 22, 24]")
  func forgottenByServer() throws {
    var rig = try ready()
    let permanent = rig.client.credentials?.permanentKey
    for id in rig.temporaryKeys { rig.keys[id] = nil }
    rig.sessions = [:]
    let id = rig.call(2)
    rig.run()
    #expect(!rig.isConnected)
    #expect(rig.client.credentials?.temporaryKey == nil)
    rig.connect()
    #expect(rig.isAnswered(id))
    #expect(rig.executedNumbers == [1, 2])
    #expect(rig.client.credentials?.permanentKey == permanent)
    #expect(rig.bindings == 2)
  }

  @Test("A binding that the server forgot is made again, and the call repeated [mtproto 24]")
  func forgottenBinding() throws {
    var rig = try ready()
    for id in rig.temporaryKeys { rig.keys[id]?.owner = nil }
    let ids = [rig.call(2), rig.call(3)]
    rig.run()
    #expect(ids.allSatisfy { rig.isAnswered($0) })
    #expect(rig.bindings == 2 && rig.exchanges == 2)
    #expect(rig.executed.dropFirst().map(\.isIntroduced) == [true, true])
  }

  @Test(
    "The server does not know the permanent key any more: told after three refusals [mtproto 24]")
  func unknownPermanentKey() throws {
    var rig = try EndpointRig()
    rig.bindingRefusals = .init(repeating: "ENCRYPTED_MESSAGE_INVALID", count: 3)
    let id = rig.call(1)
    for attempt in 1...3 {
      #expect(!rig.client.isForgotten)
      rig.connect()
      #expect(rig.closes.count == attempt)
    }
    #expect(rig.client.isForgotten)
    #expect(rig.client.credentials?.permanentKey.id == rig.permanentKeys.first)
    #expect(rig.results[id] == nil)
  }

  @Test("Another refusal is no verdict on the permanent key: it is tried with another [mtproto 24]")
  func refusedBinding() throws {
    var rig = try EndpointRig()
    rig.bindingRefusals = .init(repeating: "INTERNAL_SERVER_ERROR", count: 5)
    let id = rig.call(1)
    for _ in 0..<6 { rig.connect() }
    #expect(!rig.client.isForgotten)
    #expect(rig.isAnswered(id))
    #expect(rig.executedNumbers == [1])
  }

  @Test(
    "Cuts and losses at any moment of making, binding and renewing: each call once [mtproto 20, 24]"
  )
  func cuts() throws {
    for seed in 0..<25 as Range<UInt64> {
      var rig = try EndpointRig(seed: seed)
      var random = RandomSource.seeded(seed)
      var ids: [CallID] = []
      for round in 0..<14 {
        ids.append(rig.call(Int32(round)))
        var left = Int.random(in: 0..<7, using: &random)
        let toServer = Bool.random(using: &random)
        let allows: ([UInt8]) -> Bool = { _ in
          left -= 1
          return left >= 0
        }
        rig.toServer = toServer ? allows : { _ in true }
        rig.toClient = toServer ? { _ in true } : allows
        rig.reconnect()
        if round == 9 { rig.advance(by: .seconds(82_900)) }
        rig.advance(by: .seconds(5))
      }
      rig.toServer = { _ in true }
      rig.toClient = { _ in true }
      rig.reconnect()
      rig.pass(.seconds(200))
      #expect(ids.allSatisfy { rig.isAnswered($0) }, "seed \(seed)")
      #expect(rig.executedNumbers.sorted() == Array(0..<14), "seed \(seed)")
      #expect(rig.usedKeys.isDisjoint(with: rig.permanentKeys), "seed \(seed)")
      let conduct = rig.conduct.excusing([.ackMissing])
      #expect(conduct.isFlawless, "seed \(seed): \(conduct)")
    }
  }

  @Test("A second connection goes on under the first one's keys, and makes none [mtproto 24]")
  func sharedKeys() throws {
    for isForgotten in [true, false] {
      var first = try ready()
      var second = try first.restarted(makesKeys: false)
      let id = second.call(2)
      second.connect()
      #expect(second.isAnswered(id))
      #expect(
        second.client.credentials?.temporaryKey?.key == first.client.credentials?.temporaryKey?.key)
      // The server forgets the key, or only what it is bound to.
      let old = try #require(first.temporaryKeys.first)
      first.keys[old]?.owner = nil
      second.keys[old]?.owner = nil
      if isForgotten { second.keys[old] = nil }
      let waiting = second.call(3)
      second.run()
      #expect(second.lostKeys == 1)
      #expect(second.results[waiting] == nil)
      #expect(second.bindings == 0 && second.exchanges == 0)
      // The first one notices as soon as it calls, and others go on under its next key.
      if isForgotten { first.keys[old] = nil }
      let own = first.call(4)
      first.run()
      if !first.isConnected { first.connect() }
      #expect(first.isAnswered(own))
      var third = try first.restarted(makesKeys: false)
      let again = third.call(3)
      third.connect()
      #expect(third.isAnswered(again))
      #expect(third.bindings == 0 && third.exchanges == 0 && third.lostKeys == 0)
      third.cut()
      third.moment = third.moment.advanced(by: .seconds(90_000))
      third.connect()
      #expect(third.lostKeys == 1, "it has expired")
      #expect(third.exchanges == 0)
    }
  }

  @Test("A call that is given up while it waits for keys is never sent [mtproto 24]")
  func cancelled() throws {
    var rig = try EndpointRig()
    let id = rig.call(1)
    #expect(!rig.client.wasSent(id))
    rig.client.cancel(id)
    let other = rig.call(2)
    rig.connect()
    #expect(rig.executedNumbers == [2])
    #expect(rig.isAnswered(other))
    #expect(rig.client.pendingCalls == 0)
  }

  @Test("An exchange without an answer is given up after a minute [mtproto 7]")
  func silentExchange() throws {
    var rig = try EndpointRig()
    rig.toClient = { _ in false }
    rig.connect()
    #expect(rig.client.nextWake == rig.moment.monotonic.rounded + .seconds(60))
    rig.advance(by: .seconds(61))
    #expect(rig.closes == [.session(.silentPeer)])
    rig.toClient = { _ in true }
    let id = rig.call(1)
    rig.connect()
    #expect(rig.isAnswered(id))
  }
}

extension Duration {
  /// Whole seconds, and so without the milliseconds that a rig creeps on by.
  fileprivate var rounded: Duration { .seconds(components.seconds) }
}
