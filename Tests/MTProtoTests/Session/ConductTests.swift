import Cryptography
import TL
import TelegramSchema
import Testing

@testable import MTProto

/// The report of what a client did wrong: each rule is broken once, and found.
@Suite struct ConductTests {
  private static let start = Moment(unix: .seconds(1_700_000_000), monotonic: .seconds(3))

  /// A server, and a client that says what a test wants it to.
  private struct Stage {
    var session = ServerSession(key: Rig.key, sessionID: 1, salt: 2, random: .seeded(1))
    var moment = ConductTests.start
    var rules: [ConductRule] { session.report.breaches.map(\.rule) }

    init() {
      say(id(0), 1, Rig.value(Rig.request, 0))
      session.answer(id(0), with: Rig.value(Rig.response, 0))
      _ = session.poll(at: moment)
    }

    func id(_ number: Int64) -> Int64 { MessageID.first(at: moment.unix) + 4 * number }

    mutating func say(_ id: Int64, _ number: Int32, _ body: [UInt8]) {
      session.receive(
        EnvelopeMessage(
          salt: 2, sessionID: 1, messageID: id, sequenceNumber: number, body: body), at: moment)
    }

    mutating func pass(_ duration: Duration) {
      moment = moment.advanced(by: duration)
      _ = session.poll(at: moment)
    }
  }

  @Test("Containers too long, too large or within each other are breaches [mtproto 16]")
  func containers() {
    let acks = MT.MsgsAck(msgIds: []).encoded()
    func container(_ stage: Stage, _ count: Int, size: Int = 0) -> [UInt8] {
      Rig.container(
        (1...count).map {
          (
            stage.id(Int64($0)), size == 0 ? 2 : Int32(2 * $0 + 1),
            size == 0 ? acks : Rig.value(Rig.request, 0, size: size)
          )
        })
    }
    var stage = Stage()
    stage.say(stage.id(3000), 2, container(stage, 1020))
    #expect(stage.session.report.isFlawless)
    stage = Stage()
    stage.say(stage.id(3000), 2, container(stage, 1021))
    #expect(stage.rules == [.containerCount])
    stage = Stage()
    stage.say(stage.id(3000), 2, container(stage, 2, size: 1 << 19))
    #expect(stage.rules == [.containerSize])
    stage = Stage()
    let inner = Rig.container([(stage.id(1), 2, acks)])
    stage.say(stage.id(5), 2, Rig.container([(stage.id(3), 2, inner)]))
    #expect(stage.rules == [.containerNested])
  }

  @Test(
    "Acknowledgements: too many, of what is the client's own, of what was never sent [mtproto 17]")
  func acks() {
    var stage = Stage()
    let known = MessageID.first(at: stage.moment.unix) | 1
    stage.say(
      stage.id(1), 2, MT.MsgsAck(msgIds: [Int64](repeating: known, count: 8193)).encoded())
    #expect(stage.rules == [.ackCount])
    stage = Stage()
    stage.say(stage.id(1), 2, MT.MsgsAck(msgIds: [stage.id(0)]).encoded())
    #expect(stage.rules == [.ackOwn])
    stage = Stage()
    stage.say(stage.id(1), 2, MT.MsgsAck(msgIds: [stage.id(900) | 1]).encoded())
    #expect(stage.rules == [.ackUnknown])
  }

  @Test(
    "A client that talks on without acknowledging is noted; one that is cut off is not [mtproto 17]"
  )
  func missingAcks() {
    var stage = Stage()
    stage.pass(.seconds(61))
    stage.say(stage.id(1), 2, MT.MsgsAck(msgIds: []).encoded())
    // new_session_created, and the answer.
    #expect(stage.rules == [.ackMissing, .ackMissing])
    stage.say(stage.id(2), 2, MT.MsgsAck(msgIds: []).encoded())
    #expect(stage.rules.count == 2, "each is noted once")

    stage = Stage()
    stage.session.disconnected()
    stage.pass(.seconds(200))
    stage.session.connected()
    stage.pass(.seconds(1))
    stage.say(stage.id(1), 2, MT.MsgsAck(msgIds: []).encoded())
    #expect(stage.session.report.isFlawless)

    stage = Stage()
    stage.session.excuseAcknowledgements()
    stage.pass(.seconds(61))
    stage.say(stage.id(1), 2, MT.MsgsAck(msgIds: []).encoded())
    #expect(stage.session.report.isFlawless)
  }

  @Test(
    "Whose clock was wrong need not acknowledge what came from an impossible time [mtproto 10, 13]")
  func acknowledgementsByAWrongClock() {
    var stage = Stage()
    stage.pass(.seconds(61))
    stage.say(
      MessageID.first(at: stage.moment.unix - .seconds(620)), 2, MT.MsgsAck(msgIds: []).encoded())
    #expect(stage.rules == [.idTooOld], "before it is told")
    stage.pass(.seconds(1))
    stage.say(stage.id(1), 2, MT.MsgsAck(msgIds: []).encoded())
    #expect(stage.rules == [.idTooOld], "nor afterwards")
    // What is sent from now on counts again.
    stage.session.push(Rig.value(0x3333_3333, 1))
    stage.pass(.zero)
    stage.pass(.seconds(61))
    stage.say(stage.id(1), 2, MT.MsgsAck(msgIds: []).encoded())
    #expect(stage.rules == [.idTooOld, .ackMissing])
  }

