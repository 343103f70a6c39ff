// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `codeSettings#ad253d78`
  package struct CodeSettings: TLConstructor {
    package static var constructorID: UInt32 { 0xad253d78 }
    package let allowFlashcall: Bool
    package let currentNumber: Bool
    package let allowAppHash: Bool
    package let allowMissedCall: Bool
    package let allowFirebase: Bool
    package let unknownNumber: Bool
    package let logoutTokens: [[UInt8]]?
    package let token: String?
    package let appSandbox: Bool?

    package init(allowFlashcall: Bool = false, currentNumber: Bool = false, allowAppHash: Bool = false, allowMissedCall: Bool = false, allowFirebase: Bool = false, unknownNumber: Bool = false, logoutTokens: [[UInt8]]? = nil, token: String? = nil, appSandbox: Bool? = nil) {
      self.allowFlashcall = allowFlashcall
      self.currentNumber = currentNumber
      self.allowAppHash = allowAppHash
      self.allowMissedCall = allowMissedCall
      self.allowFirebase = allowFirebase
      self.unknownNumber = unknownNumber
      self.logoutTokens = logoutTokens
      self.token = token
      self.appSandbox = appSandbox
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.allowFlashcall = flagsWord & 0x1 != 0
      self.currentNumber = flagsWord & 0x2 != 0
      self.allowAppHash = flagsWord & 0x10 != 0
      self.allowMissedCall = flagsWord & 0x20 != 0
      self.allowFirebase = flagsWord & 0x80 != 0
      self.unknownNumber = flagsWord & 0x200 != 0
      self.logoutTokens = flagsWord & 0x40 != 0 ? try reader.vectorOfBytes() : nil
      self.token = flagsWord & 0x100 != 0 ? try reader.string() : nil
      self.appSandbox = flagsWord & 0x100 != 0 ? try reader.bool() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if allowFlashcall { flagsWord |= 0x1 }
      if currentNumber { flagsWord |= 0x2 }
      if allowAppHash { flagsWord |= 0x10 }
      if allowMissedCall { flagsWord |= 0x20 }
      if logoutTokens != nil { flagsWord |= 0x40 }
      if allowFirebase { flagsWord |= 0x80 }
      if token != nil && appSandbox != nil { flagsWord |= 0x100 }
      if unknownNumber { flagsWord |= 0x200 }
      writer.uint(flagsWord)
      if let logoutTokens { writer.vectorOfBytes(logoutTokens) }
      if let token, flagsWord & 0x100 != 0 { writer.string(token) }
      if let appSandbox, flagsWord & 0x100 != 0 { writer.bool(appSandbox) }
    }
  }
}
