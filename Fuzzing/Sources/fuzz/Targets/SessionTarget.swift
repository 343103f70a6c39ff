import Cryptography
import TL
import TelegramSchema

@testable import MTProto

/// Sessions of either side, fed with messages that somebody with the key makes up: nothing traps,
/// nothing is sent without end, and calls are answered at most once.
struct SessionTarget: FuzzTarget {
  static let name = "session"

  private static let start = Moment(unix: .seconds(1_700_000_000), monotonic: .seconds(1000))

  static func seeds() -> [[UInt8]] {
    let ids: [Int64] = [MessageID.first(at: start.unix), 5, -1]
    let bodies: [[UInt8]] = [
      MT.MsgsAck(msgIds: ids).encoded(), MT.MsgsStateReq(msgIds: ids).encoded(),
      MT.MsgsStateInfo(reqMsgId: ids[0], info: [1, 4]).encoded(),
      MT.MsgsAllInfo(msgIds: ids, info: [1, 2, 4]).encoded(),
      MT.MsgResendReq.msgResendReq(.init(msgIds: ids)).encoded(),
      MT.MsgDetailedInfo.msgDetailedInfo(
        .init(msgId: ids[0], answerMsgId: 9, bytes: 1, status: 0)
      ).encoded(),
      MT.BadMsgNotification.badMsgNotification(
        .init(badMsgId: ids[0], badMsgSeqno: 1, errorCode: 16)
      ).encoded(),
      MT.BadMsgNotification.badServerSalt(
        .init(badMsgId: ids[0], badMsgSeqno: 1, errorCode: 48, newServerSalt: 5)
      ).encoded(),
      MT.NewSession(firstMsgId: ids[0], uniqueId: 3, serverSalt: 9).encoded(),
      MT.Pong(msgId: ids[0], pingId: 1).encoded(),
      MT.RpcResult(reqMsgId: ids[0], result: .init(encoded: [1, 2, 3, 4])).encoded(),
      MT.RpcResult(
        reqMsgId: ids[0], result: .init(MT.RpcError(errorCode: 420, errorMessage: "FLOOD_WAIT_3"))
      ).encoded(),
      MT.FutureSalts(
        reqMsgId: ids[0], now: 1_700_000_000,
        salts: [.init(validSince: 1_700_000_000, validUntil: 1_700_003_600, salt: 4)]
      ).encoded(),
      MT.Methods.PingDelayDisconnect(pingId: 1, disconnectDelay: 60).encoded(),
      MT.Methods.GetFutureSalts(num: 8).encoded(),
      MT.Methods.RpcDropAnswer(reqMsgId: ids[0]).encoded(),
      MT.Methods.DestroySession(sessionId: 5).encoded(),
    ]
    func message(_ body: [UInt8], pause: UInt8 = 0) -> [UInt8] {
      [0, 1, pause] + Choices.part(body)
    }
    let all = Array(bodies.map { message($0) }.joined())
    var seeds: [[UInt8]] = [[0] + all, [1] + all]
    for body in bodies {
      let twice = message(body) + message(body, pause: 200)
      seeds += [[0] + twice, [1] + twice]
    }
    return seeds
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    if choices.bool() {
      feedServer(&choices)
    } else {
      feedClient(&choices)
    }
  }

  /// Id, number and a step of time for one message; the body follows.
  private struct Header {
    let id: Int64
    let sequenceNumber: Int32
    let pause: Duration

    init(_ choices: inout Choices, at moment: Moment, round: Int, isServer: Bool) {
      let shift = Int64(Int8(bitPattern: choices.byte()))
      sequenceNumber = Int32(choices.byte()) &+ Int32(round * 2)
      let step = Int64(choices.byte())
      pause = step > 250 ? .seconds(step * step) : .milliseconds(step * 100)
      let time = MessageID.first(at: moment.unix + .seconds(shift)) + Int64(round * 4)
      id = isServer ? time | 1 : time
    }
  }

  private func feedClient(_ choices: inout Choices) {
    var moment = Self.start
    var client = ClientSession(
      key: EnvelopeTarget.key, salt: 1,
      clock: ServerClock(serverTime: moment.unix, at: moment), random: .seeded(1))
    client.connected(at: moment)
    var answers: [CallID: Int] = [:]
    for number in 0..<3 as Range<UInt8> { _ = client.call([0x11, 0x11, 0x11, number]) }
    settle(&client, moment, &answers)
    for round in 0..<64 where !choices.isEmpty {
      let header = Header(&choices, at: moment, round: round, isServer: true)
      moment = moment.advanced(by: header.pause)
      let body = Marker.replaced(
        in: choices.part(), of: Self.start, by: client.owners.keys.min())
      let message = EnvelopeMessage(
        salt: 0, sessionID: client.sessionID, messageID: header.id,
        sequenceNumber: header.sequenceNumber, body: body)
      guard message.body.count % 4 == 0 else { continue }
      client.receive(
        Envelope.seal(message, with: EnvelopeTarget.key, from: .server, random: .seeded(2)),
        at: moment)
      settle(&client, moment, &answers)
      if let wake = client.nextWake {
        demand(wake > .seconds(-1_000_000_000), "a wake-up time makes no sense")
      }
    }
    demand(answers.values.allSatisfy { $0 == 1 }, "a call was answered twice")
  }

  private func settle(
    _ client: inout ClientSession, _ moment: Moment, _ answers: inout [CallID: Int]
  ) {
    for round in 0... {
      let actions = client.poll(at: moment)
      if actions.isEmpty { return }
      demand(round < 100, "a client does not come to rest")
      for action in actions {
        switch action {
        case .answer(let id, _): answers[id, default: 0] += 1
        case .close:
          client.disconnected()
          client.connected(at: moment)
        default: break
        }
      }
    }
  }

  private func feedServer(_ choices: inout Choices) {
    var moment = Self.start
    var server = ServerSession(
      key: EnvelopeTarget.key, sessionID: 1, salt: 2, random: .seeded(1))
    for round in 0..<64 where !choices.isEmpty {
      let header = Header(&choices, at: moment, round: round, isServer: false)
      moment = moment.advanced(by: header.pause)
      server.receive(
        EnvelopeMessage(
          salt: header.sequenceNumber % 16 == 15 ? 3 : server.salt, sessionID: 1,
          messageID: header.id, sequenceNumber: header.sequenceNumber, body: choices.part()),
        at: moment)
      for round in 0... {
        let actions = server.poll(at: moment)
        if actions.isEmpty { break }
        demand(round < 100, "a server does not come to rest")
        for case .call(let call) in actions { server.answer(call.messageID, with: [1, 2, 3, 4]) }
      }
    }
  }
}
