import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

/// Clocks, salts, refusals, cuts: what must not lose or double a call.
@Suite struct RecoveryTests {
  // MARK: Clock

  @Test(
    "A wall clock an hour off: the call is executed exactly once [mtproto 13]",
    arguments: [Duration.seconds(3600), .seconds(-3600), .seconds(86400 * 400)])
  func wrongClock(skew: Duration) {
    var rig = Rig(skew: skew, synchronised: false)
    let id = rig.call(1)
    rig.connect()
    #expect(rig.executedNumbers == [1])
    #expect(rig.result(of: id) != nil)
    let later = rig.call(2)
    rig.run()
    #expect(rig.result(of: later) != nil)
    #expect(rig.client.clock.isSynchronised)
    let offset = rig.client.clock.now(rig.clientMoment) - rig.moment.unix
    #expect(offset < .seconds(1) && offset > .seconds(-1))
  }

  @Test("Ids rise though the wall clock jumps back [mtproto 13]")
  func clockJump() {
    var rig = Rig(synchronised: false)
    rig.connect()
    rig.call(1)
    rig.run()
    rig.skew = .seconds(-7200)
    let id = rig.call(2)
    rig.run()
    #expect(rig.result(of: id) != nil)
    let ids = rig.clientMessages.map(\.messageID)
    #expect(ids == ids.sorted())
    #expect(rig.server.report.isFlawless)

    var generator = MessageIDGenerator()
    let first = generator.next(.client, at: .seconds(1_700_000_000))
    let second = generator.next(.client, at: .seconds(1_600_000_000))
    let third = generator.next(.client, at: .seconds(1_600_000_000))
    #expect(first < second && second < third)
  }

  @Test("An id tells its time, in units of 2^-32 s, with the low bits for its kind")
  func messageIDs() {
    let time: Duration = .seconds(1_700_000_000) + .milliseconds(500)
    #expect(MessageID.first(at: time) == 1_700_000_000 << 32 | 1 << 31)
    #expect(MessageID.time(of: MessageID.first(at: time)) == time)
    var generator = MessageIDGenerator()
    #expect(generator.next(.client, at: time) & 3 == 0)
    #expect(generator.next(.serverAnswer, at: time) & 3 == 1)
    #expect(generator.next(.serverNotice, at: time) & 3 == 3)
    #expect(MessageID.first(at: .seconds(-5)) == 0)
  }

  // MARK: Salts

  @Test(
    "A wrong salt: the new one is adopted, announced, and each call sent once more [mtproto 14]")
  func wrongSalt() {
    var rig = Rig(salt: 5, clientSalt: 4)
    let ids = [rig.call(1), rig.call(2)]
    rig.connect()
    #expect(rig.executedNumbers == [1, 2])
    #expect(ids.allSatisfy { rig.result(of: $0) != nil })
    #expect(rig.client.salt == 5)
    #expect(rig.salts == [5])
    #expect(rig.clientMessages.filter { $0.salt == 4 }.count == 1)
  }

  @Test("A salt that changes in mid-session costs one resend [mtproto 14]")
  func changedSalt() {
    var rig = Rig()
    rig.connect()
    rig.call(1)
    rig.run()
    rig.server.salt = 123
    let id = rig.call(2)
    rig.run()
    #expect(rig.executedNumbers == [1, 2])
    #expect(rig.result(of: id) != nil)
    #expect(rig.client.salt == 123)
  }

  @Test("bad_server_salt for a message that we never sent is ignored [mtproto 14]")
  func strayBadSalt() {
    var rig = Rig()
    rig.connect()
    rig.forge(
      MT.BadMsgNotification.badServerSalt(
        .init(badMsgId: 4000, badMsgSeqno: 1, errorCode: 48, newServerSalt: 666)
      ).encoded(), sequenceNumber: 0)
    rig.run()
    #expect(rig.client.salt == 77)
  }

  @Test("Future salts are fetched, and used when their time comes [mtproto 14]")
  func futureSalts() {
    var rig = Rig()
    let now = rig.moment.unix
    rig.server.futureSalts = [
      FutureSalt(validSince: now + .seconds(600), validUntil: now + .seconds(4200), salt: 88),
      FutureSalt(validSince: now + .seconds(4200), validUntil: now + .seconds(7800), salt: 99),
    ]
    rig.connect()
    rig.call(1)
    rig.run()
    rig.advance(by: .seconds(30))
    #expect(rig.client.salts.hasFuture)
    for _ in 0..<23 { rig.advance(by: .seconds(30)) }
    let id = rig.call(2)
    rig.run()
    #expect(rig.result(of: id) != nil)
    #expect(rig.client.salt == 88)
    #expect(rig.salts == [88])
    let refusals = rig.serverItems.filter { item in
      guard case .message(let message) = item else { return false }
      if case .badSalt? = try? ServiceMessage(message.body) { return true }
      return false
    }
    #expect(refusals.isEmpty)
  }

