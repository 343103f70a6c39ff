/// An RPC error as the server answers it (core.telegram.org/api/errors).
package struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// The class of the error, modelled on HTTP: 303, 400, 401, 403, 406, 420, 500.
  package let code: Int32
  /// `PHONE_CODE_INVALID`, `FLOOD_WAIT_17`.
  package let text: String

  package init(_ code: Int32, _ text: String) {
    self.code = code
    self.text = text
  }

  /// A bad request, 400.
  package init(_ text: String) { self.init(400, text) }

  package var description: String { "\(text) (\(code))" }
}

extension Refusal {
  package static let peerInvalid = Refusal("PEER_ID_INVALID")
  package static let userInvalid = Refusal("USER_ID_INVALID")
  package static let chatInvalid = Refusal("CHAT_ID_INVALID")
  package static let channelInvalid = Refusal("CHANNEL_INVALID")
  package static let channelPrivate = Refusal("CHANNEL_PRIVATE")
  package static let writeForbidden = Refusal(403, "CHAT_WRITE_FORBIDDEN")
  package static let messageEmpty = Refusal("MESSAGE_EMPTY")
  package static let messageTooLong = Refusal("MESSAGE_TOO_LONG")
  package static let captionTooLong = Refusal("MEDIA_CAPTION_TOO_LONG")
  package static let messageInvalid = Refusal("MESSAGE_ID_INVALID")
  package static let messageNotModified = Refusal("MESSAGE_NOT_MODIFIED")
  package static let notTheAuthor = Refusal(403, "MESSAGE_AUTHOR_REQUIRED")
  package static let deleteForbidden = Refusal(403, "MESSAGE_DELETE_FORBIDDEN")
  package static let reactionInvalid = Refusal("REACTION_INVALID")
  package static let timestampEmpty = Refusal("PERSISTENT_TIMESTAMP_EMPTY")
  package static let timestampInvalid = Refusal("PERSISTENT_TIMESTAMP_INVALID")
  package static let phoneInvalid = Refusal("PHONE_NUMBER_INVALID")
  package static let phoneUnoccupied = Refusal("PHONE_NUMBER_UNOCCUPIED")
  package static let codeInvalid = Refusal("PHONE_CODE_INVALID")
  package static let codeEmpty = Refusal("PHONE_CODE_EMPTY")
  package static let codeExpired = Refusal("PHONE_CODE_EXPIRED")
  package static let codeHashEmpty = Refusal("PHONE_CODE_HASH_EMPTY")
  package static let passwordNeeded = Refusal(401, "SESSION_PASSWORD_NEEDED")
  package static let passwordInvalid = Refusal("PASSWORD_HASH_INVALID")
  package static let srpInvalid = Refusal("SRP_ID_INVALID")
  package static let unregistered = Refusal(401, "AUTH_KEY_UNREGISTERED")
  package static let notInited = Refusal("CONNECTION_NOT_INITED")
  package static let layerInvalid = Refusal("CONNECTION_LAYER_INVALID")
  package static let tokenInvalid = Refusal("ACCESS_TOKEN_INVALID")
  package static let usernameInvalid = Refusal("USERNAME_INVALID")
  package static let usernameFree = Refusal("USERNAME_NOT_OCCUPIED")
  package static let phoneFree = Refusal("PHONE_NOT_OCCUPIED")
  package static let inputInvalid = Refusal("INPUT_REQUEST_INVALID")
  /// A method that the schema has and this server does not serve, or one it has not.
  package static let methodInvalid = Refusal("METHOD_INVALID")
}
