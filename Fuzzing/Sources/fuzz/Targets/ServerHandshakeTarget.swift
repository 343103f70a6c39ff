import Cryptography
import TL
import TelegramSchema

@testable import MTProto

/// A server in a key exchange with a client that sends what it likes, at whatever step.
struct ServerHandshakeTarget: FuzzTarget {
  static let name = "handshake-server"

  static func seeds() throws -> [[UInt8]] {
    var client = Answering.client()
    var server = Answering.server()
    var packet = client.start(at: Answering.start)
    var seeds: [[UInt8]] = []
    for step in 0..<3 as Range<UInt8> {
      let body = Answering.body(packet)
      seeds += [[step, 0] + packet, [step, 1] + body, [step, 2]]
      if step == 1, let secrets = Answering.secrets(of: packet),
        case .reqDHParams(let call)? = try? MT.Methods.Call(bytes: body)
      {
        let inner = MT.PQInnerData.pQInnerData(
          .init(
            pq: [1], p: call.p, q: call.q, nonce: call.nonce, serverNonce: call.serverNonce,
            newNonce: secrets.newNonce))
        seeds += [[1, 3] + inner.encoded(), [1, 4] + inner.encoded()]
        let offer = MT.ClientDHInnerData(
          nonce: call.nonce, serverNonce: call.serverNonce, retryId: 0,
          gB: DHParameters.telegram.prime.bytes)
        seeds.append([2, 3] + offer.encoded())
      }
      let answer = try server.receive(packet, at: Answering.start)
      guard let next = Answering.next(&client, answer.packet) else { break }
      packet = next
    }
    return seeds
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let step = choices.number(below: 3)
    let manner = choices.number(below: 5)
    var client = Answering.client()
    var server = Answering.server()
    var packet = client.start(at: Answering.start)
    var secrets: NonceSecrets?
    for current in 0..<step {
      guard let answer = try? server.receive(packet, at: Answering.start),
        let next = Answering.next(&client, answer.packet)
      else {
        return demand(false, "a true exchange ended at step \(current)")
      }
      packet = next
      secrets = Answering.secrets(of: packet) ?? secrets
    }
    let sent = Self.packet(step, manner, &choices, packet, secrets)
    do throws(HandshakeError) {
      let reply = try server.receive(sent, at: Answering.start)
      demand(reply.result == nil || step == 2, "a key came of half an exchange")
      demand(reply.packet.count < 1024, "an answer of the server makes no sense")
    } catch {
      demand(!error.description.isEmpty, "an error says nothing")
    }
    // Whatever it was, the next client is served.
    var other = Answering.client()
    demand(
      (try? server.receive(other.start(at: Answering.start), at: Answering.start)) != nil,
      "a new exchange is refused")
  }

  private static func packet(
    _ step: Int, _ manner: Int, _ choices: inout Choices, _ truth: [UInt8],
    _ secrets: NonceSecrets?
  ) -> [UInt8] {
    switch manner {
    case 0: return choices.remainder()
    case 1: return Answering.packet(choices.remainder())
    case 3 where step == 1: return encrypted(choices.remainder(), in: truth)
    case 4 where step == 1: return padded(choices.remainder(), in: truth)
    case 3 where step == 2: return sealed(choices.remainder(), in: truth, secrets)
    default:
      var packet = truth
      while !choices.isEmpty {
        let place = (Int(choices.byte()) | Int(choices.byte()) << 8) % packet.count
        packet[place] ^= choices.byte()
      }
      return packet
    }
  }

  /// Any p_q_inner_data, encrypted as it should be.
  private static func encrypted(_ inner: [UInt8], in truth: [UInt8]) -> [UInt8] {
    let data = Array(inner.prefix(RSAPad.maximumLength))
    guard case .reqDHParams(let call)? = try? MT.Methods.Call(bytes: Answering.body(truth)),
      let sealed = try? RSAPad.encrypt(data, for: Answering.key.publicKey, random: .seeded(4))
    else { return [] }
    return Answering.packet(Self.request(call, holding: sealed).encoded())
  }

  /// The same in the older padding.
  private static func padded(_ inner: [UInt8], in truth: [UInt8]) -> [UInt8] {
    var data = Array(inner.prefix(235))
    data = SHA1.hash(data) + data
    data += [UInt8](repeating: 0, count: 255 - data.count)
    guard case .reqDHParams(let call)? = try? MT.Methods.Call(bytes: Answering.body(truth)),
      let sealed = try? Answering.key.publicKey.encrypt(BigNumber(data))
    else { return [] }
    return Answering.packet(Self.request(call, holding: sealed).encoded())
  }

  private static func request(
    _ call: MT.Methods.ReqDHParams, holding sealed: [UInt8]
  ) -> MT.Methods.ReqDHParams {
    MT.Methods.ReqDHParams(
      nonce: call.nonce, serverNonce: call.serverNonce, p: call.p, q: call.q,
      publicKeyFingerprint: call.publicKeyFingerprint, encryptedData: sealed)
  }

  private static func sealed(
    _ inner: [UInt8], in truth: [UInt8], _ secrets: NonceSecrets?
  ) -> [UInt8] {
    guard case .setClientDHParams(let call)? = try? MT.Methods.Call(bytes: Answering.body(truth)),
      let sealed = try? secrets?.seal(inner, random: .seeded(3))
    else { return [] }
    let other = MT.Methods.SetClientDHParams(
      nonce: call.nonce, serverNonce: call.serverNonce, encryptedData: sealed)
    return Answering.packet(other.encoded())
  }
}
