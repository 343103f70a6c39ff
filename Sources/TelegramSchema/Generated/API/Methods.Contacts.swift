// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension Methods.Contacts {
  /// `contacts.getContacts#5dd69e12`
  package struct GetContacts: TLMethod {
    package static var constructorID: UInt32 { 0x5dd69e12 }
    package typealias Response = API.Contacts.Contacts
    package let hash: Int64

    package init(hash: Int64) {
      self.hash = hash
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.hash = try reader.long()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.long(hash)
    }
  }
  /// `contacts.resolvePhone#8af94344`
  package struct ResolvePhone: TLMethod {
    package static var constructorID: UInt32 { 0x8af94344 }
    package typealias Response = API.Contacts.ResolvedPeer
    package let phone: String

    package init(phone: String) {
      self.phone = phone
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.phone = try reader.string()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.string(phone)
    }
  }
  /// `contacts.resolveUsername#725afbbc`
  package struct ResolveUsername: TLMethod {
    package static var constructorID: UInt32 { 0x725afbbc }
    package typealias Response = API.Contacts.ResolvedPeer
    package let username: String
    package let referer: String?

    package init(username: String, referer: String? = nil) {
      self.username = username
      self.referer = referer
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      let flagsWord = try reader.uint()
      self.username = try reader.string()
      self.referer = flagsWord & 0x1 != 0 ? try reader.string() : nil
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      var flagsWord: UInt32 = 0
      if referer != nil { flagsWord |= 0x1 }
      writer.uint(flagsWord)
      writer.string(username)
      if let referer { writer.string(referer) }
    }
  }
}
