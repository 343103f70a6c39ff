// swift-format-ignore-file
// Written by `Scripts/schema generate`; change the definitions or the list instead.

package import TL

extension API {
  /// `SendMessageAction`
  package enum SendMessageAction: TLDecodable, TLEncodable {
    case sendMessageCancelAction
    case sendMessageChooseContactAction
    case sendMessageChooseStickerAction
    case sendMessageGamePlayAction
    case sendMessageGeoLocationAction
    case sendMessageRecordAudioAction
    case sendMessageRecordRoundAction
    case sendMessageRecordVideoAction
    case sendMessageTypingAction
    case sendMessageUploadAudioAction(API.SendMessageAction.SendMessageUploadAudioAction)
    case sendMessageUploadDocumentAction(API.SendMessageAction.SendMessageUploadDocumentAction)
    case sendMessageUploadPhotoAction(API.SendMessageAction.SendMessageUploadPhotoAction)
    case sendMessageUploadRoundAction(API.SendMessageAction.SendMessageUploadRoundAction)
    case sendMessageUploadVideoAction(API.SendMessageAction.SendMessageUploadVideoAction)
    /// A constructor that has no Swift type.
    case raw(TLRaw)

    package init(from reader: inout TLReader) throws(TLError) {
      let id = try reader.peekConstructor()
      switch id {
      case 0xfd5ec8f5:
        _ = try reader.constructor()
        self = .sendMessageCancelAction
      case 0x628cbc6f:
        _ = try reader.constructor()
        self = .sendMessageChooseContactAction
      case 0xb05ac6b1:
        _ = try reader.constructor()
        self = .sendMessageChooseStickerAction
      case 0xdd6a8f48:
        _ = try reader.constructor()
        self = .sendMessageGamePlayAction
      case 0x176f8ba1:
        _ = try reader.constructor()
        self = .sendMessageGeoLocationAction
      case 0xd52f73f7:
        _ = try reader.constructor()
        self = .sendMessageRecordAudioAction
      case 0x88f27fbc:
        _ = try reader.constructor()
        self = .sendMessageRecordRoundAction
      case 0xa187d66f:
        _ = try reader.constructor()
        self = .sendMessageRecordVideoAction
      case 0x16bf744e:
        _ = try reader.constructor()
        self = .sendMessageTypingAction
      case 0xf351d7ab:
        _ = try reader.constructor()
        self = .sendMessageUploadAudioAction(try API.SendMessageAction.SendMessageUploadAudioAction(body: &reader))
      case 0xaa0cd9e4:
        _ = try reader.constructor()
        self = .sendMessageUploadDocumentAction(try API.SendMessageAction.SendMessageUploadDocumentAction(body: &reader))
      case 0xd1d34a26:
        _ = try reader.constructor()
        self = .sendMessageUploadPhotoAction(try API.SendMessageAction.SendMessageUploadPhotoAction(body: &reader))
      case 0x243e1c66:
        _ = try reader.constructor()
        self = .sendMessageUploadRoundAction(try API.SendMessageAction.SendMessageUploadRoundAction(body: &reader))
      case 0xe9763aec:
        _ = try reader.constructor()
        self = .sendMessageUploadVideoAction(try API.SendMessageAction.SendMessageUploadVideoAction(body: &reader))
      default:
        self = .raw(try reader.raw(type: 336))
      }
    }

    package func encode(to writer: inout TLWriter) {
      switch self {
      case .sendMessageCancelAction: writer.constructor(0xfd5ec8f5)
      case .sendMessageChooseContactAction: writer.constructor(0x628cbc6f)
      case .sendMessageChooseStickerAction: writer.constructor(0xb05ac6b1)
      case .sendMessageGamePlayAction: writer.constructor(0xdd6a8f48)
      case .sendMessageGeoLocationAction: writer.constructor(0x176f8ba1)
      case .sendMessageRecordAudioAction: writer.constructor(0xd52f73f7)
      case .sendMessageRecordRoundAction: writer.constructor(0x88f27fbc)
      case .sendMessageRecordVideoAction: writer.constructor(0xa187d66f)
      case .sendMessageTypingAction: writer.constructor(0x16bf744e)
      case .sendMessageUploadAudioAction(let value): writer.constructor(0xf351d7ab); value.encodeBody(to: &writer)
      case .sendMessageUploadDocumentAction(let value): writer.constructor(0xaa0cd9e4); value.encodeBody(to: &writer)
      case .sendMessageUploadPhotoAction(let value): writer.constructor(0xd1d34a26); value.encodeBody(to: &writer)
      case .sendMessageUploadRoundAction(let value): writer.constructor(0x243e1c66); value.encodeBody(to: &writer)
      case .sendMessageUploadVideoAction(let value): writer.constructor(0xe9763aec); value.encodeBody(to: &writer)
      case .raw(let value): value.encode(to: &writer)
      }
    }

    /// `sendMessageUploadAudioAction#f351d7ab`
    package struct SendMessageUploadAudioAction: Sendable {
      package static var constructorID: UInt32 { 0xf351d7ab }
      package let progress: Int32

      package init(progress: Int32) {
        self.progress = progress
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.progress = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(progress)
      }
    }

    /// `sendMessageUploadDocumentAction#aa0cd9e4`
    package struct SendMessageUploadDocumentAction: Sendable {
      package static var constructorID: UInt32 { 0xaa0cd9e4 }
      package let progress: Int32

      package init(progress: Int32) {
        self.progress = progress
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.progress = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(progress)
      }
    }

    /// `sendMessageUploadPhotoAction#d1d34a26`
    package struct SendMessageUploadPhotoAction: Sendable {
      package static var constructorID: UInt32 { 0xd1d34a26 }
      package let progress: Int32

      package init(progress: Int32) {
        self.progress = progress
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.progress = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(progress)
      }
    }

    /// `sendMessageUploadRoundAction#243e1c66`
    package struct SendMessageUploadRoundAction: Sendable {
      package static var constructorID: UInt32 { 0x243e1c66 }
      package let progress: Int32

      package init(progress: Int32) {
        self.progress = progress
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.progress = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(progress)
      }
    }

    /// `sendMessageUploadVideoAction#e9763aec`
    package struct SendMessageUploadVideoAction: Sendable {
      package static var constructorID: UInt32 { 0xe9763aec }
      package let progress: Int32

      package init(progress: Int32) {
        self.progress = progress
      }

      @inline(never)
      package init(body reader: inout TLReader) throws(TLError) {
        self.progress = try reader.int()
      }

      @inline(never)
      package func encodeBody(to writer: inout TLWriter) {
        writer.int(progress)
      }
    }
  }
}
