// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Account {
  /// `account.authorizations#4bff8ea0`
  package struct Authorizations: TLConstructor {
    package static var constructorID: UInt32 { 0x4bff8ea0 }
    package let authorizationTtlDays: Int32
    package let authorizations: [API.Authorization]

    package init(authorizationTtlDays: Int32, authorizations: [API.Authorization]) {
      self.authorizationTtlDays = authorizationTtlDays
      self.authorizations = authorizations
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.authorizationTtlDays = try reader.int()
      self.authorizations = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.int(authorizationTtlDays)
      writer.vector(authorizations)
    }
  }
}
