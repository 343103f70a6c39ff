import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

/// What arrives: forged, stale, repeated, damaged, or good.
@Suite struct ReceivingTests {
  private func connected() -> Rig {
    var rig = Rig()
    rig.connect()
    rig.advance(by: .seconds(31))
    return rig
  }

  @Test("An update arrives as it was sent and is acknowledged within 30 s [mtproto 17, A3]")
  func update() {
    var rig = connected()
    rig.server.push(Rig.value(0x3333_3333, 1))
    rig.run()
    #expect(rig.updates == [Rig.value(0x3333_3333, 1)])
    #expect(rig.server.unacknowledgedCount == 1)
    rig.advance(by: .seconds(24))
    rig.advance(by: .seconds(7))
    #expect(rig.server.unacknowledgedCount == 0)
  }

  @Test("Acks travel with the next packet, and alone once 16 wait [mtproto 17]")
  func acks() {
    var rig = connected()
    rig.server.push(Rig.value(0x3333_3333, 1))
    rig.run()
    rig.call(1)
    rig.run()
    #expect(rig.server.unacknowledgedCount == 1)
    rig.advance(by: .seconds(31))
    #expect(rig.server.unacknowledgedCount == 0)
    let packets = rig.clientMessages.count
    for number in 0..<15 { rig.server.push(Rig.value(0x3333_3333, Int32(number))) }
    rig.run()
    #expect(rig.clientMessages.count == packets)
    rig.server.push(Rig.value(0x3333_3333, 15))
    rig.run()
    #expect(rig.clientMessages.count == packets + 1)
    #expect(rig.server.unacknowledgedCount == 0)
  }

  @Test("At most 8,192 ids go into one msgs_ack [mtproto 16]")
  func manyAcks() {
    var queue = AckQueue()
    for id in 0..<20000 { queue.add(Int64(id), at: .zero) }
    #expect(queue.take().map(\.count) == [8192, 8192, 3616])
    #expect(queue.isEmpty)
    #expect(queue.deadline == nil)
  }

  @Test("Each content child of a container is acknowledged, others are not [mtproto 17]")
  func containerChildren() {
    var rig = connected()
    let base = MessageID.first(at: rig.moment.unix) | 1
    rig.forge(
      Rig.container([
        (base - 8, 5, Rig.value(0x3333_3333, 1)),
        (base - 4, 6, MT.Pong(msgId: 1, pingId: 1).encoded()),
        (base, 7, Rig.value(0x3333_3333, 2)),
      ]), id: base + 4, sequenceNumber: 8)
    rig.run()
    rig.advance(by: .seconds(31))
    #expect(rig.updates.count == 2)
    #expect(rig.acknowledged.contains(base - 8))
    #expect(rig.acknowledged.contains(base))
    #expect(!rig.acknowledged.contains(base - 4))
    #expect(!rig.acknowledged.contains(base + 4))
  }

  @Test(
    "A foreign session, an even id, a time 31 s ahead or 301 s behind: ignored, no ack [mtproto 10]",
    arguments: [0, 1, 2, 3])
  func ignored(kind: Int) {
    var rig = connected()
    let now = rig.moment.unix
    let body = Rig.value(0x3333_3333, 1)
    switch kind {
    case 0: rig.forge(body, session: 12345)
    case 1: rig.forge(body, id: MessageID.first(at: now))
    case 2: rig.forge(body, id: MessageID.first(at: now + .seconds(31)) | 1)
    default: rig.forge(body, id: MessageID.first(at: now - .seconds(301)) | 1)
    }
    let acks = rig.acknowledged.count
    rig.run()
    rig.advance(by: .seconds(40))
    #expect(rig.updates.isEmpty)
    #expect(rig.acknowledged.count == acks)
    #expect(rig.closes.isEmpty)
  }

  @Test("Times at the edge of what is possible are taken [mtproto 10]")
  func edges() {
    var rig = connected()
    let now = rig.moment.unix
    rig.forge(Rig.value(0x3333_3333, 1), id: MessageID.first(at: now + .seconds(29)) | 1)
    rig.forge(Rig.value(0x3333_3333, 2), id: MessageID.first(at: now - .seconds(299)) | 1)
    rig.run()
    #expect(rig.updates.count == 2)
  }

