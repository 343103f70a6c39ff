// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `Document`
  package enum Document: TLDecodable, TLEncodable {
    indirect case document(API.Document.Document)
    case documentEmpty(API.Document.DocumentEmpty)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x8fd4c4d8:
        self = .document(try API.Document.Document(body: &reader))
      case 0x36f8c871:
        self = .documentEmpty(try API.Document.DocumentEmpty(body: &reader))
      default:
        throw reader.unknown(id, in: "Document")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .document(let value): writer.constructor(0x8fd4c4d8); value.encodeBody(to: &writer)
      case .documentEmpty(let value): writer.constructor(0x36f8c871); value.encodeBody(to: &writer)
      }
    }

    /// `document#8fd4c4d8`
    package struct Document: Sendable {
      package static var constructorID: UInt32 { 0x8fd4c4d8 }
      package let id: Int64
      package let accessHash: Int64
      package let fileReference: [UInt8]
      package let date: Int32
      package let mimeType: String
      package let size: Int64
      package let thumbs: [API.PhotoSize]?
      package let videoThumbs: [TLRaw]?
      package let dcId: Int32
      package let attributes: [API.DocumentAttribute]

      package init(id: Int64, accessHash: Int64, fileReference: [UInt8], date: Int32, mimeType: String, size: Int64, thumbs: [API.PhotoSize]? = nil, videoThumbs: [TLRaw]? = nil, dcId: Int32, attributes: [API.DocumentAttribute]) {
        self.id = id
        self.accessHash = accessHash
        self.fileReference = fileReference
        self.date = date
        self.mimeType = mimeType
        self.size = size
        self.thumbs = thumbs
        self.videoThumbs = videoThumbs
        self.dcId = dcId
        self.attributes = attributes
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.id = try reader.long()
        self.accessHash = try reader.long()
        self.fileReference = try reader.bytes()
        self.date = try reader.int()
        self.mimeType = try reader.string()
        self.size = try reader.long()
        self.thumbs = flagsWord & 0x1 != 0 ? try reader.vector() : nil
        self.videoThumbs = flagsWord & 0x2 != 0 ? try reader.rawVector(type: 408) : nil
        self.dcId = try reader.int()
        self.attributes = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if thumbs != nil { flagsWord |= 0x1 }
        if videoThumbs != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        writer.long(id)
        writer.long(accessHash)
        writer.bytes(fileReference)
        writer.int(date)
        writer.string(mimeType)
        writer.long(size)
        if let thumbs { writer.vector(thumbs) }
        if let videoThumbs { writer.vector(videoThumbs) }
        writer.int(dcId)
        writer.vector(attributes)
      }
    }

    /// `documentEmpty#36f8c871`
    package struct DocumentEmpty: Sendable {
      package static var constructorID: UInt32 { 0x36f8c871 }
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
