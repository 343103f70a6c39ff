import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

/// Notices that come late, or without having been asked for: they must not move the state back.
@Suite struct FreshnessTests {
  private func badSalt(_ id: Int64, _ salt: Int64) -> [UInt8] {
    MT.BadMsgNotification.badServerSalt(
      .init(badMsgId: id, badMsgSeqno: 1, errorCode: 48, newServerSalt: salt)
    ).encoded()
  }

  private func refusal(_ id: Int64, _ code: Int32) -> [UInt8] {
    MT.BadMsgNotification.badMsgNotification(.init(badMsgId: id, badMsgSeqno: 1, errorCode: code))
      .encoded()
  }

  /// A rig with an open call.
  private func waiting() -> Rig {
    var rig = Rig()
    rig.handler = { _ in nil }
    rig.connect()
    rig.call(1)
    rig.run()
    rig.advance(by: .seconds(40))
    return rig
  }

  @Test(
    "A bad_server_salt that a later one has overtaken does not bring its salt back [mtproto 14]")
  func overtakenSalt() {
    var rig = waiting()
    rig.toServer = { _ in nil }
    let now = MessageID.first(at: rig.moment.unix)
    rig.forge(badSalt(rig.executed[0].messageID, 500), id: now | 1, sequenceNumber: 0)
    rig.run()
    #expect(rig.client.salt == 500)
    let other = rig.clientMessages.last?.messageID ?? 0
    rig.forge(badSalt(other, 400), id: now - 4000 | 1, sequenceNumber: 0)
    rig.run()
    #expect(rig.client.salt == 500)
  }

  @Test("A server that insists on a salt by an earlier clock is followed at last [mtproto 13, 14]")
  func saltByAnEarlierClock() {
    var rig = waiting()
    rig.toServer = { _ in nil }
    let now = MessageID.first(at: rig.moment.unix)
    rig.forge(badSalt(rig.executed[0].messageID, 500), id: now | 1, sequenceNumber: 0)
    rig.run()
    #expect(rig.client.salt == 500)
    for earlier: Int64 in [4000, 3000, 2000] {
      #expect(rig.client.clock.isSynchronised)
      let open = rig.clientMessages.last?.messageID ?? 0
      rig.forge(badSalt(open, 400), id: now - earlier | 1, sequenceNumber: 0)
      rig.run()
    }
    #expect(!rig.client.clock.isSynchronised, "nothing is believed any more of its time")
    rig.toServer = { $0 }
    rig.reconnect()
    #expect(rig.client.salt == 77, "which is what the server really wants")
  }

  @Test("Who calls is told again to a server that has forgotten the session [mtproto 18]")
  func forgottenSession() {
    var rig = Rig(introduction: [9, 9, 9, 9])
    rig.handler = { _ in Rig.value(Rig.response, 1) }
    rig.connect()
    for number in 1...2 {
      rig.call(Int32(number))
      rig.run()
    }
    rig.forge(MT.NewSession(firstMsgId: .max, uniqueId: 5, serverSalt: 77).encoded())
    rig.run()
    for number in 3...4 {
      rig.call(Int32(number))
      rig.run()
    }
    let introduced = rig.executed.map { $0.body.starts(with: [9, 9, 9, 9]) }
    #expect(introduced == [true, false, true, false])
  }

  @Test("A refusal of an id that was given up moves neither salt nor session [mtproto 14, 15]")
  func staleRefusals() {
    var rig = waiting()
    let old = rig.executed[0].messageID
    rig.forge(refusal(old, 18), sequenceNumber: 0)
    rig.run()
    #expect(rig.executed.count == 2, "sent again under another id")
    let session = rig.client.sessionID
    rig.forge(refusal(old, 32), sequenceNumber: 0)
    rig.forge(badSalt(old, 666), id: MessageID.first(at: rig.moment.unix) + 9, sequenceNumber: 0)
    rig.run()
    #expect(rig.client.sessionID == session)
    #expect(rig.client.salt == 77)
    #expect(rig.executed.count == 2)
  }

