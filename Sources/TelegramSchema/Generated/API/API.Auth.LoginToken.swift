// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Auth {
  /// `auth.LoginToken`
  package enum LoginToken: TLDecodable, TLEncodable {
    case loginToken(API.Auth.LoginToken.LoginToken)
    case loginTokenMigrateTo(API.Auth.LoginToken.LoginTokenMigrateTo)
    case loginTokenSuccess(API.Auth.LoginToken.LoginTokenSuccess)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x629f1980:
        self = .loginToken(try API.Auth.LoginToken.LoginToken(body: &reader))
      case 0x068e9916:
        self = .loginTokenMigrateTo(try API.Auth.LoginToken.LoginTokenMigrateTo(body: &reader))
      case 0x390d5c5e:
        self = .loginTokenSuccess(try API.Auth.LoginToken.LoginTokenSuccess(body: &reader))
      default:
        throw reader.unknown(id, in: "auth.LoginToken")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .loginToken(let value): writer.constructor(0x629f1980); value.encodeBody(to: &writer)
      case .loginTokenMigrateTo(let value): writer.constructor(0x068e9916); value.encodeBody(to: &writer)
      case .loginTokenSuccess(let value): writer.constructor(0x390d5c5e); value.encodeBody(to: &writer)
      }
    }

    /// `auth.loginToken#629f1980`
    package struct LoginToken: Sendable {
      package static var constructorID: UInt32 { 0x629f1980 }
      package let expires: Int32
      package let token: [UInt8]

      package init(expires: Int32, token: [UInt8]) {
        self.expires = expires
        self.token = token
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.expires = try reader.int()
        self.token = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(expires)
        writer.bytes(token)
      }
    }

    /// `auth.loginTokenMigrateTo#068e9916`
    package struct LoginTokenMigrateTo: Sendable {
      package static var constructorID: UInt32 { 0x068e9916 }
      package let dcId: Int32
      package let token: [UInt8]

      package init(dcId: Int32, token: [UInt8]) {
        self.dcId = dcId
        self.token = token
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.dcId = try reader.int()
        self.token = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(dcId)
        writer.bytes(token)
      }
    }

    /// `auth.loginTokenSuccess#390d5c5e`
    package struct LoginTokenSuccess: Sendable {
      package static var constructorID: UInt32 { 0x390d5c5e }
      package let authorization: API.Auth.Authorization

      package init(authorization: API.Auth.Authorization) {
        self.authorization = authorization
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.authorization = try API.Auth.Authorization(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        authorization.encode(to: &writer)
      }
    }
  }
}
