// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension Methods.Auth {
  /// `auth.acceptLoginToken#e894ad4d`
  package struct AcceptLoginToken: TLMethod {
    package static var constructorID: UInt32 { 0xe894ad4d }
    package typealias Response = API.Authorization
    package let token: [UInt8]

    package init(token: [UInt8]) {
      self.token = token
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.token = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.bytes(token)
    }
  }
  /// `auth.bindTempAuthKey#cdd42a05`
  package struct BindTempAuthKey: TLMethod {
    package static var constructorID: UInt32 { 0xcdd42a05 }
    package typealias Response = Bool
    package let permAuthKeyId: Int64
    package let nonce: Int64
    package let expiresAt: Int32
    package let encryptedMessage: [UInt8]

    package init(permAuthKeyId: Int64, nonce: Int64, expiresAt: Int32, encryptedMessage: [UInt8]) {
      self.permAuthKeyId = permAuthKeyId
      self.nonce = nonce
      self.expiresAt = expiresAt
      self.encryptedMessage = encryptedMessage
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.permAuthKeyId = try reader.long()
      self.nonce = try reader.long()
      self.expiresAt = try reader.int()
      self.encryptedMessage = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(permAuthKeyId)
      writer.long(nonce)
      writer.int(expiresAt)
      writer.bytes(encryptedMessage)
    }
  }
  /// `auth.cancelCode#1f040578`
  package struct CancelCode: TLMethod {
    package static var constructorID: UInt32 { 0x1f040578 }
    package typealias Response = Bool
    package let phoneNumber: String
    package let phoneCodeHash: String

    package init(phoneNumber: String, phoneCodeHash: String) {
      self.phoneNumber = phoneNumber
      self.phoneCodeHash = phoneCodeHash
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.phoneNumber = try reader.string()
      self.phoneCodeHash = try reader.string()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.string(phoneNumber)
      writer.string(phoneCodeHash)
    }
  }
  /// `auth.checkPassword#d18b4d16`
  package struct CheckPassword: TLMethod {
    package static var constructorID: UInt32 { 0xd18b4d16 }
    package typealias Response = API.Auth.Authorization
    package let password: API.InputCheckPasswordSRP

    package init(password: API.InputCheckPasswordSRP) {
      self.password = password
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.password = try API.InputCheckPasswordSRP(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      password.encode(to: &writer)
    }
  }
  /// `auth.exportAuthorization#e5bfffcd`
  package struct ExportAuthorization: TLMethod {
    package static var constructorID: UInt32 { 0xe5bfffcd }
    package typealias Response = API.Auth.ExportedAuthorization
    package let dcId: Int32

    package init(dcId: Int32) {
      self.dcId = dcId
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.dcId = try reader.int()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(dcId)
    }
  }
  /// `auth.exportLoginToken#b7e085fe`
  package struct ExportLoginToken: TLMethod {
    package static var constructorID: UInt32 { 0xb7e085fe }
    package typealias Response = API.Auth.LoginToken
    package let apiId: Int32
    package let apiHash: String
    package let exceptIds: [Int64]

    package init(apiId: Int32, apiHash: String, exceptIds: [Int64]) {
      self.apiId = apiId
      self.apiHash = apiHash
      self.exceptIds = exceptIds
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.apiId = try reader.int()
      self.apiHash = try reader.string()
      self.exceptIds = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(apiId)
      writer.string(apiHash)
      writer.vector(exceptIds)
    }
  }
  /// `auth.importAuthorization#a57a7dad`
  package struct ImportAuthorization: TLMethod {
    package static var constructorID: UInt32 { 0xa57a7dad }
    package typealias Response = API.Auth.Authorization
    package let id: Int64
    package let bytes: [UInt8]

    package init(id: Int64, bytes: [UInt8]) {
      self.id = id
      self.bytes = bytes
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.id = try reader.long()
      self.bytes = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(id)
      writer.bytes(bytes)
    }
  }
  /// `auth.importBotAuthorization#67a3ff2c`
  package struct ImportBotAuthorization: TLMethod {
    package static var constructorID: UInt32 { 0x67a3ff2c }
    package typealias Response = API.Auth.Authorization
    package let flags: Int32
    package let apiId: Int32
    package let apiHash: String
    package let botAuthToken: String

    package init(flags: Int32, apiId: Int32, apiHash: String, botAuthToken: String) {
      self.flags = flags
      self.apiId = apiId
      self.apiHash = apiHash
      self.botAuthToken = botAuthToken
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.flags = try reader.int()
      self.apiId = try reader.int()
      self.apiHash = try reader.string()
      self.botAuthToken = try reader.string()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(flags)
      writer.int(apiId)
      writer.string(apiHash)
      writer.string(botAuthToken)
    }
  }
  /// `auth.importLoginToken#95ac5ce4`
  package struct ImportLoginToken: TLMethod {
    package static var constructorID: UInt32 { 0x95ac5ce4 }
    package typealias Response = API.Auth.LoginToken
    package let token: [UInt8]

    package init(token: [UInt8]) {
      self.token = token
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.token = try reader.bytes()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.bytes(token)
    }
  }
  /// `auth.logOut#3e72ba19`
  package struct LogOut: TLMethod {
    package static var constructorID: UInt32 { 0x3e72ba19 }
    package typealias Response = API.Auth.LoggedOut

    package init() {
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
    }
  }
  /// `auth.resendCode#cae47523`
  package struct ResendCode: TLMethod {
    package static var constructorID: UInt32 { 0xcae47523 }
    package typealias Response = API.Auth.SentCode
    package let phoneNumber: String
    package let phoneCodeHash: String
    package let reason: String?

    package init(phoneNumber: String, phoneCodeHash: String, reason: String? = nil) {
      self.phoneNumber = phoneNumber
      self.phoneCodeHash = phoneCodeHash
      self.reason = reason
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.phoneNumber = try reader.string()
      self.phoneCodeHash = try reader.string()
      self.reason = flagsWord & 0x1 != 0 ? try reader.string() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if reason != nil { flagsWord |= 0x1 }
      writer.uint(flagsWord)
      writer.string(phoneNumber)
      writer.string(phoneCodeHash)
      if let reason { writer.string(reason) }
    }
  }
  /// `auth.sendCode#a677244f`
  package struct SendCode: TLMethod {
    package static var constructorID: UInt32 { 0xa677244f }
    package typealias Response = API.Auth.SentCode
    package let phoneNumber: String
    package let apiId: Int32
    package let apiHash: String
    package let settings: API.CodeSettings

    package init(phoneNumber: String, apiId: Int32, apiHash: String, settings: API.CodeSettings) {
      self.phoneNumber = phoneNumber
      self.apiId = apiId
      self.apiHash = apiHash
      self.settings = settings
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.phoneNumber = try reader.string()
      self.apiId = try reader.int()
      self.apiHash = try reader.string()
      self.settings = try API.CodeSettings(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.string(phoneNumber)
      writer.int(apiId)
      writer.string(apiHash)
      settings.encode(to: &writer)
    }
  }
  /// `auth.signIn#8d52a951`
  package struct SignIn: TLMethod {
    package static var constructorID: UInt32 { 0x8d52a951 }
    package typealias Response = API.Auth.Authorization
    package let phoneNumber: String
    package let phoneCodeHash: String
    package let phoneCode: String?
    package let emailVerification: TLRaw?

    package init(phoneNumber: String, phoneCodeHash: String, phoneCode: String? = nil, emailVerification: TLRaw? = nil) {
      self.phoneNumber = phoneNumber
      self.phoneCodeHash = phoneCodeHash
      self.phoneCode = phoneCode
      self.emailVerification = emailVerification
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.phoneNumber = try reader.string()
      self.phoneCodeHash = try reader.string()
      self.phoneCode = flagsWord & 0x1 != 0 ? try reader.string() : nil
      self.emailVerification = flagsWord & 0x2 != 0 ? try reader.raw(type: 93) : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if phoneCode != nil { flagsWord |= 0x1 }
      if emailVerification != nil { flagsWord |= 0x2 }
      writer.uint(flagsWord)
      writer.string(phoneNumber)
      writer.string(phoneCodeHash)
      if let phoneCode { writer.string(phoneCode) }
      if let emailVerification { emailVerification.encode(to: &writer) }
    }
  }
}
