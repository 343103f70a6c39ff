// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Storage {
  /// `storage.FileType`
  package enum FileType: TLDecodable, TLEncodable {
    case fileGif
    case fileJpeg
    case fileMov
    case fileMp3
    case fileMp4
    case filePartial
    case filePdf
    case filePng
    case fileUnknown
    case fileWebp

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xcae1aadf:
        self = .fileGif
      case 0x007efe0e:
        self = .fileJpeg
      case 0x4b09ebbc:
        self = .fileMov
      case 0x528a0677:
        self = .fileMp3
      case 0xb3cea0e4:
        self = .fileMp4
      case 0x40bc6f52:
        self = .filePartial
      case 0xae1e508d:
        self = .filePdf
      case 0x0a4f63c0:
        self = .filePng
      case 0xaa963b05:
        self = .fileUnknown
      case 0x1081464c:
        self = .fileWebp
      default:
        throw reader.unknown(id, in: "storage.FileType")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .fileGif: writer.constructor(0xcae1aadf)
      case .fileJpeg: writer.constructor(0x007efe0e)
      case .fileMov: writer.constructor(0x4b09ebbc)
      case .fileMp3: writer.constructor(0x528a0677)
      case .fileMp4: writer.constructor(0xb3cea0e4)
      case .filePartial: writer.constructor(0x40bc6f52)
      case .filePdf: writer.constructor(0xae1e508d)
      case .filePng: writer.constructor(0x0a4f63c0)
      case .fileUnknown: writer.constructor(0xaa963b05)
      case .fileWebp: writer.constructor(0x1081464c)
      }
    }
  }
}
