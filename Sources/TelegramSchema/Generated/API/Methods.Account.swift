// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension Methods.Account {
  /// `account.getAuthorizations#e320c158`
  package struct GetAuthorizations: TLMethod {
    package static var constructorID: UInt32 { 0xe320c158 }
    package typealias Response = API.Account.Authorizations

    package init() {
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
    }
  }
  /// `account.getPassword#548a30f5`
  package struct GetPassword: TLMethod {
    package static var constructorID: UInt32 { 0x548a30f5 }
    package typealias Response = API.Account.Password

    package init() {
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
    }
  }
  /// `account.updateStatus#6628562c`
  package struct UpdateStatus: TLMethod {
    package static var constructorID: UInt32 { 0x6628562c }
    package typealias Response = Bool
    package let offline: Bool

    package init(offline: Bool) {
      self.offline = offline
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.offline = try reader.bool()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.bool(offline)
    }
  }
}
