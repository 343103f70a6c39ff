import Cryptography
import TL
import TelegramSchema

@testable import MTProto

/// All that a client says to one data center, met by somebody who has its keys: with a temporary key, while
/// one is made and bound, and without; and time passes.
struct EndpointTarget: FuzzTarget {
  static let name = "endpoint"

  /// Where a run begins, and under which key the other side speaks.
  private struct Stage: Sendable {
    var client: ClientEndpoint
    let key: AuthKey
  }

  private static let start = Answering.start

  private static func endpoint(_ temporary: TemporaryKey?, life: Duration?) -> ClientEndpoint {
    var configuration = ClientEndpoint.Configuration(keys: [Answering.key.publicKey], dc: 2)
    configuration.temporaryKeyLife = life
    configuration.introduction = [0x44, 0x44, 0x44, 0x44]
    return ClientEndpoint(
      configuration: configuration,
      credentials: Credentials(permanentKey: EnvelopeTarget.key, salt: 1, temporaryKey: temporary),
      clock: ServerClock(serverTime: start.unix, at: start), random: .seeded(5))
  }

  private static let stages: [Stage] = {
    let random = RandomSource.seeded(6)
    guard let other = AuthKey(random.bytes(AuthKey.size)) else {
      preconditionFailure("256 bytes are an auth key")
    }
    let expires = Int32(start.unix.components.seconds) + 7200
    let temporary = TemporaryKey(key: other, salt: 2, expiresAt: expires)
    return [
      Stage(client: endpoint(temporary, life: .seconds(86_400)), key: other),
      Stage(client: endpoint(nil, life: nil), key: EnvelopeTarget.key), binding(),
    ]
  }()

  /// A temporary key was made, and its binding is on its way.
  private static func binding() -> Stage {
    var client = endpoint(nil, life: .seconds(86_400))
    var server = Answering.server()
    client.connected(at: start)
    for _ in 0..<8 {
      for case .send(let packet) in client.poll(at: start) {
        guard let reply = try? server.receive(packet, at: start) else { continue }
        client.receive(reply.packet, at: start)
        if let key = reply.result?.key { return Stage(client: client, key: key) }
      }
    }
    preconditionFailure("no temporary key came of a true exchange")
  }

  static func seeds() throws -> [[UInt8]] {
    let id = MessageID.first(at: start.unix)
    let bodies: [[UInt8]] = [
      MT.RpcResult(reqMsgId: id, result: .init(encoded: true.encoded())).encoded(),
      MT.RpcResult(
        reqMsgId: id,
        result: .init(MT.RpcError(errorCode: 400, errorMessage: "ENCRYPTED_MESSAGE_INVALID"))
      ).encoded(),
      MT.RpcResult(
        reqMsgId: id,
        result: .init(MT.RpcError(errorCode: 401, errorMessage: "AUTH_KEY_PERM_EMPTY"))
      ).encoded(),
      MT.BadMsgNotification.badServerSalt(
        .init(badMsgId: id, badMsgSeqno: 1, errorCode: 48, newServerSalt: 5)
      ).encoded(),
      MT.NewSession(firstMsgId: id, uniqueId: 3, serverSalt: 9).encoded(),
    ]
    var seeds: [[UInt8]] = []
    for stage in 0..<3 as Range<UInt8> {
      seeds += bodies.map {
        [stage, 1, 10] + Choices.part($0) + [2, 255, 1, 1] + Choices.part($0)
      }
      seeds.append([stage, 3, 200, 4, 0, 3, 255, 5, 0, 0] + Answering.packet([1, 2, 3, 4]))
    }
    return seeds
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let stage = choices.element(of: Self.stages)
    var client = stage.client
    var moment = Self.start
    var answers: [CallID: Int] = [:]
    if !client.isConnected { client.connected(at: moment) }
    for number in 0..<3 as Range<UInt8> { _ = client.call([0x11, 0x11, 0x11, number]) }
    settle(&client, moment, &answers)
    for round in 0..<48 where !choices.isEmpty {
      switch choices.number(below: 6) {
      case 0, 1, 2:
        let step = Int64(choices.byte())
        moment = moment.advanced(by: step > 250 ? .seconds(step * step) : .milliseconds(step * 100))
        let body = Marker.replaced(
          in: choices.part(), of: Self.start, by: client.session?.owners.keys.min())
        receive(body, from: stage.key, round, &client, moment)
      case 3:
        moment = moment.advanced(by: .seconds(Int64(choices.byte()) * 60))
      case 4:
        client.disconnected()
        if choices.bool() { _ = client.keyRefused() }
        client.connected(at: moment)
      default: client.receive(choices.part(), at: moment)
      }
      settle(&client, moment, &answers)
    }
    demand(answers.values.allSatisfy { $0 == 1 }, "a call was answered twice")
    demand(client.pendingCalls <= 3, "calls appear from nowhere")
  }

  private func receive(
    _ body: [UInt8], from key: AuthKey, _ round: Int, _ client: inout ClientEndpoint,
    _ moment: Moment
  ) {
    guard let session = client.session?.sessionID, body.count % 4 == 0 else { return }
    let message = EnvelopeMessage(
      salt: 0, sessionID: session,
      messageID: (MessageID.first(at: moment.unix) + Int64(round * 4)) | 1,
      sequenceNumber: Int32(round * 2 + 1), body: body)
    client.receive(
      Envelope.seal(message, with: key, from: .server, random: .seeded(2)), at: moment)
  }

  private func settle(
    _ client: inout ClientEndpoint, _ moment: Moment, _ answers: inout [CallID: Int]
  ) {
    for round in 0... {
      let actions = client.poll(at: moment)
      if actions.isEmpty { return }
      demand(round < 100, "an endpoint does not come to rest")
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
}