  @Test(
    "A refusal for a wrong clock that a later one has overtaken does not move it back [mtproto 13]")
  func overtakenClock() {
    var rig = waiting()
    rig.toServer = { _ in nil }
    let now = rig.moment.unix
    rig.forge(
      refusal(rig.executed[0].messageID, 16), id: MessageID.first(at: now + .seconds(20)) | 1,
      sequenceNumber: 0)
    rig.run()
    let ahead = rig.client.clock.now(rig.clientMoment)
    #expect(ahead > now + .seconds(19))
    let other = rig.clientMessages.last?.messageID ?? 0
    rig.forge(
      refusal(other, 16), id: MessageID.first(at: now - .seconds(100)) | 1, sequenceNumber: 0)
    rig.run()
    #expect(rig.client.clock.now(rig.clientMoment) >= ahead)
  }

  @Test("Where the server's clock goes back, a new session begins; no id comes twice [mtproto 13]")
  func clockGoesBack() {
    var rig = Rig()
    rig.connect()
    rig.call(1)
    rig.run()
    #expect(rig.executed.count == 1)
    let session = rig.client.sessionID
    rig.handler = { _ in nil }
    rig.call(2)
    rig.run()
    let open = rig.executed[1].messageID
    let now = MessageID.first(at: rig.moment.unix - .seconds(3600))
    rig.toServer = { _ in nil }
    rig.forge(refusal(open, 17), id: now | 1, sequenceNumber: 0)
    rig.run()
    #expect(rig.client.sessionID != session)
    #expect(rig.client.clock.now(rig.clientMoment) < rig.moment.unix - .seconds(3500))
    #expect(rig.client.pendingCalls == 1)
    // An answer to the old id is nobody's.
    rig.forge(
      MT.RpcResult(reqMsgId: open, result: .init(encoded: Rig.value(Rig.response, 1))).encoded(),
      id: now + 8 | 1)
    rig.run()
    #expect(rig.client.pendingCalls == 1)
  }

  @Test("A refusal 17 that the clock does not bear out costs a new id, above the old [mtproto 13]")
  func refusedWithoutReason() {
    var rig = waiting()
    let session = rig.client.sessionID
    let old = rig.executed[0].messageID
    rig.forge(refusal(old, 17), sequenceNumber: 0)
    rig.run()
    #expect(rig.client.sessionID == session)
    #expect(rig.executed.count == 2)
    #expect(rig.executed.last.map { $0.messageID > old } == true)
  }

  @Test("A refusal is believed in a container too, with all that came in it [mtproto 13, 18]")
  func refusalInContainer() {
    // As after a start with an offset that was stored while the server's clock was wrong: it opens a
    // session and refuses the first packet in one breath.
    var rig = Rig()
    rig.client.clock.synchronise(
      serverTime: rig.moment.unix - .seconds(620), at: rig.clientMoment)
    rig.connect()
    let id = rig.call(1)
    rig.run()
    #expect(rig.result(of: id) != nil)
    #expect(abs((rig.client.clock.now(rig.clientMoment) - rig.moment.unix).components.seconds) < 2)
    rig.advance(by: .seconds(31))
    let opened = rig.serverItems.compactMap { item -> Int64? in
      guard case .message(let message) = item, case .newSession? = try? ServiceMessage(message.body)
      else { return nil }
      return message.id
    }
    #expect(opened.count == 1)
    #expect(Set(rig.acknowledged).isSuperset(of: opened), "it was heard, and not told again")
    rig.advance(by: .seconds(61))
    rig.call(2)
    rig.run()
    #expect(rig.server.report.excusing([.idTooOld]).isFlawless, "\(rig.server.report)")
  }

