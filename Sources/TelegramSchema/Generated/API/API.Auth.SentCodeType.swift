// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Auth {
  /// `auth.SentCodeType`
  package enum SentCodeType: TLDecodable, TLEncodable {
    case sentCodeTypeApp(API.Auth.SentCodeType.SentCodeTypeApp)
    case sentCodeTypeCall(API.Auth.SentCodeType.SentCodeTypeCall)
    case sentCodeTypeEmailCode(API.Auth.SentCodeType.SentCodeTypeEmailCode)
    indirect case sentCodeTypeFirebaseSms(API.Auth.SentCodeType.SentCodeTypeFirebaseSms)
    case sentCodeTypeFlashCall(API.Auth.SentCodeType.SentCodeTypeFlashCall)
    case sentCodeTypeFragmentSms(API.Auth.SentCodeType.SentCodeTypeFragmentSms)
    case sentCodeTypeMissedCall(API.Auth.SentCodeType.SentCodeTypeMissedCall)
    case sentCodeTypeSetUpEmailRequired(API.Auth.SentCodeType.SentCodeTypeSetUpEmailRequired)
    case sentCodeTypeSms(API.Auth.SentCodeType.SentCodeTypeSms)
    case sentCodeTypeSmsPhrase(API.Auth.SentCodeType.SentCodeTypeSmsPhrase)
    case sentCodeTypeSmsWord(API.Auth.SentCodeType.SentCodeTypeSmsWord)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x3dbb5986:
        self = .sentCodeTypeApp(try API.Auth.SentCodeType.SentCodeTypeApp(body: &reader))
      case 0x5353e5a7:
        self = .sentCodeTypeCall(try API.Auth.SentCodeType.SentCodeTypeCall(body: &reader))
      case 0xf450f59b:
        self = .sentCodeTypeEmailCode(try API.Auth.SentCodeType.SentCodeTypeEmailCode(body: &reader))
      case 0x009fd736:
        self = .sentCodeTypeFirebaseSms(try API.Auth.SentCodeType.SentCodeTypeFirebaseSms(body: &reader))
      case 0xab03c6d9:
        self = .sentCodeTypeFlashCall(try API.Auth.SentCodeType.SentCodeTypeFlashCall(body: &reader))
      case 0xd9565c39:
        self = .sentCodeTypeFragmentSms(try API.Auth.SentCodeType.SentCodeTypeFragmentSms(body: &reader))
      case 0x82006484:
        self = .sentCodeTypeMissedCall(try API.Auth.SentCodeType.SentCodeTypeMissedCall(body: &reader))
      case 0xa5491dea:
        self = .sentCodeTypeSetUpEmailRequired(try API.Auth.SentCodeType.SentCodeTypeSetUpEmailRequired(body: &reader))
      case 0xc000bba2:
        self = .sentCodeTypeSms(try API.Auth.SentCodeType.SentCodeTypeSms(body: &reader))
      case 0xb37794af:
        self = .sentCodeTypeSmsPhrase(try API.Auth.SentCodeType.SentCodeTypeSmsPhrase(body: &reader))
      case 0xa416ac81:
        self = .sentCodeTypeSmsWord(try API.Auth.SentCodeType.SentCodeTypeSmsWord(body: &reader))
      default:
        throw reader.unknown(id, in: "auth.SentCodeType")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .sentCodeTypeApp(let value): writer.constructor(0x3dbb5986); value.encodeBody(to: &writer)
      case .sentCodeTypeCall(let value): writer.constructor(0x5353e5a7); value.encodeBody(to: &writer)
      case .sentCodeTypeEmailCode(let value): writer.constructor(0xf450f59b); value.encodeBody(to: &writer)
      case .sentCodeTypeFirebaseSms(let value): writer.constructor(0x009fd736); value.encodeBody(to: &writer)
      case .sentCodeTypeFlashCall(let value): writer.constructor(0xab03c6d9); value.encodeBody(to: &writer)
      case .sentCodeTypeFragmentSms(let value): writer.constructor(0xd9565c39); value.encodeBody(to: &writer)
      case .sentCodeTypeMissedCall(let value): writer.constructor(0x82006484); value.encodeBody(to: &writer)
      case .sentCodeTypeSetUpEmailRequired(let value): writer.constructor(0xa5491dea); value.encodeBody(to: &writer)
      case .sentCodeTypeSms(let value): writer.constructor(0xc000bba2); value.encodeBody(to: &writer)
      case .sentCodeTypeSmsPhrase(let value): writer.constructor(0xb37794af); value.encodeBody(to: &writer)
      case .sentCodeTypeSmsWord(let value): writer.constructor(0xa416ac81); value.encodeBody(to: &writer)
      }
    }

    /// `auth.sentCodeTypeApp#3dbb5986`
    package struct SentCodeTypeApp: Sendable {
      package static var constructorID: UInt32 { 0x3dbb5986 }
      package let length: Int32

      package init(length: Int32) {
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(length)
      }
    }

    /// `auth.sentCodeTypeCall#5353e5a7`
    package struct SentCodeTypeCall: Sendable {
      package static var constructorID: UInt32 { 0x5353e5a7 }
      package let length: Int32

      package init(length: Int32) {
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(length)
      }
    }

    /// `auth.sentCodeTypeEmailCode#f450f59b`
    package struct SentCodeTypeEmailCode: Sendable {
      package static var constructorID: UInt32 { 0xf450f59b }
      package let appleSigninAllowed: Bool
      package let googleSigninAllowed: Bool
      package let emailPattern: String
      package let length: Int32
      package let resetAvailablePeriod: Int32?
      package let resetPendingDate: Int32?

      package init(appleSigninAllowed: Bool = false, googleSigninAllowed: Bool = false, emailPattern: String, length: Int32, resetAvailablePeriod: Int32? = nil, resetPendingDate: Int32? = nil) {
        self.appleSigninAllowed = appleSigninAllowed
        self.googleSigninAllowed = googleSigninAllowed
        self.emailPattern = emailPattern
        self.length = length
        self.resetAvailablePeriod = resetAvailablePeriod
        self.resetPendingDate = resetPendingDate
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.appleSigninAllowed = flagsWord & 0x1 != 0
        self.googleSigninAllowed = flagsWord & 0x2 != 0
        self.emailPattern = try reader.string()
        self.length = try reader.int()
        self.resetAvailablePeriod = flagsWord & 0x8 != 0 ? try reader.int() : nil
        self.resetPendingDate = flagsWord & 0x10 != 0 ? try reader.int() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if appleSigninAllowed { flagsWord |= 0x1 }
        if googleSigninAllowed { flagsWord |= 0x2 }
        if resetAvailablePeriod != nil { flagsWord |= 0x8 }
        if resetPendingDate != nil { flagsWord |= 0x10 }
        writer.uint(flagsWord)
        writer.string(emailPattern)
        writer.int(length)
        if let resetAvailablePeriod { writer.int(resetAvailablePeriod) }
        if let resetPendingDate { writer.int(resetPendingDate) }
      }
    }

    /// `auth.sentCodeTypeFirebaseSms#009fd736`
    package struct SentCodeTypeFirebaseSms: Sendable {
      package static var constructorID: UInt32 { 0x009fd736 }
      package let nonce: [UInt8]?
      package let playIntegrityProjectId: Int64?
      package let playIntegrityNonce: [UInt8]?
      package let receipt: String?
      package let pushTimeout: Int32?
      package let length: Int32

      package init(nonce: [UInt8]? = nil, playIntegrityProjectId: Int64? = nil, playIntegrityNonce: [UInt8]? = nil, receipt: String? = nil, pushTimeout: Int32? = nil, length: Int32) {
        self.nonce = nonce
        self.playIntegrityProjectId = playIntegrityProjectId
        self.playIntegrityNonce = playIntegrityNonce
        self.receipt = receipt
        self.pushTimeout = pushTimeout
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.nonce = flagsWord & 0x1 != 0 ? try reader.bytes() : nil
        self.playIntegrityProjectId = flagsWord & 0x4 != 0 ? try reader.long() : nil
        self.playIntegrityNonce = flagsWord & 0x4 != 0 ? try reader.bytes() : nil
        self.receipt = flagsWord & 0x2 != 0 ? try reader.string() : nil
        self.pushTimeout = flagsWord & 0x2 != 0 ? try reader.int() : nil
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if nonce != nil { flagsWord |= 0x1 }
        if receipt != nil && pushTimeout != nil { flagsWord |= 0x2 }
        if playIntegrityProjectId != nil && playIntegrityNonce != nil { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        if let nonce { writer.bytes(nonce) }
        if let playIntegrityProjectId, flagsWord & 0x4 != 0 { writer.long(playIntegrityProjectId) }
        if let playIntegrityNonce, flagsWord & 0x4 != 0 { writer.bytes(playIntegrityNonce) }
        if let receipt, flagsWord & 0x2 != 0 { writer.string(receipt) }
        if let pushTimeout, flagsWord & 0x2 != 0 { writer.int(pushTimeout) }
        writer.int(length)
      }
    }

    /// `auth.sentCodeTypeFlashCall#ab03c6d9`
    package struct SentCodeTypeFlashCall: Sendable {
      package static var constructorID: UInt32 { 0xab03c6d9 }
      package let pattern: String

      package init(pattern: String) {
        self.pattern = pattern
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.pattern = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(pattern)
      }
    }

    /// `auth.sentCodeTypeFragmentSms#d9565c39`
    package struct SentCodeTypeFragmentSms: Sendable {
      package static var constructorID: UInt32 { 0xd9565c39 }
      package let url: String
      package let length: Int32

      package init(url: String, length: Int32) {
        self.url = url
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.url = try reader.string()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(url)
        writer.int(length)
      }
    }

    /// `auth.sentCodeTypeMissedCall#82006484`
    package struct SentCodeTypeMissedCall: Sendable {
      package static var constructorID: UInt32 { 0x82006484 }
      package let prefix: String
      package let length: Int32

      package init(prefix: String, length: Int32) {
        self.prefix = prefix
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.prefix = try reader.string()
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(prefix)
        writer.int(length)
      }
    }

    /// `auth.sentCodeTypeSetUpEmailRequired#a5491dea`
    package struct SentCodeTypeSetUpEmailRequired: Sendable {
      package static var constructorID: UInt32 { 0xa5491dea }
      package let appleSigninAllowed: Bool
      package let googleSigninAllowed: Bool

      package init(appleSigninAllowed: Bool = false, googleSigninAllowed: Bool = false) {
        self.appleSigninAllowed = appleSigninAllowed
        self.googleSigninAllowed = googleSigninAllowed
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.appleSigninAllowed = flagsWord & 0x1 != 0
        self.googleSigninAllowed = flagsWord & 0x2 != 0
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if appleSigninAllowed { flagsWord |= 0x1 }
        if googleSigninAllowed { flagsWord |= 0x2 }
        writer.uint(flagsWord)
      }
    }

    /// `auth.sentCodeTypeSms#c000bba2`
    package struct SentCodeTypeSms: Sendable {
      package static var constructorID: UInt32 { 0xc000bba2 }
      package let length: Int32

      package init(length: Int32) {
        self.length = length
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.length = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(length)
      }
    }

    /// `auth.sentCodeTypeSmsPhrase#b37794af`
    package struct SentCodeTypeSmsPhrase: Sendable {
      package static var constructorID: UInt32 { 0xb37794af }
      package let beginning: String?

      package init(beginning: String? = nil) {
        self.beginning = beginning
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.beginning = flagsWord & 0x1 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if beginning != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        if let beginning { writer.string(beginning) }
      }
    }

    /// `auth.sentCodeTypeSmsWord#a416ac81`
    package struct SentCodeTypeSmsWord: Sendable {
      package static var constructorID: UInt32 { 0xa416ac81 }
      package let beginning: String?

      package init(beginning: String? = nil) {
        self.beginning = beginning
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.beginning = flagsWord & 0x1 != 0 ? try reader.string() : nil
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if beginning != nil { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        if let beginning { writer.string(beginning) }
      }
    }
  }
}