  @Test("Eight impossible times in a row: the connection is made anew, and the clock with it")
  func lostClock() {
    var rig = connected()
    let later = rig.moment.unix + .seconds(7200)
    for number in 0..<8 {
      rig.forge(Rig.value(0x3333_3333, 1), id: MessageID.first(at: later + .seconds(number)) | 1)
    }
    rig.run()
    #expect(rig.closes == [.clockLost])
    #expect(!rig.client.clock.isSynchronised)
    rig.reconnect()
    let id = rig.call(1)
    rig.run()
    #expect(rig.result(of: id) != nil)
  }

  @Test("A duplicate, in a container or not, is acknowledged again and not dispatched [mtproto 11]")
  func duplicates() {
    var rig = connected()
    let id = MessageID.first(at: rig.moment.unix) | 1
    rig.forge(Rig.value(0x3333_3333, 1), id: id)
    rig.run()
    rig.advance(by: .seconds(31))
    rig.forge(Rig.value(0x3333_3333, 1), id: id)
    rig.run()
    rig.advance(by: .seconds(31))
    rig.forge(
      Rig.container([(id, 1, Rig.value(0x3333_3333, 1))]),
      id: MessageID.first(at: rig.moment.unix) | 1, sequenceNumber: 4)
    rig.run()
    rig.advance(by: .seconds(31))
    #expect(rig.updates.count == 1)
    #expect(rig.acknowledged.filter { $0 == id }.count == 3)
  }

  @Test(
    "The window holds the last 1,000 ids; what is older than all of them counts as known [mtproto 11]"
  )
  func replayWindow() {
    var window = ReplayWindow()
    func areNew(_ ids: some Sequence<Int64>) -> [Bool] { ids.map { window.insert($0) } }
    #expect(areNew((1...3000).map { $0 * 2 }).allSatisfy { $0 })
    #expect(areNew((2001...3000).map { $0 * 2 }).allSatisfy { !$0 })
    #expect(areNew([7, 5999, 5999]) == [false, true, false])
  }

  @Test("A damaged packet closes the connection; the session goes on with the next [mtproto 9]")
  func damage() {
    var rig = connected()
    rig.toClient = { packet in
      var packet = packet
      packet[30] ^= 1
      return packet
    }
    let id = rig.call(1)
    rig.run()
    #expect(rig.closes == [.damagedPacket])
    rig.toClient = { $0 }
    rig.reconnect()
    #expect(rig.result(of: id) != nil)
    #expect(rig.executedNumbers == [1])
  }

