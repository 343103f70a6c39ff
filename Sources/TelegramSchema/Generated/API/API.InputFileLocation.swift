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
      case .inputDocumentFileLocation(let value): value.encode(to: &writer)
      case .inputPeerPhotoFileLocation(let value): value.encode(to: &writer)
      case .inputPhotoFileLocation(let value): value.encode(to: &writer)
      case .raw(let value): value.encode(to: &writer)
      }
    }

    /// `inputDocumentFileLocation#bad07584`
    package struct InputDocumentFileLocation: TLConstructor {
      package static var constructorID: UInt32 { 0xbad07584 }
      package var id: Int64
      package var accessHash: Int64
      package var fileReference: [UInt8]
      package var thumbSize: String

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
    package struct InputPeerPhotoFileLocation: TLConstructor {
      package static var constructorID: UInt32 { 0x37257e99 }
      package var big: Bool
      package var peer: API.InputPeer
      package var photoId: Int64

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
    package struct InputPhotoFileLocation: TLConstructor {
      package static var constructorID: UInt32 { 0x40181ffe }
      package var id: Int64
      package var accessHash: Int64
      package var fileReference: [UInt8]
      package var thumbSize: String

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
