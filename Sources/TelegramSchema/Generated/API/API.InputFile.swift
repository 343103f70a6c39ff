// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputFile`
  package enum InputFile: TLDecodable, TLEncodable {
    indirect case inputFile(API.InputFile.InputFile)
    case inputFileBig(API.InputFile.InputFileBig)
    /// A constructor that has no Swift type.
    case raw(TLRaw)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0xf52ff27f:
        _ = try reader.constructor()
        self = .inputFile(try API.InputFile.InputFile(body: &reader))
      case 0xfa4f0bb5:
        _ = try reader.constructor()
        self = .inputFileBig(try API.InputFile.InputFileBig(body: &reader))
      default:
        self = .raw(try reader.raw(type: 161))
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputFile(let value): writer.constructor(0xf52ff27f); value.encodeBody(to: &writer)
      case .inputFileBig(let value): writer.constructor(0xfa4f0bb5); value.encodeBody(to: &writer)
      case .raw(let value): value.encode(to: &writer)
      }
    }

    /// `inputFile#f52ff27f`
    package struct InputFile: Sendable {
      package static var constructorID: UInt32 { 0xf52ff27f }
      package let id: Int64
      package let parts: Int32
      package let name: String
      package let md5Checksum: String

      package init(id: Int64, parts: Int32, name: String, md5Checksum: String) {
        self.id = id
        self.parts = parts
        self.name = name
        self.md5Checksum = md5Checksum
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.long()
        self.parts = try reader.int()
        self.name = try reader.string()
        self.md5Checksum = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(id)
        writer.int(parts)
        writer.string(name)
        writer.string(md5Checksum)
      }
    }

    /// `inputFileBig#fa4f0bb5`
    package struct InputFileBig: Sendable {
      package static var constructorID: UInt32 { 0xfa4f0bb5 }
      package let id: Int64
      package let parts: Int32
      package let name: String

      package init(id: Int64, parts: Int32, name: String) {
        self.id = id
        self.parts = parts
        self.name = name
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.id = try reader.long()
        self.parts = try reader.int()
        self.name = try reader.string()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(id)
        writer.int(parts)
        writer.string(name)
      }
    }
  }
}
