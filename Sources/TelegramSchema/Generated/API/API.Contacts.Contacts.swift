// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Contacts {
  /// `contacts.Contacts`
  package enum Contacts: TLDecodable, TLEncodable {
    case contacts(API.Contacts.Contacts.Contacts)
    case contactsNotModified

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xeae87e42:
        self = .contacts(try API.Contacts.Contacts.Contacts(body: &reader))
      case 0xb74ba9d2:
        self = .contactsNotModified
      default:
        throw reader.unknown(id, in: "contacts.Contacts")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .contacts(let value): writer.constructor(0xeae87e42); value.encodeBody(to: &writer)
      case .contactsNotModified: writer.constructor(0xb74ba9d2)
      }
    }

    /// `contacts.contacts#eae87e42`
    package struct Contacts: Sendable {
      package static var constructorID: UInt32 { 0xeae87e42 }
      package let contacts: [API.Contact]
      package let savedCount: Int32
      package let users: [API.User]

      package init(contacts: [API.Contact], savedCount: Int32, users: [API.User]) {
        self.contacts = contacts
        self.savedCount = savedCount
        self.users = users
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.contacts = try reader.vector()
        self.savedCount = try reader.int()
        self.users = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.vector(contacts)
        writer.int(savedCount)
        writer.vector(users)
      }
    }
  }
}