  @Test("Another message under an id that was used is noted; the same one again is not")
  func reusedIDs() {
    var stage = Stage()
    stage.say(stage.id(1), 3, Rig.value(Rig.request, 1))
    stage.say(stage.id(1), 3, Rig.value(Rig.request, 1))
    stage.say(stage.id(9), 4, Rig.container([(stage.id(1), 3, Rig.value(Rig.request, 1))]))
    #expect(stage.session.report.isFlawless)
    stage.say(stage.id(1), 3, Rig.value(Rig.request, 2))
    #expect(stage.rules == [.idReused])
    stage.say(stage.id(10), 4, Rig.container([(stage.id(1), 5, Rig.value(Rig.request, 1))]))
    #expect(stage.rules == [.idReused, .idReused])
  }

  @Test("A child of a container is as old as any message may be, and no older [mtproto 16]")
  func oldChildren() {
    var stage = Stage()
    let early = stage.id(1)
    stage.pass(.seconds(59))
    stage.session.excuseAcknowledgements()
    stage.moment = stage.moment.advanced(by: .seconds(242))
    stage.say(stage.id(9), 4, Rig.container([(early, 3, Rig.value(Rig.request, 1))]))
    #expect(stage.rules == [.idTooOld])
  }

  @Test("What only servers say, and requests for no salts or too many, are noted")
  func words() {
    var stage = Stage()
    stage.say(stage.id(1), 3, MT.Pong(msgId: 1, pingId: 1).encoded())
    #expect(stage.rules == [.serversMessage])
    for count: Int32 in [0, 65] {
      stage = Stage()
      stage.say(stage.id(1), 3, MT.Methods.GetFutureSalts(num: count).encoded())
      #expect(stage.rules == [.saltCount])
    }
  }

  @Test("Inner data with the old padding, or without its data center, is served and noted")
  func handshakes() throws {
    let key = try Exchange.key.get()
    for legacy in [false, true] {
      var server = ServerHandshake(key: key, random: .seeded(4))
      let nonce = try #require(TLInt128(RandomSource.seeded(1).bytes(16)))
      var ids = MessageIDGenerator()
      func packet(_ method: some TLEncodable) -> [UInt8] {
        PlainMessage(
          messageID: ids.next(.client, at: Self.start.unix), body: method.encoded()
        ).packet
      }
      let first = try server.receive(packet(MT.Methods.ReqPqMulti(nonce: nonce)), at: Self.start)
      #expect(first.breaches.isEmpty)
      let answer = try MT.ResPQ(
        bytes: try #require(PlainMessage(packet: first.packet)).body)
      let factors = try #require(
        Factorization.split(answer.pq.reduce(0) { $0 << 8 | UInt64($1) }))
      let (p, q) = (BigNumber(factors.p).bytes, BigNumber(factors.q).bytes)
      let newNonce = try #require(TLInt256(RandomSource.seeded(2).bytes(32)))
      let inner = MT.PQInnerData.pQInnerData(
        .init(
          pq: answer.pq, p: p, q: q, nonce: nonce, serverNonce: answer.serverNonce,
          newNonce: newNonce)
      ).encoded()
      var encrypted = try RSAPad.encrypt(inner, for: key.publicKey, random: .seeded(3))
      if legacy {
        let padded = SHA1.hash(inner) + inner
        encrypted = try key.publicKey.encrypt(
          BigNumber([0] + padded + [UInt8](repeating: 5, count: 255 - padded.count)))
      }
      let second = try server.receive(
        packet(
          MT.Methods.ReqDHParams(
            nonce: nonce, serverNonce: answer.serverNonce, p: p, q: q,
            publicKeyFingerprint: key.publicKey.fingerprint, encryptedData: encrypted)),
        at: Self.start)
      let rules = second.breaches.map(\.rule)
      #expect(rules == (legacy ? [.innerPadding, .innerWithoutDC] : [.innerWithoutDC]))
    }
  }

  @Test("A breach says which rule, where it stands, and which message")
  func wording() {
    for rule in ConductRule.allCases {
      #expect(rule.sentence.hasSuffix(".") && !rule.source.isEmpty)
    }
    let breach = Breach(.ackOwn, messageID: 12, detail: "It names 8.")
    #expect(
      breach.description == """
        ackOwn: Only the server's messages are acknowledged, not the client's own. Message 12. \
        It names 8. (mtproto/service_messages_about_messages#acknowledgment-of-receipt)
        """)
    let report = ConductReport([breach, Breach(.malformed)])
    #expect(report.excusing([.ackOwn]).breaches == [Breach(.malformed)])
    #expect(ConductReport().description == "flawless")
  }
}
