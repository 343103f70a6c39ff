internal import MTProto
package import Model

extension MessengerError {
  /// What an error of Telegram's means for somebody who wants to send
  /// (core.telegram.org/api/errors, core.telegram.org/method/messages.sendMessage).
  package init(_ error: TelegramError) {
    switch error.code {
    case .server(let server): self.init(server, error.message)
    case .floodWait(let seconds):
      self.init(
        code: .rateLimited(seconds: seconds, chatOnly: false), message: error.message,
        serverError: "FLOOD_WAIT_\(seconds)")
    case .unreachable, .connectionLost, .closed, .badAnswer:
      self.init(code: .unreachable, message: error.message)
    case .unknownPeer: self.init(code: .unknownPeer, message: error.message)
    case .keyRefused, .alreadyInUse: self.init(code: .needsLogin, message: error.message)
    case .invalidInput: self.init(code: .refused, message: error.message)
    }
  }

  private init(_ error: RPCError, _ message: String) {
    let text = String(error.text.prefix(100))
    if error.endsSession {
      self.init(
        code: .needsLogin,
        message: "Telegram has ended this session. Log in again with `understudy login`.",
        serverError: text)
    } else if error.isFrozen {
      self.init(
        code: .frozen,
        message: "Telegram has frozen this account: it may read and not write. Appeal with "
          + "@SpamBot.",
        serverError: text)
    } else if error.name == "SLOWMODE_WAIT" {
      let seconds = max(error.argument ?? 60, 1)
      self.init(
        code: .rateLimited(seconds: seconds, chatOnly: true),
        message: "The chat is in slow mode; the next message may be sent in \(seconds) s.",
        serverError: text)
    } else if error.name == "ALLOW_PAYMENT_REQUIRED" {
      self.init(
        code: .paid, message: "Writing there costs Stars, and Stars are never spent.",
        serverError: text)
    } else if error.code == 420 {
      let seconds = max(error.argument ?? 60, 1)
      self.init(
        code: .rateLimited(seconds: seconds, chatOnly: false),
        message: "Telegram limits how often this may be done; it can be tried again in "
          + "\(seconds) s.", serverError: text)
    } else if text.hasPrefix("FILE_PART_"), text.hasSuffix("_MISSING") {
      self.init(
        code: .uploadLost, message: "Telegram does not have the whole file any more.",
        serverError: text)
    } else if ["VOICE_MESSAGES_FORBIDDEN", "CHAT_SEND_VOICES_FORBIDDEN"].contains(error.name) {
      self.init(
        code: .voiceForbidden, message: Self.refusals[error.name] ?? message, serverError: text)
    } else if let words = Self.unknownPeers[error.name] {
      self.init(code: .unknownPeer, message: words, serverError: text)
    } else if error.code >= 500 || error.code < 0 {
      self.init(
        code: .unreachable, message: "Telegram is unwell at the moment: \(message)",
        serverError: text)
    } else {
      self.init(
        code: .refused, message: Self.refusals[error.name] ?? message, serverError: text)
    }
  }

  private static let unknownPeers = [
    "PEER_ID_INVALID":
      "Telegram does not know this chat by the id and access hash that are stored.",
    "CHANNEL_INVALID": "Telegram does not know this channel by the access hash that is stored.",
    "USER_ID_INVALID": "Telegram does not know this user by the access hash that is stored.",
  ]

  private static let refusals = [
    "CHAT_WRITE_FORBIDDEN": "The account may not write in this chat.",
    "CHAT_ADMIN_REQUIRED": "Only administrators may do this in the chat.",
    "CHANNEL_PRIVATE": "The account is not, or no longer, in this channel.",
    "CHAT_FORBIDDEN": "The account is not, or no longer, in this group.",
    "USER_BANNED_IN_CHANNEL": "The account is banned from writing in groups and channels.",
    "USER_IS_BLOCKED": "This person has blocked the account.",
    "YOU_BLOCKED_USER": "The account has blocked this person.",
    "INPUT_USER_DEACTIVATED": "This person's account is deleted.",
    "PRIVACY_PREMIUM_REQUIRED":
      "This person takes messages from Premium accounts and contacts only.",
    "PEER_FLOOD": "Telegram limits the account's messages to strangers. See @SpamBot.",
    "MESSAGE_TOO_LONG": "The message is longer than Telegram takes.",
    "MESSAGE_EMPTY": "The message is empty.",
    "REACTION_INVALID": "This reaction is not possible there.",
    "MSG_ID_INVALID": "There is no such message.",
    "CHAT_SEND_PLAIN_FORBIDDEN": "The account may not send text in this chat.",
    "CHAT_SEND_MEDIA_FORBIDDEN": "The account may not send files in this chat.",
    "CHAT_SEND_PHOTOS_FORBIDDEN": "The account may not send photos in this chat.",
    "CHAT_SEND_DOCS_FORBIDDEN": "The account may not send documents in this chat.",
    "CHAT_SEND_VOICES_FORBIDDEN": "The account may not send voice notes in this chat.",
    "VOICE_MESSAGES_FORBIDDEN": "This person takes no voice notes.",
    "MEDIA_CAPTION_TOO_LONG": "The caption is longer than Telegram takes.",
    "PHOTO_INVALID_DIMENSIONS":
      "The picture is too large or too narrow for a photo; send it as a document.",
    "PHOTO_EXT_INVALID": "Telegram does not take this picture as a photo; send it as a document.",
    "IMAGE_PROCESS_FAILED":
      "Telegram could not read this picture; send it as a document.",
    "FILE_PARTS_INVALID": "The file is larger than this account may send.",
    "MD5_CHECKSUM_INVALID": "The file was damaged on its way; send it again.",
    "CHAT_FORWARDS_RESTRICTED":
      "The chat protects its content: its messages cannot be forwarded.",
    "MESSAGE_ID_INVALID": "There is no such message, or not any more.",
    "CHAT_RESTRICTED": "The account may not write in this chat.",
    "TOPIC_CLOSED": "The topic is closed.",
  ]
}
