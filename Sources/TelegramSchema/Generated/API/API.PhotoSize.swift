// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `PhotoSize`
  package enum PhotoSize: TLDecodable, TLEncodable {
    case photoCachedSize(API.PhotoSize.PhotoCachedSize)
    case photoPathSize(API.PhotoSize.PhotoPathSize)
    case photoSize(API.PhotoSize.PhotoSize)
    case photoSizeEmpty(API.PhotoSize.PhotoSizeEmpty)
    case photoSizeProgressive(API.PhotoSize.PhotoSizeProgressive)
    case photoStrippedSize(API.PhotoSize.PhotoStrippedSize)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x021e1ad6:
        self = .photoCachedSize(try API.PhotoSize.PhotoCachedSize(body: &reader))
      case 0xd8214d41:
        self = .photoPathSize(try API.PhotoSize.PhotoPathSize(body: &reader))
      case 0x75c78e60:
        self = .photoSize(try API.PhotoSize.PhotoSize(body: &reader))
      case 0x0e17e23c:
        self = .photoSizeEmpty(try API.PhotoSize.PhotoSizeEmpty(body: &reader))
      case 0xfa3efb95:
        self = .photoSizeProgressive(try API.PhotoSize.PhotoSizeProgressive(body: &reader))
      case 0xe0b0bc2e:
        self = .photoStrippedSize(try API.PhotoSize.PhotoStrippedSize(body: &reader))
      default:
        throw reader.unknown(id, in: "PhotoSize")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .photoCachedSize(let value): writer.constructor(0x021e1ad6); value.encodeBody(to: &writer)
      case .photoPathSize(let value): writer.constructor(0xd8214d41); value.encodeBody(to: &writer)
      case .photoSize(let value): writer.constructor(0x75c78e60); value.encodeBody(to: &writer)
      case .photoSizeEmpty(let value): writer.constructor(0x0e17e23c); value.encodeBody(to: &writer)
      case .photoSizeProgressive(let value): writer.constructor(0xfa3efb95); value.encodeBody(to: &writer)
      case .photoStrippedSize(let value): writer.constructor(0xe0b0bc2e); value.encodeBody(to: &writer)
      }
    }

    /// `photoCachedSize#021e1ad6`
    package struct PhotoCachedSize: Sendable {
      package static var constructorID: UInt32 { 0x021e1ad6 }
      package let type: String
      package let w: Int32
      package let h: Int32
      package let bytes: [UInt8]

      package init(type: String, w: Int32, h: Int32, bytes: [UInt8]) {
        self.type = type
        self.w = w
        self.h = h
        self.bytes = bytes
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.type = try reader.string()
        self.w = try reader.int()
        self.h = try reader.int()
        self.bytes = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(type)
        writer.int(w)
        writer.int(h)
        writer.bytes(bytes)
      }
    }

    /// `photoPathSize#d8214d41`
    package struct PhotoPathSize: Sendable {
      package static var constructorID: UInt32 { 0xd8214d41 }
      package let type: String
      package let bytes: [UInt8]

      package init(type: String, bytes: [UInt8]) {
        self.type = type
        self.bytes = bytes
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.type = try reader.string()
        self.bytes = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(type)
        writer.bytes(bytes)
      }
    }

    /// `photoSize#75c78e60`
    package struct PhotoSize: Sendable {
      package static var constructorID: UInt32 { 0x75c78e60 }
      package let type: String
      package let w: Int32
      package let h: Int32
      package let size: Int32

      package init(type: String, w: Int32, h: Int32, size: Int32) {
        self.type = type
        self.w = w
        self.h = h
        self.size = size
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.type = try reader.string()
        self.w = try reader.int()
        self.h = try reader.int()
        self.size = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(type)
        writer.int(w)
        writer.int(h)
        writer.int(size)
      }
    }

    /// `photoSizeEmpty#0e17e23c`
    package struct PhotoSizeEmpty: Sendable {
      package static var constructorID: UInt32 { 0x0e17e23c }
      package let type: String

      package init(type: String) {
        self.type = type
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.type = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(type)
      }
    }

    /// `photoSizeProgressive#fa3efb95`
    package struct PhotoSizeProgressive: Sendable {
      package static var constructorID: UInt32 { 0xfa3efb95 }
      package let type: String
      package let w: Int32
      package let h: Int32
      package let sizes: [Int32]

      package init(type: String, w: Int32, h: Int32, sizes: [Int32]) {
        self.type = type
        self.w = w
        self.h = h
        self.sizes = sizes
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.type = try reader.string()
        self.w = try reader.int()
        self.h = try reader.int()
        self.sizes = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(type)
        writer.int(w)
        writer.int(h)
        writer.vector(sizes)
      }
    }

    /// `photoStrippedSize#e0b0bc2e`
    package struct PhotoStrippedSize: Sendable {
      package static var constructorID: UInt32 { 0xe0b0bc2e }
      package let type: String
      package let bytes: [UInt8]

      package init(type: String, bytes: [UInt8]) {
        self.type = type
        self.bytes = bytes
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.type = try reader.string()
        self.bytes = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.string(type)
        writer.bytes(bytes)
      }
    }
  }
}
