// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputCheckPasswordSRP`
  package enum InputCheckPasswordSRP: TLDecodable, TLEncodable {
    case inputCheckPasswordEmpty
    case inputCheckPasswordSRP(API.InputCheckPasswordSRP.InputCheckPasswordSRP)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x9880f658:
        self = .inputCheckPasswordEmpty
      case 0xd27ff082:
        self = .inputCheckPasswordSRP(try API.InputCheckPasswordSRP.InputCheckPasswordSRP(body: &reader))
      default:
        throw reader.unknown(id, in: "InputCheckPasswordSRP")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputCheckPasswordEmpty: writer.constructor(0x9880f658)
      case .inputCheckPasswordSRP(let value): writer.constructor(0xd27ff082); value.encodeBody(to: &writer)
      }
    }

    /// `inputCheckPasswordSRP#d27ff082`
    package struct InputCheckPasswordSRP: Sendable {
      package static var constructorID: UInt32 { 0xd27ff082 }
      package let srpId: Int64
      package let a: [UInt8]
      package let m1: [UInt8]

      package init(srpId: Int64, a: [UInt8], m1: [UInt8]) {
        self.srpId = srpId
        self.a = a
        self.m1 = m1
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.srpId = try reader.long()
        self.a = try reader.bytes()
        self.m1 = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(srpId)
        writer.bytes(a)
        writer.bytes(m1)
      }
    }
  }
}