  // MARK: Refusals

  private func refuse(_ rig: inout Rig, _ id: Int64, code: Int32) {
    rig.forge(
      MT.BadMsgNotification.badMsgNotification(
        .init(badMsgId: id, badMsgSeqno: 1, errorCode: code)
      ).encoded(), sequenceNumber: 0)
  }

  @Test(
    "Refused three times for its own sake, a call fails; there is no loop [mtproto 15]",
    arguments: [18, 19, 34, 35, 64, 20, 99])
  func repeatedRefusal(code: Int32) throws {
    var rig = Rig()
    rig.handler = { _ in nil }
    rig.connect()
    let id = rig.call(1)
    rig.run()
    for attempt in 1...3 {
      #expect(rig.results[id] == nil)
      #expect(rig.executed.count == attempt)
      refuse(&rig, try #require(rig.executed.last).messageID, code: code)
      rig.run()
    }
    #expect(rig.failure(of: id) == .session(SessionError(code: .refused(code))))
    #expect(rig.executed.count == 3)
  }

  @Test("A server that refuses the salt for ever does not make us send for ever [mtproto 14]")
  func endlessBadSalt() throws {
    var rig = Rig()
    rig.handler = { _ in nil }
    rig.connect()
    let id = rig.call(1)
    rig.run()
    for round in 0..<40 {
      guard rig.results[id] == nil else { break }
      rig.forge(
        MT.BadMsgNotification.badServerSalt(
          .init(
            badMsgId: try #require(rig.executed.last).messageID, badMsgSeqno: 1, errorCode: 48,
            newServerSalt: 77)
        ).encoded(), sequenceNumber: 0)
      rig.run()
      #expect(round < 30)
    }
    #expect(rig.failure(of: id) != nil)
  }

  @Test(
    "Wrong sequence numbers: a new session, into which open calls move [mtproto 15]",
    arguments: [32, 33])
  func newSession(code: Int32) {
    var rig = Rig()
    rig.handler = { _ in nil }
    rig.connect()
    let id = rig.call(1)
    rig.run()
    let old = rig.client.sessionID
    rig.handler = { Rig.echo($0.body) }
    refuse(&rig, rig.executed[0].messageID, code: code)
    rig.run()
    #expect(rig.client.sessionID != old)
    #expect(rig.result(of: id) != nil)
    #expect(rig.gaps == 2)
  }

  @Test("An invalid container: its calls go out again one by one [mtproto 16]")
  func invalidContainer() throws {
    var rig = Rig()
    rig.handler = { _ in nil }
    let ids = [rig.call(1), rig.call(2)]
    rig.connect()
    rig.handler = { Rig.echo($0.body) }
    let container = try #require(rig.clientMessages.first).messageID
    let before = rig.clientMessages.count
    refuse(&rig, container, code: 64)
    rig.run()
    #expect(ids.allSatisfy { rig.result(of: $0) != nil })
    for message in rig.clientMessages[before...].prefix(3) {
      let isContainerOfCalls = Rig.items(message).contains { item in
        if case .container(_, _, let children) = item { return children.count > 1 }
        return false
      }
      #expect(!isContainerOfCalls || Rig.items(message).count <= 3)
    }
  }

  // MARK: Cuts

  @Test("The answer is lost with the connection: one execution, one result [mtproto 20]")
  func lostAnswer() {
    var rig = Rig()
    rig.connect()
    rig.toClient = { _ in nil }
    let id = rig.call(1)
    rig.run()
    #expect(rig.executedNumbers == [1])
    #expect(rig.results[id] == nil)
    rig.toClient = { $0 }
    rig.reconnect()
    #expect(rig.result(of: id) == Rig.value(Rig.response, 1))
    #expect(rig.executedNumbers == [1])
  }

  @Test("The call is lost with the connection: it is executed after the next one [mtproto 20]")
  func lostCall() {
    var rig = Rig()
    rig.connect()
    rig.toServer = { _ in nil }
    let id = rig.call(1)
    rig.run()
    rig.toServer = { $0 }
    rig.reconnect()
    #expect(rig.executedNumbers == [1])
    #expect(rig.result(of: id) != nil)
    #expect(rig.server.report.isFlawless)
  }

  @Test("Acknowledged, then cut: the answer comes later, and only once [mtproto 20]")
  func acknowledgedCall() {
    var rig = Rig()
    rig.handler = { _ in nil }
    rig.connect()
    let id = rig.call(1)
    rig.run()
    rig.reconnect()
    #expect(rig.executedNumbers == [1])
    rig.server.answer(rig.executed[0].messageID, with: Rig.value(Rig.response, 1))
    rig.run()
    #expect(rig.result(of: id) == Rig.value(Rig.response, 1))
    rig.reconnect()
    #expect(rig.results[id]?.count == 1)
    #expect(rig.executedNumbers == [1])
  }

  @Test("After an outage too long for a repeat the server is asked first [mtproto 20]")
  func longOutage() {
    for received in [true, false] {
      var rig = Rig(acknowledges: false)
      rig.handler = { _ in nil }
      rig.connect()
      if !received { rig.toServer = { _ in nil } }
      let id = rig.call(1)
      rig.run()
      rig.cut()
      rig.toServer = { $0 }
      rig.advance(by: .seconds(900))
      rig.handler = { Rig.echo($0.body) }
      rig.reconnect()
      if received {
        rig.server.answer(rig.executed[0].messageID, with: Rig.value(Rig.response, 1))
        rig.run()
      }
      #expect(rig.executedNumbers == [1])
      #expect(rig.result(of: id) != nil)
    }
  }

  @Test(
    "A message lost on a living connection is asked for after a minute, and sent again [mtproto 20]"
  )
  func lostInside() {
    var rig = Rig()
    rig.connect()
    rig.advance(by: .seconds(20))
    rig.toServer = { _ in nil }
    let id = rig.call(1)
    rig.run()
    rig.toServer = { $0 }
    for _ in 0..<13 { rig.advance(by: .seconds(10)) }
    #expect(rig.result(of: id) != nil)
    #expect(rig.executedNumbers == [1])
    #expect(rig.closes.isEmpty)
    // An acknowledgement was in what was lost.
    #expect(rig.server.report.excusing([.ackMissing]).isFlawless)
  }

  @Test("A hundred cuts at any packet: each call is executed once and answered once [B60]")
  func manyCuts() {
    for seed in 0..<100 as Range<UInt64> {
      var rig = Rig()
      var random = RandomSource.seeded(seed)
      rig.connect()
      let ids = (0..<12).map { rig.call(Int32($0)) }
      for _ in 0..<6 {
        let losses = (
          UInt8.random(in: 0..<3, using: &random), UInt8.random(in: 0..<3, using: &random)
        )
        rig.toServer = { losses.0 == 0 ? nil : $0 }
        rig.toClient = { losses.1 == 0 ? nil : $0 }
        rig.advance(by: .seconds(Int64.random(in: 0..<20, using: &random)))
        rig.cut()
        rig.reconnect()
      }
      rig.toServer = { $0 }
      rig.toClient = { $0 }
      rig.reconnect()
      #expect(rig.executedNumbers.sorted() == Array(0..<12), "seed \(seed)")
      #expect(ids.allSatisfy { rig.result(of: $0) != nil }, "seed \(seed)")
      #expect(rig.server.report.isFlawless, "seed \(seed)")
    }
  }

  @Test(
    "The server lost the session: unanswered calls before first_msg_id go out again [mtproto 18]")
  func serverForgot() {
    var rig = Rig()
    rig.handler = { _ in nil }
    rig.connect()
    let id = rig.call(1)
    rig.run()
    #expect(rig.gaps == 1)
    rig.cut()
    rig.server = ServerSession(key: rig.key, sessionID: rig.client.sessionID, salt: 909)
    rig.handler = { Rig.echo($0.body) }
    rig.connect()
    #expect(rig.result(of: id) != nil)
    #expect(rig.executedNumbers == [1, 1])
    #expect(rig.gaps == 2)
    #expect(rig.client.salt == 909)
  }

  @Test("new_session_created with a known unique_id changes nothing [mtproto 18]")
  func repeatedNewSession() {
    var rig = Rig()
    rig.connect()
    let gaps = rig.gaps
    let session = MT.NewSession(firstMsgId: 8, uniqueId: 5, serverSalt: 4)
    rig.forge(session.encoded(), id: MessageID.first(at: rig.moment.unix) | 1)
    rig.run()
    #expect(rig.gaps == gaps + 1)
    #expect(rig.client.salt == 4)
    let again = MT.NewSession(firstMsgId: 8, uniqueId: 5, serverSalt: 3)
    rig.forge(again.encoded(), id: MessageID.first(at: rig.moment.unix) | 1)
    rig.run()
    #expect(rig.gaps == gaps + 1)
  }
}
