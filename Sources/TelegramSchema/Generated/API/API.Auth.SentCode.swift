// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Auth {
  /// `auth.SentCode`
  package enum SentCode: TLDecodable, TLEncodable {
    indirect case sentCode(API.Auth.SentCode.SentCode)
    indirect case sentCodePaymentRequired(API.Auth.SentCode.SentCodePaymentRequired)
    case sentCodeSuccess(API.Auth.SentCode.SentCodeSuccess)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x5e002502:
        self = .sentCode(try API.Auth.SentCode.SentCode(body: &reader))
      case 0xf8827ebf:
        self = .sentCodePaymentRequired(try API.Auth.SentCode.SentCodePaymentRequired(body: &reader))
      case 0x2390fe44:
        self = .sentCodeSuccess(try API.Auth.SentCode.SentCodeSuccess(body: &reader))
      default:
        throw reader.unknown(id, in: "auth.SentCode")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .sentCode(let value): writer.constructor(0x5e002502); value.encodeBody(to: &writer)
      case .sentCodePaymentRequired(let value): writer.constructor(0xf8827ebf); value.encodeBody(to: &writer)
      case .sentCodeSuccess(let value): writer.constructor(0x2390fe44); value.encodeBody(to: &writer)
      }
    }

    /// `auth.sentCode#5e002502`
    package struct SentCode: Sendable {
      package static var constructorID: UInt32 { 0x5e002502 }
      package let type: API.Auth.SentCodeType
      package let phoneCodeHash: String
      package let nextType: API.Auth.CodeType?
      package let timeout: Int32?

      package init(type: API.Auth.SentCodeType, phoneCodeHash: String, nextType: API.Auth.CodeType? = nil, timeout: Int32? = nil) {
        self.type = type
        self.phoneCodeHash = phoneCodeHash
        self.nextType = nextType
        self.timeout = timeout
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.type = try API.Auth.SentCodeType(from: &reader)
        self.phoneCodeHash = try reader.string()
        self.nextType = flagsWord & 0x2 != 0 ? try API.Auth.CodeType(from: &reader) : nil
        self.timeout = flagsWord & 0x4 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if nextType != nil { flagsWord |= 0x2 }
        if timeout != nil { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        type.encode(to: &writer)
        writer.string(phoneCodeHash)
        if let nextType { nextType.encode(to: &writer) }
        if let timeout { writer.int(timeout) }
      }
    }

    /// `auth.sentCodePaymentRequired#f8827ebf`
    package struct SentCodePaymentRequired: Sendable {
      package static var constructorID: UInt32 { 0xf8827ebf }
      package let storeProduct: String
      package let phoneCodeHash: String
      package let supportEmailAddress: String
      package let supportEmailSubject: String
      package let premiumDays: Int32
      package let currency: String
      package let amount: Int64

      package init(storeProduct: String, phoneCodeHash: String, supportEmailAddress: String, supportEmailSubject: String, premiumDays: Int32, currency: String, amount: Int64) {
        self.storeProduct = storeProduct
        self.phoneCodeHash = phoneCodeHash
        self.supportEmailAddress = supportEmailAddress
        self.supportEmailSubject = supportEmailSubject
        self.premiumDays = premiumDays
        self.currency = currency
        self.amount = amount
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.storeProduct = try reader.string()
        self.phoneCodeHash = try reader.string()
        self.supportEmailAddress = try reader.string()
        self.supportEmailSubject = try reader.string()
        self.premiumDays = try reader.int()
        self.currency = try reader.string()
        self.amount = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(storeProduct)
        writer.string(phoneCodeHash)
        writer.string(supportEmailAddress)
        writer.string(supportEmailSubject)
        writer.int(premiumDays)
        writer.string(currency)
        writer.long(amount)
      }
    }

    /// `auth.sentCodeSuccess#2390fe44`
    package struct SentCodeSuccess: Sendable {
      package static var constructorID: UInt32 { 0x2390fe44 }
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
