import Model
import TelegramSchema

extension Activity {
  init(wire: API.SendMessageAction) {
    self =
      switch wire {
      case .sendMessageTypingAction: .typing
      case .sendMessageCancelAction: .stopped
      case .sendMessageRecordAudioAction, .sendMessageUploadAudioAction: .voice
      case .sendMessageRecordVideoAction, .sendMessageUploadVideoAction,
        .sendMessageRecordRoundAction, .sendMessageUploadRoundAction:
        .video
      case .sendMessageUploadPhotoAction: .photo
      case .sendMessageUploadDocumentAction: .file
      case .sendMessageChooseStickerAction: .sticker
      case .sendMessageGeoLocationAction: .location
      case .sendMessageChooseContactAction: .contact
      case .sendMessageGamePlayAction: .game
      case .raw: .other
      }
  }

  var wire: API.SendMessageAction {
    switch self {
    case .typing, .other: .sendMessageTypingAction
    case .stopped: .sendMessageCancelAction
    case .voice: .sendMessageRecordAudioAction
    case .video: .sendMessageRecordVideoAction
    case .photo: .sendMessageUploadPhotoAction(.init(progress: 50))
    case .file: .sendMessageUploadDocumentAction(.init(progress: 50))
    case .sticker: .sendMessageChooseStickerAction
    case .location: .sendMessageGeoLocationAction
    case .contact: .sendMessageChooseContactAction
    case .game: .sendMessageGamePlayAction
    }
  }
}
