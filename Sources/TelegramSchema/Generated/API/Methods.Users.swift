// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension Methods.Users {
  /// `users.getFullUser#b60f5918`
  package struct GetFullUser: TLMethod {
    package static var constructorID: UInt32 { 0xb60f5918 }
    package typealias Response = API.Users.UserFull
    package let id: API.InputUser

    package init(id: API.InputUser) {
      self.id = id
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.id = try API.InputUser(from: &reader)
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      id.encode(to: &writer)
    }
  }
  /// `users.getUsers#0d91a548`
  package struct GetUsers: TLMethod {
    package static var constructorID: UInt32 { 0x0d91a548 }
    package typealias Response = [API.User]
    package let id: [API.InputUser]

    package init(id: [API.InputUser]) {
      self.id = id
    }

    @inline(never)
    package init(body reader: inout TLReader) throws(TLError) {
      self.id = try reader.vector()
    }

    @inline(never)
    package func encodeBody(to writer: inout TLWriter) {
      writer.vector(id)
    }
  }
}
