import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

/// The server's side, which must notice what a bad client does.
@Suite struct ServerSessionTests {
  private let key = Rig.key
  private let moment = Moment(unix: .seconds(1_700_000_000), monotonic: .seconds(3))

  private func session(announced: Bool = true) -> ServerSession {
    var session = ServerSession(key: key, sessionID: 1, salt: 2, random: .seeded(1))
    if announced {
      session.receive(message(id(0), 1, Rig.value(Rig.request, 0)), at: moment)
      _ = session.poll(at: moment)
    }
    return session
  }

  private func id(_ number: Int64) -> Int64 { MessageID.first(at: moment.unix) + 4 * number }

  private func message(
    _ id: Int64, _ number: Int32, _ body: [UInt8], salt: Int64 = 2
  ) -> EnvelopeMessage {
    EnvelopeMessage(salt: salt, sessionID: 1, messageID: id, sequenceNumber: number, body: body)
  }

  /// The messages in what the server sends, opened, and the calls it gives.
  private func outcome(
    _ session: inout ServerSession
  ) throws -> (services: [ServiceMessage], calls: [Int64]) {
    var services: [ServiceMessage] = []
    var calls: [Int64] = []
    for action in session.poll(at: moment) {
      switch action {
      case .send(let packet):
        let envelope = try Envelope.open(packet, with: key, from: .server)
        for case .message(let message) in Rig.items(envelope) {
          if let service = try ServiceMessage(message.body) { services.append(service) }
        }
      case .call(let call): calls.append(call.messageID)
      default: break
      }
    }
    return (services, calls)
  }

  private func refusals(_ services: [ServiceMessage]) -> [Int32] {
    services.compactMap { if case .badMessage(_, let code) = $0 { code } else { nil } }
  }

  @Test("Ids that are odd, too old or too new are refused with 18, 16 and 17")
  func ids() throws {
    let cases: [(Int64, Int32)] = [
      (id(9) + 1, 18), (id(9) + 2, 18), (MessageID.first(at: moment.unix - .seconds(301)), 16),
      (MessageID.first(at: moment.unix + .seconds(31)), 17),
    ]
    for (id, code) in cases {
      var session = session()
      session.receive(message(id, 3, Rig.value(Rig.request, 1)), at: moment)
      let (services, calls) = try outcome(&session)
      #expect(refusals(services) == [code])
      #expect(calls.isEmpty)
      #expect(session.report.breaches.map(\.rule) == [ConductRule(refusal: code)])
    }
  }

  @Test("Sequence numbers of the wrong parity or order are refused with 32, 33, 34, 35")
  func numbers() throws {
    let acks = MT.MsgsAck(msgIds: []).encoded()
    let call = Rig.value(Rig.request, 1)
    let cases: [(Int64, Int32, [UInt8], Int32)] = [
      (id(5), 1, call, 32), (id(-5), 7, call, 33), (id(5), 3, acks, 34), (id(5), 4, call, 35),
    ]
    for (id, number, body, code) in cases {
      var session = session()
      session.receive(message(id, number, body), at: moment)
      #expect(try refusals(outcome(&session).services) == [code])
    }
  }

  @Test("A call sent twice is given once, and its answer sent again until it is acknowledged")
  func duplicates() throws {
    var session = session()
    let call = message(id(1), 3, Rig.value(Rig.request, 1))
    session.receive(call, at: moment)
    #expect(try outcome(&session).calls == [id(1)])
    session.receive(call, at: moment)
    #expect(try outcome(&session).calls.isEmpty)
    session.answer(id(1), with: Rig.value(Rig.response, 1))
    #expect(try outcome(&session).services.count == 1)
    session.receive(call, at: moment)
    let (services, calls) = try outcome(&session)
    #expect(calls.isEmpty)
    let results = services.filter { if case .result = $0 { true } else { false } }
    #expect(results.count == 1)
  }

  @Test("A repeat in a container, under an id lower than its own, is no breach")
  func repeated() throws {
    var session = session()
    session.receive(
      message(
        id(9), 4, Rig.container([(id(3), 3, Rig.value(Rig.request, 1))])), at: moment)
    #expect(try outcome(&session).calls == [id(3)])
    #expect(session.report.isFlawless)
  }

  @Test(
    "A container whose id is not above its children's is refused with 64, twice the same with 19")
  func containers() throws {
    var session = session()
    session.receive(
      message(id(9), 4, Rig.container([(id(10), 3, Rig.value(Rig.request, 1))])), at: moment)
    #expect(try refusals(outcome(&session).services) == [64])
    session.receive(
      message(id(9), 4, Rig.container([(id(8), 3, Rig.value(Rig.request, 1))])), at: moment)
    #expect(try refusals(outcome(&session).services) == [19])
  }

