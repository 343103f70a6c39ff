import Cryptography
import TL
import TelegramSchema

@testable import MTProto

/// What the two targets of the key exchange share: a key for this run, an instant, and the secrets that
/// only the other side can know.
enum Answering {
  static let start = Moment(unix: .seconds(1_700_000_000), monotonic: .seconds(50))

  static let key: RSAPrivateKey = {
    do {
      return try RSAPrivateKey.generate()
    } catch {
      preconditionFailure("no RSA key can be made: \(error)")
    }
  }()

  static func client() -> ClientHandshake {
    ClientHandshake(keys: [key.publicKey], dc: 2, random: .seeded(1))
  }

  static func server() -> ServerHandshake {
    ServerHandshake(key: key, random: .seeded(2))
  }

  static func packet(_ body: [UInt8]) -> [UInt8] {
    PlainMessage(messageID: 5, body: body).packet
  }

  static func body(_ packet: [UInt8]) -> [UInt8] { PlainMessage(packet: packet)?.body ?? [] }

  /// The secrets out of a client's req_DH_params.
  static func secrets(of request: [UInt8]) -> NonceSecrets? {
    guard case .reqDHParams(let call)? = try? MT.Methods.Call(bytes: body(request)),
      let padded = RSAPad.decrypt(call.encryptedData, with: key)
    else { return nil }
    var reader = TLReader(padded)
    return (try? MT.PQInnerData(from: &reader)).map { ClientInnerData($0).secrets }
  }

  /// The client's next packet, nil if it gave up or was done.
  static func next(_ client: inout ClientHandshake, _ packet: [UInt8]) -> [UInt8]? {
    guard case .send(let next)? = try? client.receive(packet, at: start) else { return nil }
    return next
  }
}
