import Cryptography
import TelegramSchema

// Authorizations for other data centers (core.telegram.org/api/datacenter). Those of one network share
// the seed of their worlds.
extension Gateway {
  mutating func exportAuthorization(
    _ call: Methods.Auth.ExportAuthorization, in session: SessionKey
  ) throws(Refusal) -> API.Auth.ExportedAuthorization {
    let person = try viewer(of: session)
    guard call.dcId > 0, call.dcId != site.dc else { throw Refusal("DC_ID_INVALID") }
    exports += 1
    return API.Auth.ExportedAuthorization(
      id: person, bytes: ticket(exports, for: person, dc: call.dcId))
  }

  mutating func importAuthorization(
    _ call: Methods.Auth.ImportAuthorization, in session: SessionKey
  ) throws(Refusal) -> API.Auth.Authorization {
    let number = call.bytes.prefix(8).reversed().reduce(Int64.zero) { $0 << 8 | Int64($1) }
    guard world.people[call.id] != nil, call.bytes == ticket(number, for: call.id, dc: site.dc),
      imports.insert(call.bytes).inserted
    else { throw Refusal("AUTH_BYTES_INVALID") }
    return authorize(call.id, in: session, isNews: false)
  }

  private func ticket(_ number: Int64, for person: Int64, dc: Int32) -> [UInt8] {
    let count = (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    return count + SHA256.hash(Array("\(world.seed) \(person) \(dc) \(number)".utf8))
  }
}
