// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `UserProfilePhoto`
  package enum UserProfilePhoto: TLDecodable, TLEncodable {
    case userProfilePhoto(API.UserProfilePhoto.UserProfilePhoto)
    case userProfilePhotoEmpty

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x82d1f706:
        self = .userProfilePhoto(try API.UserProfilePhoto.UserProfilePhoto(body: &reader))
      case 0x4f11bae1:
        self = .userProfilePhotoEmpty
      default:
        throw reader.unknown(id, in: "UserProfilePhoto")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .userProfilePhoto(let value): writer.constructor(0x82d1f706); value.encodeBody(to: &writer)
      case .userProfilePhotoEmpty: writer.constructor(0x4f11bae1)
      }
    }

    /// `userProfilePhoto#82d1f706`
    package struct UserProfilePhoto: Sendable {
      package static var constructorID: UInt32 { 0x82d1f706 }
      package let hasVideo: Bool
      package let personal: Bool
      package let photoId: Int64
      package let strippedThumb: [UInt8]?
      package let dcId: Int32

      package init(hasVideo: Bool = false, personal: Bool = false, photoId: Int64, strippedThumb: [UInt8]? = nil, dcId: Int32) {
        self.hasVideo = hasVideo
        self.personal = personal
        self.photoId = photoId
        self.strippedThumb = strippedThumb
        self.dcId = dcId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        let flagsWord = try reader.uint()
        self.hasVideo = flagsWord & 0x1 != 0
        self.personal = flagsWord & 0x4 != 0
        self.photoId = try reader.long()
        self.strippedThumb = flagsWord & 0x2 != 0 ? try reader.bytes() : nil
        self.dcId = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        var flagsWord: UInt32 = 0
        if hasVideo { flagsWord |= 0x1 }
        if strippedThumb != nil { flagsWord |= 0x2 }
        if personal { flagsWord |= 0x4 }
        writer.uint(flagsWord)
        writer.long(photoId)
        if let strippedThumb { writer.bytes(strippedThumb) }
        writer.int(dcId)
      }
    }
  }
}
