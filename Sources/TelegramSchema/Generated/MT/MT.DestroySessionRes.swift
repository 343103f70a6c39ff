// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `DestroySessionRes`
  package enum DestroySessionRes: TLDecodable, TLEncodable {
    case destroySessionNone(MT.DestroySessionRes.DestroySessionNone)
    case destroySessionOk(MT.DestroySessionRes.DestroySessionOk)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x62d350c9:
        self = .destroySessionNone(try MT.DestroySessionRes.DestroySessionNone(body: &reader))
      case 0xe22045fc:
        self = .destroySessionOk(try MT.DestroySessionRes.DestroySessionOk(body: &reader))
      default:
        throw reader.unknown(id, in: "DestroySessionRes")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .destroySessionNone(let value): writer.constructor(0x62d350c9); value.encodeBody(to: &writer)
      case .destroySessionOk(let value): writer.constructor(0xe22045fc); value.encodeBody(to: &writer)
      }
    }

    /// `destroy_session_none#62d350c9`
    package struct DestroySessionNone: Sendable {
      package static var constructorID: UInt32 { 0x62d350c9 }
      package let sessionId: Int64

      package init(sessionId: Int64) {
        self.sessionId = sessionId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.sessionId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(sessionId)
      }
    }

    /// `destroy_session_ok#e22045fc`
    package struct DestroySessionOk: Sendable {
      package static var constructorID: UInt32 { 0xe22045fc }
      package let sessionId: Int64

      package init(sessionId: Int64) {
        self.sessionId = sessionId
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.sessionId = try reader.long()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.long(sessionId)
      }
    }
  }
}