  @Test("A wrong salt is told, and nothing of the packet is taken")
  func salt() throws {
    var session = session(announced: false)
    session.receive(message(id(1), 1, Rig.value(Rig.request, 1), salt: 3), at: moment)
    let (services, calls) = try outcome(&session)
    #expect(calls.isEmpty)
    guard case .badSalt(let bad, let salt)? = services.first else {
      Issue.record("no bad_server_salt")
      return
    }
    #expect(bad == id(1))
    #expect(salt == 2)
    #expect(services.count == 1)
  }

  @Test("The first good packet is greeted with new_session_created, later ones are not")
  func greeting() throws {
    var session = session(announced: false)
    session.receive(
      message(
        id(9), 2,
        Rig.container([
          (id(3), 1, Rig.value(Rig.request, 1)), (id(4), 3, Rig.value(Rig.request, 2)),
        ])), at: moment)
    let (services, calls) = try outcome(&session)
    #expect(calls == [id(3), id(4)])
    let greetings = services.compactMap { if case .newSession(let new) = $0 { new } else { nil } }
    #expect(greetings.map(\.firstMsgId) == [id(3)])
    #expect(greetings.map(\.serverSalt) == [2])
    session.receive(message(id(10), 5, Rig.value(Rig.request, 3)), at: moment)
    let later = try outcome(&session).services
    #expect(!later.contains { if case .newSession = $0 { true } else { false } })
  }

  @Test("ping gets its pong; without further pings ping_delay_disconnect ends the connection")
  func pings() throws {
    var session = session()
    session.receive(
      message(id(2), 3, MT.Methods.PingDelayDisconnect(pingId: 5, disconnectDelay: 35).encoded()),
      at: moment)
    let services = try outcome(&session).services
    #expect(
      services.contains { if case .pong(let pong) = $0 { pong.pingId == 5 } else { false } })
    #expect(session.nextWake == moment.monotonic + .seconds(35))
    let later = moment.advanced(by: .seconds(35))
    #expect(session.poll(at: later).contains { if case .close = $0 { true } else { false } })
    #expect(session.nextWake == nil)
  }

  @Test("Acks for what was never sent, and nonsense, are noted as breaches")
  func breaches() throws {
    var session = session()
    let stray = MessageID.first(at: moment.unix + .seconds(20)) | 1
    session.receive(message(id(2), 2, MT.MsgsAck(msgIds: [stray]).encoded()), at: moment)
    #expect(session.report.breaches.map(\.rule) == [.ackUnknown])
    session.receive(message(id(3), 3, []), at: moment)
    #expect(session.report.breaches.contains(Breach(.malformed, messageID: id(3))))
    _ = try outcome(&session)
  }

  @Test("rpc_drop_answer: running, answered, or unknown")
  func drops() throws {
    var session = session()
    session.receive(message(id(1), 3, Rig.value(Rig.request, 1)), at: moment)
    session.receive(
      message(id(2), 5, MT.Methods.RpcDropAnswer(reqMsgId: id(1)).encoded()), at: moment)
    session.receive(
      message(id(3), 7, MT.Methods.RpcDropAnswer(reqMsgId: id(700)).encoded()), at: moment)
    let results = try outcome(&session).services.compactMap { service -> MT.RpcDropAnswer? in
      guard case .result(let result) = service else { return nil }
      return try? MT.RpcDropAnswer(bytes: result.result.bytes)
    }
    try #require(results.count == 2)
    guard case .rpcAnswerDroppedRunning = results[0], case .rpcAnswerUnknown = results[1] else {
      Issue.record("unexpected answers to rpc_drop_answer")
      return
    }
    session.answer(id(1), with: Rig.value(Rig.response, 1))
    #expect(try outcome(&session).services.isEmpty)
  }

  @Test("What is not acknowledged is sent again over the next connection, up to a number")
  func resending() throws {
    var session = session()
    for number in 0..<10 { session.push(Rig.value(0x3333_3333, Int32(number))) }
    _ = session.poll(at: moment)
    let count = session.unacknowledgedCount
    session.disconnected()
    session.push(Rig.value(0x3333_3333, 99))
    #expect(session.poll(at: moment).isEmpty)
    session.connected()
    let packets = session.poll(at: moment).compactMap { action -> EnvelopeMessage? in
      guard case .send(let packet) = action else { return nil }
      return try? Envelope.open(packet, with: key, from: .server)
    }
    let items = packets.flatMap(Rig.items)
    let messages = items.filter { if case .message = $0 { true } else { false } }
    #expect(messages.count == count + 1)
    #expect(session.unacknowledgedCount == count + 1)
  }
}
