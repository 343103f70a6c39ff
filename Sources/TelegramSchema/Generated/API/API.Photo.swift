// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `Photo`
  package enum Photo: TLDecodable, TLEncodable {
    indirect case photo(API.Photo.Photo)
    case photoEmpty(API.Photo.PhotoEmpty)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xfb197a65:
        self = .photo(try API.Photo.Photo(body: &reader))
      case 0x2331b22d:
        self = .photoEmpty(try API.Photo.PhotoEmpty(body: &reader))
      default:
        throw reader.unknown(id, in: "Photo")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .photo(let value): writer.constructor(0xfb197a65); value.encodeBody(to: &writer)
      case .photoEmpty(let value): writer.constructor(0x2331b22d); value.encodeBody(to: &writer)
      }
    }

    /// `photo#fb197a65`
    package struct Photo: Sendable {
      package static var constructorID: UInt32 { 0xfb197a65 }
      package let hasStickers: Bool
      package let id: Int64
      package let accessHash: Int64
      package let fileReference: [UInt8]
      package let date: Int32
      package let sizes: [API.PhotoSize]
      package let videoSizes: [TLRaw]?
      package let dcId: Int32

      package init(hasStickers: Bool = false, id: Int64, accessHash: Int64, fileReference: [UInt8], date: Int32, sizes: [API.PhotoSize], videoSizes: [TLRaw]? = nil, dcId: Int32) {
        self.hasStickers = hasStickers
        self.id = id
        self.accessHash = accessHash
        self.fileReference = fileReference
        self.date = date
        self.sizes = sizes
        self.videoSizes = videoSizes
        self.dcId = dcId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.hasStickers = flagsWord & 0x1 != 0
        self.id = try reader.long()
        self.accessHash = try reader.long()
        self.fileReference = try reader.bytes()
        self.date = try reader.int()
        self.sizes = try reader.vector()
        self.videoSizes = flagsWord & 0x2 != 0 ? try reader.rawVector(type: 408) : nil
        self.dcId = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if hasStickers { flagsWord |= 0x1 }
        if videoSizes != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        writer.long(id)
        writer.long(accessHash)
        writer.bytes(fileReference)
        writer.int(date)
        writer.vector(sizes)
        if let videoSizes { writer.vector(videoSizes) }
        writer.int(dcId)
      }
    }

    /// `photoEmpty#2331b22d`
    package struct PhotoEmpty: Sendable {
      package static var constructorID: UInt32 { 0x2331b22d }
      package let id: Int64

      package init(id: Int64) {
        self.id = id
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(id)
      }
    }
  }
}
