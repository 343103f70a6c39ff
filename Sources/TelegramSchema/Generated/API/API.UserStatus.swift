// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `UserStatus`
  package enum UserStatus: TLDecodable, TLEncodable {
    case userStatusEmpty
    case userStatusLastMonth(API.UserStatus.UserStatusLastMonth)
    case userStatusLastWeek(API.UserStatus.UserStatusLastWeek)
    case userStatusOffline(API.UserStatus.UserStatusOffline)
    case userStatusOnline(API.UserStatus.UserStatusOnline)
    case userStatusRecently(API.UserStatus.UserStatusRecently)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x09d05049:
        self = .userStatusEmpty
      case 0x65899777:
        self = .userStatusLastMonth(try API.UserStatus.UserStatusLastMonth(body: &reader))
      case 0x541a1d1a:
        self = .userStatusLastWeek(try API.UserStatus.UserStatusLastWeek(body: &reader))
      case 0x008c703f:
        self = .userStatusOffline(try API.UserStatus.UserStatusOffline(body: &reader))
      case 0xedb93949:
        self = .userStatusOnline(try API.UserStatus.UserStatusOnline(body: &reader))
      case 0x7b197dc8:
        self = .userStatusRecently(try API.UserStatus.UserStatusRecently(body: &reader))
      default:
        throw reader.unknown(id, in: "UserStatus")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .userStatusEmpty: writer.constructor(0x09d05049)
      case .userStatusLastMonth(let value): writer.constructor(0x65899777); value.encodeBody(to: &writer)
      case .userStatusLastWeek(let value): writer.constructor(0x541a1d1a); value.encodeBody(to: &writer)
      case .userStatusOffline(let value): writer.constructor(0x008c703f); value.encodeBody(to: &writer)
      case .userStatusOnline(let value): writer.constructor(0xedb93949); value.encodeBody(to: &writer)
      case .userStatusRecently(let value): writer.constructor(0x7b197dc8); value.encodeBody(to: &writer)
      }
    }

    /// `userStatusLastMonth#65899777`
    package struct UserStatusLastMonth: Sendable {
      package static var constructorID: UInt32 { 0x65899777 }
      package let byMe: Bool

      package init(byMe: Bool = false) {
        self.byMe = byMe
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.byMe = flagsWord & 0x1 != 0
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if byMe { flagsWord |= 0x1 }
        writer.uint(flagsWord)
      }
    }

    /// `userStatusLastWeek#541a1d1a`
    package struct UserStatusLastWeek: Sendable {
      package static var constructorID: UInt32 { 0x541a1d1a }
      package let byMe: Bool

      package init(byMe: Bool = false) {
        self.byMe = byMe
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.byMe = flagsWord & 0x1 != 0
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if byMe { flagsWord |= 0x1 }
        writer.uint(flagsWord)
      }
    }

    /// `userStatusOffline#008c703f`
    package struct UserStatusOffline: Sendable {
      package static var constructorID: UInt32 { 0x008c703f }
      package let wasOnline: Int32

      package init(wasOnline: Int32) {
        self.wasOnline = wasOnline
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.wasOnline = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(wasOnline)
      }
    }

    /// `userStatusOnline#edb93949`
    package struct UserStatusOnline: Sendable {
      package static var constructorID: UInt32 { 0xedb93949 }
      package let expires: Int32

      package init(expires: Int32) {
        self.expires = expires
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.expires = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(expires)
      }
    }

    /// `userStatusRecently#7b197dc8`
    package struct UserStatusRecently: Sendable {
      package static var constructorID: UInt32 { 0x7b197dc8 }
      package let byMe: Bool

      package init(byMe: Bool = false) {
        self.byMe = byMe
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.byMe = flagsWord & 0x1 != 0
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if byMe { flagsWord |= 0x1 }
        writer.uint(flagsWord)
      }
    }
  }
}
