// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Upload {
  /// `upload.CdnFile`
  package enum CdnFile: TLDecodable, TLEncodable {
    case cdnFile(API.Upload.CdnFile.CdnFile)
    case cdnFileReuploadNeeded(API.Upload.CdnFile.CdnFileReuploadNeeded)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xa99fca4f:
        self = .cdnFile(try API.Upload.CdnFile.CdnFile(body: &reader))
      case 0xeea8e46e:
        self = .cdnFileReuploadNeeded(try API.Upload.CdnFile.CdnFileReuploadNeeded(body: &reader))
      default:
        throw reader.unknown(id, in: "upload.CdnFile")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .cdnFile(let value): writer.constructor(0xa99fca4f); value.encodeBody(to: &writer)
      case .cdnFileReuploadNeeded(let value): writer.constructor(0xeea8e46e); value.encodeBody(to: &writer)
      }
    }

    /// `upload.cdnFile#a99fca4f`
    package struct CdnFile: Sendable {
      package static var constructorID: UInt32 { 0xa99fca4f }
      package let bytes: [UInt8]

      package init(bytes: [UInt8]) {
        self.bytes = bytes
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.bytes = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.bytes(bytes)
      }
    }

    /// `upload.cdnFileReuploadNeeded#eea8e46e`
    package struct CdnFileReuploadNeeded: Sendable {
      package static var constructorID: UInt32 { 0xeea8e46e }
      package let requestToken: [UInt8]

      package init(requestToken: [UInt8]) {
        self.requestToken = requestToken
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.requestToken = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.bytes(requestToken)
      }
    }
  }
}
