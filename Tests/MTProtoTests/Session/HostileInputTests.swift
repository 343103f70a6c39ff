import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

/// Whatever arrives, nothing crashes, nothing grows without bounds, and honest calls still work.
@Suite struct HostileInputTests {
  /// Service messages with plausible and with absurd contents.
  private func bodies(_ random: inout RandomSource) -> [[UInt8]] {
    let id = random.int64()
    let ids = (0..<Int.random(in: 0..<20, using: &random)).map { _ in random.int64() }
    return [
      MT.MsgsAck(msgIds: ids).encoded(),
      MT.MsgsStateReq(msgIds: ids).encoded(),
      MT.MsgsStateInfo(reqMsgId: id, info: random.bytes(5)).encoded(),
      MT.MsgsAllInfo(msgIds: ids, info: random.bytes(ids.count)).encoded(),
      MT.MsgResendReq.msgResendReq(.init(msgIds: ids)).encoded(),
      MT.MsgDetailedInfo.msgNewDetailedInfo(.init(answerMsgId: id, bytes: 1, status: 2)).encoded(),
      MT.BadMsgNotification.badMsgNotification(
        .init(badMsgId: id, badMsgSeqno: 1, errorCode: Int32.random(in: 0..<70, using: &random))
      ).encoded(),
      MT.BadMsgNotification.badServerSalt(
        .init(badMsgId: id, badMsgSeqno: 1, errorCode: 48, newServerSalt: 1)
      ).encoded(),
      MT.Pong(msgId: id, pingId: id).encoded(),
      MT.RpcResult(reqMsgId: id, result: .init(encoded: random.bytes(8))).encoded(),
      MT.FutureSalts(reqMsgId: id, now: 1, salts: []).encoded(),
      MT.Methods.RpcDropAnswer(reqMsgId: id).encoded(),
      MT.Methods.PingDelayDisconnect(pingId: id, disconnectDelay: -5).encoded(),
      MT.Methods.GetFutureSalts(num: Int32.min).encoded(),
      MT.Methods.DestroySession(sessionId: id).encoded(),
      Rig.container([(id, 1, random.bytes(16)), (id, 2, MT.MsgsAck(msgIds: ids).encoded())]),
      random.bytes(4 * Int.random(in: 0..<30, using: &random)),
    ]
  }

  private func damaged(_ body: [UInt8], _ random: inout RandomSource) -> [UInt8] {
    var body = body
    for _ in 0..<Int.random(in: 0..<4, using: &random) where !body.isEmpty {
      body[Int.random(in: body.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    let words = body.count / 4
    return Array(body.prefix(4 * (Bool.random(using: &random) ? words : words / 2)))
  }

  @Test("A client fed thousands of damaged server messages goes on working [mtproto 9, 20]")
  func client() {
    var random = RandomSource.seeded(2024)
    var rig = Rig()
    rig.connect()
    for round in 0..<150 {
      for (index, body) in bodies(&random).enumerated() {
        let id = MessageID.first(at: rig.moment.unix + .milliseconds(index)) | 1
        rig.forge(damaged(body, &random), id: id, sequenceNumber: Int32(round * 2 + index % 2))
        _ = rig.client.poll(at: rig.clientMoment)
      }
      rig.moment = rig.moment.advanced(by: .seconds(1))
    }
    rig.server = ServerSession(key: rig.key, sessionID: rig.client.sessionID, salt: 5)
    rig.cut()
    rig.server.connected()
    rig.connect()
    let id = rig.call(1)
    rig.run()
    #expect(rig.result(of: id) != nil)
  }

  @Test("A server fed thousands of damaged client messages goes on working")
  func server() {
    var random = RandomSource.seeded(77)
    var moment = Moment(unix: .seconds(1_700_000_000), monotonic: .zero)
    var session = ServerSession(key: Rig.key, sessionID: 1, salt: 2, random: .seeded(1))
    var number: Int32 = 0
    for _ in 0..<150 {
      for body in bodies(&random) {
        moment = moment.advanced(by: .milliseconds(10))
        number += Int32.random(in: 0..<3, using: &random)
        session.receive(
          EnvelopeMessage(
            salt: 2, sessionID: 1, messageID: MessageID.first(at: moment.unix),
            sequenceNumber: number, body: damaged(body, &random)), at: moment)
        _ = session.poll(at: moment)
      }
    }
    session.connected()
    moment = moment.advanced(by: .seconds(1))
    session.receive(
      EnvelopeMessage(
        salt: 2, sessionID: 1, messageID: MessageID.first(at: moment.unix),
        sequenceNumber: (number + 100) | 1, body: Rig.value(Rig.request, 1)), at: moment)
    let calls = session.poll(at: moment).filter { if case .call = $0 { true } else { false } }
    #expect(calls.count == 1)
  }

  @Test(
    "Random bytes on a transport end in frames or an error, never in more memory", arguments: 0..<40
  )
  func transport(seed: Int) {
    let random = RandomSource.seeded(UInt64(seed))
    let kinds = TransportKind.allCases
    var codec =
      seed % 5 == 4 ? TransportCodec.server() : TransportCodec(client: kinds[seed % 5])
    do throws(TransportError) {
      for _ in 0..<50 {
        codec.receive(random.bytes(100))
        while try codec.next() != nil {}
      }
    } catch {
      #expect(!error.description.isEmpty)
    }
  }
}
