// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Account {
  /// `account.password#957b50fb`
  package struct Password: TLConstructor {
    package static var constructorID: UInt32 { 0x957b50fb }
    package let hasRecovery: Bool
    package let hasSecureValues: Bool
    package let currentAlgo: API.PasswordKdfAlgo?
    package let srpB: [UInt8]?
    package let srpId: Int64?
    package let hint: String?
    package let emailUnconfirmedPattern: String?
    package let newAlgo: API.PasswordKdfAlgo
    package let newSecureAlgo: API.SecurePasswordKdfAlgo
    package let secureRandom: [UInt8]
    package let pendingResetDate: Int32?
    package let loginEmailPattern: String?
    /// Sent by the same bit as the values it follows from.
    package var hasPassword: Bool { currentAlgo != nil && srpB != nil && srpId != nil }

    package init(hasRecovery: Bool = false, hasSecureValues: Bool = false, currentAlgo: API.PasswordKdfAlgo? = nil, srpB: [UInt8]? = nil, srpId: Int64? = nil, hint: String? = nil, emailUnconfirmedPattern: String? = nil, newAlgo: API.PasswordKdfAlgo, newSecureAlgo: API.SecurePasswordKdfAlgo, secureRandom: [UInt8], pendingResetDate: Int32? = nil, loginEmailPattern: String? = nil) {
      self.hasRecovery = hasRecovery
      self.hasSecureValues = hasSecureValues
      self.currentAlgo = currentAlgo
      self.srpB = srpB
      self.srpId = srpId
      self.hint = hint
      self.emailUnconfirmedPattern = emailUnconfirmedPattern
      self.newAlgo = newAlgo
      self.newSecureAlgo = newSecureAlgo
      self.secureRandom = secureRandom
      self.pendingResetDate = pendingResetDate
      self.loginEmailPattern = loginEmailPattern
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.hasRecovery = flagsWord & 0x1 != 0
      self.hasSecureValues = flagsWord & 0x2 != 0
      self.currentAlgo = flagsWord & 0x4 != 0 ? try API.PasswordKdfAlgo(from: &reader) : nil
      self.srpB = flagsWord & 0x4 != 0 ? try reader.bytes() : nil
      self.srpId = flagsWord & 0x4 != 0 ? try reader.long() : nil
      self.hint = flagsWord & 0x8 != 0 ? try reader.string() : nil
      self.emailUnconfirmedPattern = flagsWord & 0x10 != 0 ? try reader.string() : nil
      self.newAlgo = try API.PasswordKdfAlgo(from: &reader)
      self.newSecureAlgo = try API.SecurePasswordKdfAlgo(from: &reader)
      self.secureRandom = try reader.bytes()
      self.pendingResetDate = flagsWord & 0x20 != 0 ? try reader.int() : nil
      self.loginEmailPattern = flagsWord & 0x40 != 0 ? try reader.string() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if hasRecovery { flagsWord |= 0x1 }
      if hasSecureValues { flagsWord |= 0x2 }
      if currentAlgo != nil && srpB != nil && srpId != nil { flagsWord |= 0x4 }
      if hint != nil { flagsWord |= 0x8 }
      if emailUnconfirmedPattern != nil { flagsWord |= 0x10 }
      if pendingResetDate != nil { flagsWord |= 0x20 }
      if loginEmailPattern != nil { flagsWord |= 0x40 }
      writer.uint(flagsWord)
      if let currentAlgo, flagsWord & 0x4 != 0 { currentAlgo.encode(to: &writer) }
      if let srpB, flagsWord & 0x4 != 0 { writer.bytes(srpB) }
      if let srpId, flagsWord & 0x4 != 0 { writer.long(srpId) }
      if let hint { writer.string(hint) }
      if let emailUnconfirmedPattern { writer.string(emailUnconfirmedPattern) }
      newAlgo.encode(to: &writer)
      newSecureAlgo.encode(to: &writer)
      writer.bytes(secureRandom)
      if let pendingResetDate { writer.int(pendingResetDate) }
      if let loginEmailPattern { writer.string(loginEmailPattern) }
    }
  }
}
