// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `InputDocument`
  package enum InputDocument: TLDecodable, TLEncodable {
    case inputDocument(API.InputDocument.InputDocument)
    case inputDocumentEmpty

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x1abfb575:
        self = .inputDocument(try API.InputDocument.InputDocument(body: &reader))
      case 0x72f0eaae:
        self = .inputDocumentEmpty
      default:
        throw reader.unknown(id, in: "InputDocument")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .inputDocument(let value): writer.constructor(0x1abfb575); value.encodeBody(to: &writer)
      case .inputDocumentEmpty: writer.constructor(0x72f0eaae)
      }
    }

    /// `inputDocument#1abfb575`
    package struct InputDocument: Sendable {
      package static var constructorID: UInt32 { 0x1abfb575 }
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
