// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `SecurePasswordKdfAlgo`
  package enum SecurePasswordKdfAlgo: TLDecodable, TLEncodable {
    case securePasswordKdfAlgoPBKDF2HMACSHA512iter100000(API.SecurePasswordKdfAlgo.SecurePasswordKdfAlgoPBKDF2HMACSHA512iter100000)
    case securePasswordKdfAlgoSHA512(API.SecurePasswordKdfAlgo.SecurePasswordKdfAlgoSHA512)
    case securePasswordKdfAlgoUnknown

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xbbf2dda0:
        self = .securePasswordKdfAlgoPBKDF2HMACSHA512iter100000(try API.SecurePasswordKdfAlgo.SecurePasswordKdfAlgoPBKDF2HMACSHA512iter100000(body: &reader))
      case 0x86471d92:
        self = .securePasswordKdfAlgoSHA512(try API.SecurePasswordKdfAlgo.SecurePasswordKdfAlgoSHA512(body: &reader))
      case 0x004a8537:
        self = .securePasswordKdfAlgoUnknown
      default:
        throw reader.unknown(id, in: "SecurePasswordKdfAlgo")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .securePasswordKdfAlgoPBKDF2HMACSHA512iter100000(let value): writer.constructor(0xbbf2dda0); value.encodeBody(to: &writer)
      case .securePasswordKdfAlgoSHA512(let value): writer.constructor(0x86471d92); value.encodeBody(to: &writer)
      case .securePasswordKdfAlgoUnknown: writer.constructor(0x004a8537)
      }
    }

    /// `securePasswordKdfAlgoPBKDF2HMACSHA512iter100000#bbf2dda0`
    package struct SecurePasswordKdfAlgoPBKDF2HMACSHA512iter100000: Sendable {
      package static var constructorID: UInt32 { 0xbbf2dda0 }
      package let salt: [UInt8]

      package init(salt: [UInt8]) {
        self.salt = salt
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.salt = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.bytes(salt)
      }
    }

    /// `securePasswordKdfAlgoSHA512#86471d92`
    package struct SecurePasswordKdfAlgoSHA512: Sendable {
      package static var constructorID: UInt32 { 0x86471d92 }
      package let salt: [UInt8]

      package init(salt: [UInt8]) {
        self.salt = salt
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.salt = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.bytes(salt)
      }
    }
  }
}
