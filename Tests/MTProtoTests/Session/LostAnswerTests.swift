import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

/// Answers and updates that the server has sent and that have not arrived: told of, asked for.
@Suite struct LostAnswerTests {
  @Test(
    "An answer lost on a living connection is asked for, and the call not repeated [mtproto 19, 20]"
  )
  func askedFor() {
    var rig = Rig()
    rig.connect()
    rig.advance(by: .seconds(20))
    rig.toClient = { _ in nil }
    let id = rig.call(1)
    rig.run()
    rig.toClient = { $0 }
    #expect(rig.executedNumbers == [1])
    for _ in 0..<13 { rig.advance(by: .seconds(10)) }
    #expect(rig.result(of: id) == Rig.value(Rig.response, 1))
    #expect(rig.executedNumbers == [1])
    #expect(rig.closes.isEmpty)
    let requests = rig.clientItems.filter { item in
      guard case .message(let message) = item,
        case .resendAnswers([rig.executed[0].messageID])? = try? ServiceMessage(message.body)
      else { return false }
      return true
    }
    #expect(requests.count == 1)
  }

  @Test("A call that takes long is asked about, and nothing more [mtproto 19]")
  func slowCall() {
    var rig = Rig()
    rig.handler = { _ in nil }
    rig.connect()
    let id = rig.call(1)
    rig.run()
    for _ in 0..<30 { rig.advance(by: .seconds(10)) }
    #expect(rig.executedNumbers == [1])
    let states = rig.serverItems.compactMap { item -> [UInt8]? in
      guard case .message(let message) = item,
        case .stateInfo(_, let states)? = try? ServiceMessage(message.body)
      else { return nil }
      return states
    }
    #expect(!states.isEmpty && states.allSatisfy { $0 == [4 | 32] })
    rig.server.answer(rig.executed[0].messageID, with: Rig.value(Rig.response, 1))
    rig.run()
    #expect(rig.result(of: id) != nil)
    #expect(rig.server.report.isFlawless)
  }

  @Test("A long answer that was lost is described, asked for, and comes once [mtproto 19]")
  func describedAnswer() {
    var rig = Rig()
    let long = Rig.value(Rig.response, 1, size: 40_000)
    rig.handler = { _ in long }
    rig.connect()
    rig.toClient = { _ in nil }
    let id = rig.call(1)
    rig.run()
    rig.toClient = { $0 }
    rig.forge(
      MT.MsgResendReq.msgResendReq(.init(msgIds: [rig.executed[0].messageID])).encoded(),
      sequenceNumber: 0)
    rig.run()
    #expect(rig.result(of: id) == long)
    #expect(rig.executed.count == 1)
    var kinds: [String] = []
    for case .message(let message) in rig.serverItems {
      if case .detailedInfo? = try? ServiceMessage(message.body) { kinds.append("described") }
      if case .result? = try? ServiceMessage(message.body) { kinds.append("sent") }
    }
    #expect(kinds == ["sent", "described", "sent"])
    let requests = rig.clientItems.filter { item in
      guard case .message(let message) = item else { return false }
      if case .resendRequest? = try? ServiceMessage(message.body) { return true }
      return false
    }
    #expect(requests.count == 1)
  }

  @Test(
    "msg_new_detailed_info: what was not seen is asked for, what was is acknowledged [mtproto 19]")
  func newDetailedInfo() throws {
    var rig = Rig()
    rig.connect()
    rig.advance(by: .seconds(31))
    rig.toClient = { _ in nil }
    rig.server.push(Rig.value(0x3333_3333, 1))
    rig.run()
    rig.toClient = { $0 }
    let push = try #require(rig.server.unacknowledged.all.last)
    let info = MT.MsgDetailedInfo.msgNewDetailedInfo(
      .init(answerMsgId: push.id, bytes: 8, status: 0)
    ).encoded()
    rig.forge(info, sequenceNumber: 0)
    rig.run()
    #expect(rig.updates == [Rig.value(0x3333_3333, 1)])
    rig.advance(by: .seconds(31))
    let acks = rig.acknowledged.filter { $0 == push.id }.count
    rig.forge(info, sequenceNumber: 0)
    rig.run()
    rig.advance(by: .seconds(31))
    #expect(rig.updates.count == 1)
    #expect(rig.acknowledged.filter { $0 == push.id }.count == acks + 1)
    // An id that no server makes is not asked for.
    let before = rig.clientMessages.count
    rig.forge(
      MT.MsgDetailedInfo.msgNewDetailedInfo(.init(answerMsgId: 8, bytes: 8, status: 0)).encoded(),
      sequenceNumber: 0)
    rig.run()
    #expect(rig.clientMessages.count == before)
  }
}
