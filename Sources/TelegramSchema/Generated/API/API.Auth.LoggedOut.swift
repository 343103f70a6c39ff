// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Auth {
  /// `auth.loggedOut#c3a2835f`
  package struct LoggedOut: TLConstructor {
    package static var constructorID: UInt32 { 0xc3a2835f }
    package let futureAuthToken: [UInt8]?

    package init(futureAuthToken: [UInt8]? = nil) {
      self.futureAuthToken = futureAuthToken
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.futureAuthToken = flagsWord & 0x1 != 0 ? try reader.bytes() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if futureAuthToken != nil { flagsWord |= 0x1 }
      writer.uint(flagsWord)
      if let futureAuthToken { writer.bytes(futureAuthToken) }
    }
  }
}
