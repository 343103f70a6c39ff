// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API.Auth {
  /// `auth.CodeType`
  package enum CodeType: TLDecodable, TLEncodable {
    case codeTypeCall
    case codeTypeFlashCall
    case codeTypeFragmentSms
    case codeTypeMissedCall
    case codeTypeSms

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.constructor()
      switch id {
      case 0x741cd3e3:
        self = .codeTypeCall
      case 0x226ccefb:
        self = .codeTypeFlashCall
      case 0x06ed998c:
        self = .codeTypeFragmentSms
      case 0xd61ad6ee:
        self = .codeTypeMissedCall
      case 0x72a3158c:
        self = .codeTypeSms
      default:
        throw reader.unknown(id, in: "auth.CodeType")
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .codeTypeCall: writer.constructor(0x741cd3e3)
      case .codeTypeFlashCall: writer.constructor(0x226ccefb)
      case .codeTypeFragmentSms: writer.constructor(0x06ed998c)
      case .codeTypeMissedCall: writer.constructor(0xd61ad6ee)
      case .codeTypeSms: writer.constructor(0x72a3158c)
      }
    }
  }
}
