// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputPhoto`
  package enum InputPhoto: TLDecodable, TLEncodable {
    case inputPhoto(API.InputPhoto.InputPhoto)
    case inputPhotoEmpty

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x3bb3b94a:
        self = .inputPhoto(try API.InputPhoto.InputPhoto(body: &reader))
      case 0x1cd7bf0d:
        self = .inputPhotoEmpty
      default:
        throw reader.unknown(id, in: "InputPhoto")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputPhoto(let value): writer.constructor(0x3bb3b94a); value.encodeBody(to: &writer)
      case .inputPhotoEmpty: writer.constructor(0x1cd7bf0d)
      }
    }

    /// `inputPhoto#3bb3b94a`
    package struct InputPhoto: Sendable {
      package static var constructorID: UInt32 { 0x3bb3b94a }
      package let id: Int64
      package let accessHash: Int64
      package let fileReference: [UInt8]

      package init(id: Int64, accessHash: Int64, fileReference: [UInt8]) {
        self.id = id
        self.accessHash = accessHash
        self.fileReference = fileReference
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.long()
        self.accessHash = try reader.long()
        self.fileReference = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(id)
        writer.long(accessHash)
        writer.bytes(fileReference)
      }
    }
  }
}
