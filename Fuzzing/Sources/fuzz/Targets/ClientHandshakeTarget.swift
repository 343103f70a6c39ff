import Cryptography
import TL
import TelegramSchema

@testable import MTProto

/// A client in a key exchange with a server that answers what it likes, at whatever step. A key may only
/// come of an exchange that was answered truly.
struct ClientHandshakeTarget: FuzzTarget {
  static let name = "handshake-client"

  static func seeds() throws -> [[UInt8]] {
    var client = Answering.client()
    var server = Answering.server()
    var seeds: [[UInt8]] = []
    var packet = client.start(at: Answering.start)
    var secrets: NonceSecrets?
    for step in 0..<3 as Range<UInt8> {
      let answer = try server.receive(packet, at: Answering.start).packet
      seeds += [[step, 0] + answer, [step, 1] + Answering.body(answer)]
      secrets = Answering.secrets(of: packet) ?? secrets
      guard let next = Answering.next(&client, answer) else { break }
      packet = next
    }
    let prime = DHParameters.telegram.prime.bytes
    let inner =
      Choices.part(prime) + [3] + Choices.part(Array(prime.dropLast() + [2])) + [9, 9, 9, 9]
    seeds += [[1, 2] + inner, [1, 3], [2, 3], [2, 4], [2, 5]]
    if let secrets {
      seeds.append(
        [1, 6]
          + MT.ServerDHInnerData(
            nonce: secrets.serverNonce, serverNonce: secrets.serverNonce, g: 3, dhPrime: prime,
            gA: prime, serverTime: 1
          ).encoded())
    }
    for product in [[15], [0x17, 0xed, 0x48, 0x94, 0x1a, 0x08, 0xf9, 0x81], [0], [7]] as [[UInt8]] {
      seeds.append([0, 2] + product)
    }
    return seeds
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let step = choices.number(below: 3)
    let manner = choices.number(below: 7)
    var client = Answering.client()
    var server = Answering.server()
    var packet = client.start(at: Answering.start)
    var secrets: NonceSecrets?
    for current in 0..<step {
      guard let answer = try? server.receive(packet, at: Answering.start).packet,
        let next = Answering.next(&client, answer)
      else {
        return demand(false, "a true exchange ended at step \(current)")
      }
      packet = next
      secrets = Answering.secrets(of: packet) ?? secrets
    }
    guard let truth = try? server.receive(packet, at: Answering.start) else {
      return demand(false, "a true exchange was refused")
    }
    let answer = Self.answer(step, manner, &choices, truth.packet, secrets)
    do throws(HandshakeError) {
      switch try client.receive(answer, at: Answering.start) {
      case .finished(let result):
        demand(step == 2, "a key came of half an exchange")
        demand(
          result.key == truth.result?.key, "another key came of the exchange than the server has")
      case .send(let next):
        demand(!next.isEmpty && next.count < 1024, "an answer of the client makes no sense")
      }
    } catch {
      demand(!error.description.isEmpty, "an error says nothing")
    }
  }

  private static func answer(
    _ step: Int, _ manner: Int, _ choices: inout Choices, _ truth: [UInt8],
    _ secrets: NonceSecrets?
  ) -> [UInt8] {
    switch manner {
    case 0: return choices.remainder()
    case 1: return Answering.packet(choices.remainder())
    case 2 where step == 0: return product(choices.remainder(), in: truth)
    case 2 where step == 1: return parameters(&choices, in: truth, secrets)
    case 6 where step == 1: return sealed(choices.remainder(), in: truth, secrets)
    default:
      // The true answer, with a few bytes changed.
      var answer = truth
      while !choices.isEmpty {
        let place = (Int(choices.byte()) | Int(choices.byte()) << 8) % answer.count
        answer[place] ^= choices.byte()
      }
      return answer
    }
  }

  private static func product(_ product: [UInt8], in truth: [UInt8]) -> [UInt8] {
    guard let answer = try? MT.ResPQ(bytes: Answering.body(truth)) else { return [] }
    let other = MT.ResPQ(
      nonce: answer.nonce, serverNonce: answer.serverNonce, pq: product,
      serverPublicKeyFingerprints: answer.serverPublicKeyFingerprints)
    return Answering.packet(other.encoded())
  }

  /// Any prime, generator and g_a, sealed as it should be.
  private static func parameters(
    _ choices: inout Choices, in truth: [UInt8], _ secrets: NonceSecrets?
  ) -> [UInt8] {
    guard case .serverDHParamsOk(let answer)? = try? MT.ServerDHParams(bytes: Answering.body(truth))
    else { return [] }
    let prime = choices.part()
    let generator = Int32(Int8(bitPattern: choices.byte()))
    let value = choices.part()
    let inner = MT.ServerDHInnerData(
      nonce: answer.nonce, serverNonce: answer.serverNonce, g: generator, dhPrime: prime, gA: value,
      serverTime: Int32(littleEndianBytes: choices.bytes(4)))
    return sealed(inner.encoded(), in: truth, secrets)
  }

  private static func sealed(
    _ inner: [UInt8], in truth: [UInt8], _ secrets: NonceSecrets?
  ) -> [UInt8] {
    guard
      case .serverDHParamsOk(let answer)? = try? MT.ServerDHParams(bytes: Answering.body(truth)),
      let sealed = try? secrets?.seal(inner, random: .seeded(3))
    else { return [] }
    let other = MT.ServerDHParams.serverDHParamsOk(
      .init(nonce: answer.nonce, serverNonce: answer.serverNonce, encryptedAnswer: sealed))
    return Answering.packet(other.encoded())
  }
}
