// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputFileLocation`
  package enum InputFileLocation: TLDecodable, TLEncodable {
    indirect case inputDocumentFileLocation(API.InputFileLocation.InputDocumentFileLocation)
    case inputPeerPhotoFileLocation(API.InputFileLocation.InputPeerPhotoFileLocation)
    indirect case inputPhotoFileLocation(API.InputFileLocation.InputPhotoFileLocation)
    /// A constructor that has no Swift type.
    case raw(TLRaw)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0xbad07584:
        _ = try reader.constructor()
        self = .inputDocumentFileLocation(try API.InputFileLocation.InputDocumentFileLocation(body: &reader))
      case 0x37257e99:
        _ = try reader.constructor()
        self = .inputPeerPhotoFileLocation(try API.InputFileLocation.InputPeerPhotoFileLocation(body: &reader))
      case 0x40181ffe:
        _ = try reader.constructor()
        self = .inputPhotoFileLocation(try API.InputFileLocation.InputPhotoFileLocation(body: &reader))
      default:
        self = .raw(try reader.raw(type: 162))
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputDocumentFileLocation(let value): writer.constructor(0xbad07584); value.encodeBody(to: &writer)
      case .inputPeerPhotoFileLocation(let value): writer.constructor(0x37257e99); value.encodeBody(to: &writer)
      case .inputPhotoFileLocation(let value): writer.constructor(0x40181ffe); value.encodeBody(to: &writer)
      case .raw(let value): value.encode(to: &writer)
      }
    }

    /// `inputDocumentFileLocation#bad07584`
    package struct InputDocumentFileLocation: Sendable {
      package static var constructorID: UInt32 { 0xbad07584 }
      package let id: Int64
      package let accessHash: Int64
      package let fileReference: [UInt8]
      package let thumbSize: String

      package init(id: Int64, accessHash: Int64, fileReference: [UInt8], thumbSize: String) {
        self.id = id
        self.accessHash = accessHash
        self.fileReference = fileReference
        self.thumbSize = thumbSize
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.long()
        self.accessHash = try reader.long()
        self.fileReference = try reader.bytes()
        self.thumbSize = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(id)
        writer.long(accessHash)
        writer.bytes(fileReference)
        writer.string(thumbSize)
      }
    }

    /// `inputPeerPhotoFileLocation#37257e99`
    package struct InputPeerPhotoFileLocation: Sendable {
      package static var constructorID: UInt32 { 0x37257e99 }
      package let big: Bool
      package let peer: API.InputPeer
      package let photoId: Int64

      package init(big: Bool = false, peer: API.InputPeer, photoId: Int64) {
        self.big = big
        self.peer = peer
        self.photoId = photoId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.big = flagsWord & 0x1 != 0
        self.peer = try API.InputPeer(from: &reader)
        self.photoId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if big { flagsWord |= 0x1 }
        writer.uint(flagsWord)
        peer.encode(to: &writer)
        writer.long(photoId)
      }
    }

    /// `inputPhotoFileLocation#40181ffe`
    package struct InputPhotoFileLocation: Sendable {
      package static var constructorID: UInt32 { 0x40181ffe }
      package let id: Int64
      package let accessHash: Int64
      package let fileReference: [UInt8]
      package let thumbSize: String

      package init(id: Int64, accessHash: Int64, fileReference: [UInt8], thumbSize: String) {
        self.id = id
        self.accessHash = accessHash
        self.fileReference = fileReference
        self.thumbSize = thumbSize
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.long()
        self.accessHash = try reader.long()
        self.fileReference = try reader.bytes()
        self.thumbSize = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(id)
        writer.long(accessHash)
        writer.bytes(fileReference)
        writer.string(thumbSize)
      }
    }
  }
}
