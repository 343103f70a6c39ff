// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `PasswordKdfAlgo`
  package enum PasswordKdfAlgo: TLDecodable, TLEncodable {
    case passwordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow(API.PasswordKdfAlgo.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow)
    case passwordKdfAlgoUnknown

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x3a912d4a:
        self = .passwordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow(try API.PasswordKdfAlgo.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow(body: &reader))
      case 0xd45ab096:
        self = .passwordKdfAlgoUnknown
      default:
        throw reader.unknown(id, in: "PasswordKdfAlgo")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .passwordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow(let value): writer.constructor(0x3a912d4a); value.encodeBody(to: &writer)
      case .passwordKdfAlgoUnknown: writer.constructor(0xd45ab096)
      }
    }

    /// `passwordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow#3a912d4a`
    package struct PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow: Sendable {
      package static var constructorID: UInt32 { 0x3a912d4a }
      package let salt1: [UInt8]
      package let salt2: [UInt8]
      package let g: Int32
      package let p: [UInt8]

      package init(salt1: [UInt8], salt2: [UInt8], g: Int32, p: [UInt8]) {
        self.salt1 = salt1
        self.salt2 = salt2
        self.g = g
        self.p = p
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.salt1 = try reader.bytes()
        self.salt2 = try reader.bytes()
        self.g = try reader.int()
        self.p = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.bytes(salt1)
        writer.bytes(salt2)
        writer.int(g)
        writer.bytes(p)
      }
    }
  }
}
