// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Upload {
  /// `upload.File`
  package enum File: TLDecodable, TLEncodable {
    case file(API.Upload.File.File)
    indirect case fileCdnRedirect(API.Upload.File.FileCdnRedirect)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x096a18d5:
        self = .file(try API.Upload.File.File(body: &reader))
      case 0xf18cda44:
        self = .fileCdnRedirect(try API.Upload.File.FileCdnRedirect(body: &reader))
      default:
        throw reader.unknown(id, in: "upload.File")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .file(let value): writer.constructor(0x096a18d5); value.encodeBody(to: &writer)
      case .fileCdnRedirect(let value): writer.constructor(0xf18cda44); value.encodeBody(to: &writer)
      }
    }

    /// `upload.file#096a18d5`
    package struct File: Sendable {
      package static var constructorID: UInt32 { 0x096a18d5 }
      package let type: API.Storage.FileType
      package let mtime: Int32
      package let bytes: [UInt8]

      package init(type: API.Storage.FileType, mtime: Int32, bytes: [UInt8]) {
        self.type = type
        self.mtime = mtime
        self.bytes = bytes
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.type = try API.Storage.FileType(from: &reader)
        self.mtime = try reader.int()
        self.bytes = try reader.bytes()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        type.encode(to: &writer)
        writer.int(mtime)
        writer.bytes(bytes)
      }
    }

    /// `upload.fileCdnRedirect#f18cda44`
    package struct FileCdnRedirect: Sendable {
      package static var constructorID: UInt32 { 0xf18cda44 }
      package let dcId: Int32
      package let fileToken: [UInt8]
      package let encryptionKey: [UInt8]
      package let encryptionIv: [UInt8]
      package let fileHashes: [API.FileHash]

      package init(dcId: Int32, fileToken: [UInt8], encryptionKey: [UInt8], encryptionIv: [UInt8], fileHashes: [API.FileHash]) {
        self.dcId = dcId
        self.fileToken = fileToken
        self.encryptionKey = encryptionKey
        self.encryptionIv = encryptionIv
        self.fileHashes = fileHashes
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.dcId = try reader.int()
        self.fileToken = try reader.bytes()
        self.encryptionKey = try reader.bytes()
        self.encryptionIv = try reader.bytes()
        self.fileHashes = try reader.vector()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(dcId)
        writer.bytes(fileToken)
        writer.bytes(encryptionKey)
        writer.bytes(encryptionIv)
        writer.vector(fileHashes)
      }
    }
  }
}