  @Test("An unknown clock follows what speaks of our messages, and nothing else [mtproto 10, 13]")
  func unknownClock() {
    var rig = Rig(synchronised: false)
    rig.toClient = { _ in nil }
    rig.connect()
    let id = rig.call(1)
    rig.run()
    // As a server may push it to the session before it answers; by the wall clock it is impossible.
    rig.forge(
      Rig.value(0x3333_3333, 1), id: MessageID.first(at: rig.moment.unix + .seconds(60)) | 3)
    rig.forge(Rig.value(0x3333_3333, 2))
    rig.run()
    #expect(rig.updates == [Rig.value(0x3333_3333, 2)])
    #expect(!rig.client.clock.isSynchronised)
    rig.toClient = { $0 }
    rig.reconnect()
    #expect(rig.result(of: id) != nil)
    #expect(rig.client.clock.isSynchronised)
    // What a test has made up is unknown to the server.
    #expect(rig.server.report.excusing([.ackUnknown]).isFlawless, "\(rig.server.report)")
  }

  @Test("A clock that was corrected is reported, so that it is stored; a small correction is not")
  func clockToStore() {
    var rig = Rig(synchronised: false)
    rig.connect()
    #expect(rig.client.clock.isSynchronised)
    #expect(rig.clockChanges == 0)
    rig = Rig(skew: .seconds(3600), synchronised: false)
    rig.connect()
    #expect(rig.clockChanges == 1)
    rig = waiting()
    rig.toServer = { _ in nil }
    rig.forge(
      refusal(rig.executed[0].messageID, 16),
      id: MessageID.first(at: rig.moment.unix + .seconds(700)) | 1, sequenceNumber: 0)
    rig.run()
    #expect(rig.clockChanges == 1)
  }

  @Test("Impossible times are counted over connections [mtproto 10]")
  func impossibleTimesOverConnections() {
    var rig = waiting()
    let later = rig.moment.unix + .seconds(7200)
    for number in 0..<8 {
      rig.cut()
      rig.toServer = { _ in nil }
      rig.connect()
      rig.forge(Rig.value(0x3333_3333, 1), id: MessageID.first(at: later + .seconds(number)) | 1)
      rig.run()
    }
    #expect(rig.closes == [.clockLost])
  }

  @Test(
    "What comes beside a refusal 32 belongs to the old session: heard, not acknowledged in the new one"
  )
  func besideTheEndOfASession() {
    var rig = Rig()
    rig.handler = { _ in nil }
    rig.connect()
    let first = rig.call(1)
    rig.run()
    let second = rig.call(2)
    rig.run()
    let session = rig.client.sessionID
    let now = MessageID.first(at: rig.moment.unix)
    let answer = MT.RpcResult(
      reqMsgId: rig.executed[1].messageID, result: .init(encoded: Rig.value(Rig.response, 2)))
    rig.handler = { Rig.echo($0.body) }
    rig.forge(
      Rig.container([
        (now + 1, 0, refusal(rig.executed[0].messageID, 32)), (now + 5, 1, answer.encoded()),
        (now + 9, 3, Rig.value(0x3333_3333, 1)),
      ]), id: now + 13, sequenceNumber: 4)
    rig.run()
    #expect(rig.client.sessionID != session)
    #expect(rig.updates.count == 1)
    #expect(rig.result(of: second) == Rig.value(Rig.response, 2))
    #expect(rig.result(of: first) != nil)
    #expect(rig.executedNumbers == [1, 2, 1], "what was answered is not done again")
    rig.advance(by: .seconds(31))
    #expect(!rig.acknowledged.contains(now + 5))
    #expect(rig.server.report.isFlawless, "\(rig.server.report)")
  }

  @Test("A container from an impossible time that refuses what is not ours is ignored [mtproto 10]")
  func foreignRefusalInContainer() {
    var rig = waiting()
    let late = MessageID.first(at: rig.moment.unix + .seconds(620)) | 1
    rig.forge(
      Rig.container([
        (late - 8, 0, refusal(rig.executed[0].messageID + 4000, 16)),
        (late - 4, 1, Rig.value(0x3333_3333, 1)),
      ]), id: late, sequenceNumber: 2)
    rig.run()
    #expect(rig.updates.isEmpty)
    #expect(!rig.acknowledged.contains(late - 4))
  }

