// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `SendMessageAction`
  package enum SendMessageAction: TLDecodable, TLEncodable {
    case sendMessageCancelAction
    case sendMessageRecordAudioAction
    case sendMessageTypingAction
    /// A constructor that has no Swift type.
    case raw(TLRaw)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0xfd5ec8f5:
        _ = try reader.constructor()
        self = .sendMessageCancelAction
      case 0xd52f73f7:
        _ = try reader.constructor()
        self = .sendMessageRecordAudioAction
      case 0x16bf744e:
        _ = try reader.constructor()
        self = .sendMessageTypingAction
      default:
        self = .raw(try reader.raw(type: 336))
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .sendMessageCancelAction: writer.constructor(0xfd5ec8f5)
      case .sendMessageRecordAudioAction: writer.constructor(0xd52f73f7)
      case .sendMessageTypingAction: writer.constructor(0x16bf744e)
      case .raw(let value): value.encode(to: &writer)
      }
    }
  }
}