  @Test("A malformed child is acknowledged and its siblings are processed [mtproto 20]")
  func malformedChild() {
    var rig = connected()
    let gaps = rig.gaps
    let base = MessageID.first(at: rig.moment.unix) | 1
    var broken = TLWriter()
    broken.constructor(TLID.gzipPacked)
    broken.bytes([1, 2, 3, 4])
    rig.forge(
      Rig.container([
        (base - 12, 3, Rig.value(0x3333_3333, 1)), (base - 8, 5, broken.bytes),
        (base - 4, 7, []), (base, 9, Rig.value(0x3333_3333, 2)),
      ]), id: base + 4, sequenceNumber: 10)
    rig.run()
    #expect(rig.gaps > gaps)
    #expect(rig.updates == [Rig.value(0x3333_3333, 1), Rig.value(0x3333_3333, 2)])
    #expect(rig.closes.isEmpty)
    rig.advance(by: .seconds(31))
    for id in [base - 12, base - 8, base - 4, base] { #expect(rig.acknowledged.contains(id)) }
  }

  @Test("A sibling behind a child that is damaged only inside is processed too [mtproto 20]")
  func siblings() {
    var rig = connected()
    let base = MessageID.first(at: rig.moment.unix) | 1
    var broken = TLWriter()
    broken.constructor(MT.RpcResult.constructorID)
    rig.forge(
      Rig.container([
        (base - 4, 3, broken.bytes), (base, 5, Rig.value(0x3333_3333, 2)),
      ]), id: base + 4, sequenceNumber: 6)
    rig.run()
    #expect(rig.updates == [Rig.value(0x3333_3333, 2)])
  }

  @Test("An unknown constructor arrives as an update, for the caller to judge [mtproto 21]")
  func unknownUpdate() {
    var rig = connected()
    rig.server.push(Rig.value(0x9999_9999, 1))
    rig.run()
    #expect(rig.updates.count == 1)
    #expect(rig.closes.isEmpty)
  }

  @Test("A packet that unpacks to more than 16 MiB in all is refused, memory bounded [mtproto 12]")
  func bomb() {
    var rig = connected()
    let gaps = rig.gaps
    rig.forge(Bomb.gzip([UInt8](repeating: 0, count: 17 << 20)))
    rig.run()
    #expect(rig.updates.isEmpty)
    #expect(rig.gaps == gaps + 1)
    let part = Bomb.gzip([UInt8](repeating: 0, count: 6 << 20))
    let base = MessageID.first(at: rig.moment.unix) | 1
    rig.forge(
      Rig.container((0..<4).map { (base + Int64($0) * 4, 1, part) }), id: base + 16,
      sequenceNumber: 2)
    rig.run()
    #expect(rig.updates.count == 2)
  }

  @Test(
    "An answer that we have not seen is asked for, one that we have is acknowledged [mtproto 19]")
  func detailedInfo() throws {
    var rig = Rig()
    rig.connect()
    rig.toClient = { _ in nil }
    let id = rig.call(1)
    rig.run()
    rig.toClient = { $0 }
    let answer = try #require(rig.server.unacknowledged.answer(to: rig.executed[0].messageID))
    let info = MT.MsgDetailedInfo.msgDetailedInfo(
      .init(
        msgId: rig.executed[0].messageID, answerMsgId: answer.id, bytes: 24, status: 0)
    ).encoded()
    rig.forge(info, sequenceNumber: 0)
    rig.run()
    #expect(rig.result(of: id) != nil)
    rig.advance(by: .seconds(31))
    let acks = rig.acknowledged.filter { $0 == answer.id }.count
    rig.forge(info, sequenceNumber: 0)
    rig.run()
    rig.advance(by: .seconds(31))
    #expect(rig.acknowledged.filter { $0 == answer.id }.count == acks + 1)
  }

  @Test("msgs_state_req of n ids is answered by n bytes [mtproto 19]")
  func stateRequest() throws {
    var rig = connected()
    let seen = MessageID.first(at: rig.moment.unix) | 1
    rig.forge(Rig.value(0x3333_3333, 1), id: seen)
    let request = seen + 4
    rig.forge(
      MT.MsgsStateReq(msgIds: [seen, seen - 2, seen + 400]).encoded(), id: request,
      sequenceNumber: 3)
    rig.run()
    let infos = rig.clientItems.compactMap { item -> [UInt8]? in
      guard case .message(let message) = item,
        case .stateInfo(request, let states)? = try? ServiceMessage(message.body)
      else { return nil }
      return states
    }
    #expect(infos == [[4, 2, 3]])
  }

  @Test(
    "msg_resend_req makes us send the message again under its id; it is not executed twice [mtproto 19]"
  )
  func resendRequest() {
    var rig = connected()
    rig.handler = { _ in nil }
    rig.call(1)
    rig.run()
    rig.forge(
      MT.MsgResendReq.msgResendReq(.init(msgIds: [rig.executed[0].messageID, 44])).encoded())
    rig.run()
    #expect(rig.executedNumbers == [1])
    let sendings = rig.clientItems.filter { item in
      if case .message(let message) = item { return message.id == rig.executed[0].messageID }
      return false
    }
    #expect(sendings.count == 2)
    // The forged request's id is not one that this server made, so its ack is a stray one.
    #expect(rig.server.report.excusing([.ackUnknown]).isFlawless)
  }

  @Test("A silent peer is noticed within 60 s, a living one keeps the connection [mtproto 23]")
  func silence() {
    var rig = connected()
    for _ in 0..<300 { rig.advance(by: .seconds(1)) }
    #expect(rig.closes.isEmpty)
    #expect(!rig.serverClosed)
    rig.toClient = { _ in nil }
    for _ in 0..<60 { rig.advance(by: .seconds(1)) }
    #expect(rig.closes == [.silentPeer])
  }

  @Test("The session names the instant at which it wants to be woken [mtproto 23]")
  func wake() throws {
    var rig = Rig()
    #expect(rig.client.nextWake == nil)
    rig.connect()
    let wake = try #require(rig.client.nextWake)
    #expect(wake > rig.moment.monotonic)
    #expect(wake <= rig.moment.monotonic + .seconds(25))
    rig.cut()
    #expect(rig.client.nextWake == nil)
  }
}