  @Test("new_session_created that a later one has overtaken changes nothing [mtproto 18]")
  func overtakenSession() {
    var rig = waiting()
    let now = MessageID.first(at: rig.moment.unix)
    rig.forge(MT.NewSession(firstMsgId: 8, uniqueId: 5, serverSalt: 77).encoded(), id: now | 1)
    rig.run()
    let gaps = rig.gaps
    rig.forge(
      MT.NewSession(firstMsgId: .max, uniqueId: 6, serverSalt: 3).encoded(), id: now - 4000 | 1)
    rig.run()
    #expect(rig.gaps == gaps)
    #expect(rig.client.salt == 77)
    #expect(rig.executed.count == 1)
    rig.advance(by: .seconds(31))
    #expect(rig.acknowledged.contains(now | 1), "both are acknowledged all the same")
    #expect(rig.acknowledged.contains(now - 4000 | 1))
  }

  @Test("future_salts that nobody asked for are not taken [mtproto 14]")
  func uninvitedSalts() {
    var rig = waiting()
    let now = Int32(rig.moment.unix.components.seconds)
    rig.forge(
      MT.FutureSalts(
        reqMsgId: rig.executed[0].messageID, now: now,
        salts: [MT.FutureSalt(validSince: now - 5, validUntil: now + 3600, salt: 666)]
      ).encoded(), sequenceNumber: 0)
    rig.run()
    rig.call(2)
    rig.run()
    #expect(rig.client.salt == 77)
  }

  @Test(
    "Salts that were announced and turn out wrong are forgotten, and asked for again [mtproto 14]")
  func wrongAnnouncement() {
    var rig = Rig()
    let now = rig.moment.unix
    rig.server.futureSalts = [
      FutureSalt(validSince: now + .seconds(3600), validUntil: now + .seconds(7200), salt: 88)
    ]
    rig.connect()
    rig.call(1)
    rig.run()
    rig.advance(by: .seconds(30))
    #expect(rig.client.salts.hasFuture)
    rig.server.salt = 1234
    rig.server.futureSalts = [
      FutureSalt(validSince: now + .seconds(100), validUntil: now + .seconds(7200), salt: 99)
    ]
    let id = rig.call(2)
    rig.run()
    #expect(rig.result(of: id) != nil)
    for _ in 0..<5 { rig.advance(by: .seconds(20)) }
    let late = rig.call(3)
    rig.run()
    #expect(rig.result(of: late) != nil)
    #expect(rig.client.salt == 99)
    #expect(rig.salts == [1234, 99])
  }

  @Test("msgs_all_info that denies a message makes us ask, not send again [mtproto 19]")
  func unaskedInfo() {
    var rig = waiting()
    let id = rig.executed[0].messageID
    rig.forge(MT.MsgsAllInfo(msgIds: [id], info: [3]).encoded(), sequenceNumber: 0)
    rig.run()
    #expect(rig.executed.count == 1)
    let questions = rig.clientItems.filter { item in
      guard case .message(let message) = item,
        case .stateRequest([id])? = try? ServiceMessage(message.body)
      else { return false }
      return true
    }
    #expect(questions.count == 1)
    rig.server.answer(id, with: Rig.value(Rig.response, 1))
    rig.run()
    #expect(rig.client.pendingCalls == 0)
  }

  @Test("A new session after 32 or 33 begins with the introduction again [mtproto 15]")
  func introduction() {
    var rig = Rig(introduction: [9, 9, 9, 9])
    rig.handler = { _ in Rig.value(Rig.response, 1) }
    rig.connect()
    rig.call(1)
    rig.run()
    rig.handler = { _ in nil }
    rig.call(2)
    rig.run()
    rig.handler = { _ in Rig.value(Rig.response, 1) }
    rig.forge(refusal(rig.executed[1].messageID, 33), sequenceNumber: 0)
    rig.run()
    #expect(rig.executed.map { $0.body.starts(with: [9, 9, 9, 9]) } == [true, false, true])
    rig.call(3)
    rig.run()
    #expect(rig.executed.count == 4)
    #expect(rig.executed.last?.body == Rig.value(Rig.request, 3))
  }
}
