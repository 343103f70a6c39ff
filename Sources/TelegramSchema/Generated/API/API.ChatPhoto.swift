// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `ChatPhoto`
  package enum ChatPhoto: TLDecodable, TLEncodable {
    case chatPhoto(API.ChatPhoto.ChatPhoto)
    case chatPhotoEmpty

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x1c6e1c11:
        self = .chatPhoto(try API.ChatPhoto.ChatPhoto(body: &reader))
      case 0x37c1011c:
        self = .chatPhotoEmpty
      default:
        throw reader.unknown(id, in: "ChatPhoto")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .chatPhoto(let value): writer.constructor(0x1c6e1c11); value.encodeBody(to: &writer)
      case .chatPhotoEmpty: writer.constructor(0x37c1011c)
      }
    }

    /// `chatPhoto#1c6e1c11`
    package struct ChatPhoto: Sendable {
      package static var constructorID: UInt32 { 0x1c6e1c11 }
      package let hasVideo: Bool
      package let photoId: Int64
      package let strippedThumb: [UInt8]?
      package let dcId: Int32

      package init(hasVideo: Bool = false, photoId: Int64, strippedThumb: [UInt8]? = nil, dcId: Int32) {
        self.hasVideo = hasVideo
        self.photoId = photoId
        self.strippedThumb = strippedThumb
        self.dcId = dcId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.hasVideo = flagsWord & 0x1 != 0
        self.photoId = try reader.long()
        self.strippedThumb = flagsWord & 0x2 != 0 ? try reader.bytes() : nil
        self.dcId = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if hasVideo { flagsWord |= 0x1 }
        if strippedThumb != nil { flagsWord |= 0x2 }
        writer.uint(flagsWord)
        writer.long(photoId)
        if let strippedThumb { writer.bytes(strippedThumb) }
        writer.int(dcId)
      }
    }
  }
}
