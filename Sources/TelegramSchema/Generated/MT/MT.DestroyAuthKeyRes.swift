// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension MT {
  /// `DestroyAuthKeyRes`
  package enum DestroyAuthKeyRes: TLDecodable, TLEncodable {
    case destroyAuthKeyFail
    case destroyAuthKeyNone
    case destroyAuthKeyOk

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0xea109b13:
        self = .destroyAuthKeyFail
      case 0x0a9f2259:
        self = .destroyAuthKeyNone
      case 0xf660e1d4:
        self = .destroyAuthKeyOk
      default:
        throw reader.unknown(id, in: "DestroyAuthKeyRes")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .destroyAuthKeyFail: writer.constructor(0xea109b13)
      case .destroyAuthKeyNone: writer.constructor(0x0a9f2259)
      case .destroyAuthKeyOk: writer.constructor(0xf660e1d4)
      }
    }
  }
}
