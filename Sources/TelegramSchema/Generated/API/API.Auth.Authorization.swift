// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Auth {
  /// `auth.Authorization`
  package enum Authorization: TLDecodable, TLEncodable {
    case authorization(API.Auth.Authorization.Authorization)
    indirect case authorizationSignUpRequired(API.Auth.Authorization.AuthorizationSignUpRequired)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x2ea2c0d4:
        self = .authorization(try API.Auth.Authorization.Authorization(body: &reader))
      case 0x44747e9a:
        self = .authorizationSignUpRequired(try API.Auth.Authorization.AuthorizationSignUpRequired(body: &reader))
      default:
        throw reader.unknown(id, in: "auth.Authorization")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .authorization(let value): writer.constructor(0x2ea2c0d4); value.encodeBody(to: &writer)
      case .authorizationSignUpRequired(let value): writer.constructor(0x44747e9a); value.encodeBody(to: &writer)
      }
    }

    /// `auth.authorization#2ea2c0d4`
    package struct Authorization: Sendable {
      package static var constructorID: UInt32 { 0x2ea2c0d4 }
      package let otherwiseReloginDays: Int32?
      package let tmpSessions: Int32?
      package let futureAuthToken: [UInt8]?
      package let user: API.User
      /// Sent by the same bit as the values it follows from.
      package var setupPasswordRequired: Bool { otherwiseReloginDays != nil }

      package init(otherwiseReloginDays: Int32? = nil, tmpSessions: Int32? = nil, futureAuthToken: [UInt8]? = nil, user: API.User) {
        self.otherwiseReloginDays = otherwiseReloginDays
        self.tmpSessions = tmpSessions
        self.futureAuthToken = futureAuthToken
        self.user = user
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.otherwiseReloginDays = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.tmpSessions = flagsWord & 0x1 != 0 ? try reader.int() : nil
        self.futureAuthToken = flagsWord & 0x4 != 0 ? try reader.bytes() : nil
        self.user = try API.User(from: &reader)
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if tmpSessions != nil { flagsWord |= 0x1 }
        if otherwiseReloginDays != nil { flagsWord |= 0x2 }
        if futureAuthToken != nil { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        if let otherwiseReloginDays { writer.int(otherwiseReloginDays) }
        if let tmpSessions { writer.int(tmpSessions) }
        if let futureAuthToken { writer.bytes(futureAuthToken) }
        user.encode(to: &writer)
      }
    }

    /// `auth.authorizationSignUpRequired#44747e9a`
    package struct AuthorizationSignUpRequired: Sendable {
      package static var constructorID: UInt32 { 0x44747e9a }
      package let termsOfService: API.Help.TermsOfService?

      package init(termsOfService: API.Help.TermsOfService? = nil) {
        self.termsOfService = termsOfService
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.termsOfService = flagsWord & 0x1 != 0 ? try API.Help.TermsOfService(from: &reader) : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if termsOfService != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        if let termsOfService { termsOfService.encode(to: &writer) }
      }
    }
  }
}
