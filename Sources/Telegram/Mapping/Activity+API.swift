internal import Model
internal import TelegramSchema

extension Activity {
  init(_ action: API.SendMessageAction) {
    self =
      switch action {
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

  /// What is said of the account's own doing.
  var action: API.SendMessageAction {
    switch self {
    case .typing, .other: .sendMessageTypingAction
    case .stopped: .sendMessageCancelAction
    case .voice: .sendMessageRecordAudioAction
    case .video: .sendMessageRecordVideoAction
    case .photo: .sendMessageUploadPhotoAction(.init(progress: 0))
    case .file: .sendMessageUploadDocumentAction(.init(progress: 0))
    case .sticker: .sendMessageChooseStickerAction
    case .location: .sendMessageGeoLocationAction
    case .contact: .sendMessageChooseContactAction
    case .game: .sendMessageGamePlayAction
    }
  }
}

extension Presence {
  init(_ status: API.UserStatus) {
    switch status {
    case .userStatusEmpty: self = .hidden
    case .userStatusOnline(let it): self = .online(until: Timestamp(seconds: Int64(it.expires)))
    case .userStatusOffline(let it):
      self = .offline(since: Timestamp(seconds: Int64(it.wasOnline)))
    case .userStatusRecently: self = .recently
    case .userStatusLastWeek: self = .withinWeek
    case .userStatusLastMonth: self = .withinMonth
    }
  }
}
