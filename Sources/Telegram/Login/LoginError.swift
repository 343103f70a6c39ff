internal import MTProto

/// Why a login did not come about.
package struct LoginError: Error, Sendable, CustomStringConvertible {
  package enum Code: Sendable, Hashable {
    case wrongPhone
    /// It may be entered again.
    case wrongCode
    /// A new one must be asked for.
    case codeExpired
    /// It may be entered again.
    case wrongPassword
    case noNetwork
    /// The server is not the one whose key is known.
    case keyRefused
    case floodWait(seconds: Int)
    /// The phone number has no account; this program makes none.
    case signUpRequired
    /// The api_id or api_hash is wrong.
    case wrongApplication
    case wrongToken
    case other
  }

  package var code: Code
  /// What was wrong, and what to do.
  package var message: String
  /// The server's own word.
  package var serverError: String?

  package init(_ code: Code, _ message: String, serverError: String? = nil) {
    self.code = code
    self.message = message
    self.serverError = serverError
  }

  package var description: String { serverError.map { "\(message) (\($0))" } ?? message }

  package init(_ error: TelegramError) {
    switch error.code {
    case .server(let server): self.init(server, error.message)
    case .floodWait(let seconds):
      self.init(
        .floodWait(seconds: seconds),
        "Too many attempts; Telegram lets the next one through in \(seconds) s.",
        serverError: "FLOOD_WAIT_\(seconds)")
    case .unreachable, .connectionLost: self.init(.noNetwork, error.message)
    case .keyRefused: self.init(.keyRefused, error.message)
    case .invalidInput, .badAnswer, .unknownPeer, .alreadyInUse, .closed:
      self.init(.other, error.message)
    }
  }

  private init(_ error: RPCError, _ message: String) {
    let text = String(error.text.prefix(100))
    if let known = Self.known[error.name] {
      self.init(known.code, known.message, serverError: text)
    } else {
      self.init(.other, message, serverError: text)
    }
  }

  /// core.telegram.org/method/auth.sendCode, auth.signIn and auth.checkPassword.
  private static let known: [String: (code: Code, message: String)] = [
    "PHONE_NUMBER_INVALID": (
      .wrongPhone,
      "Telegram knows no such phone number. Enter it with its country code, like +1 555 010 0123."
    ),
    "PHONE_NUMBER_UNOCCUPIED": (
      .signUpRequired,
      "This phone number has no Telegram account. Make one with Telegram's own app first."
    ),
    "PHONE_NUMBER_BANNED": (.other, "Telegram has banned this phone number."),
    "PHONE_NUMBER_FLOOD": (
      .other, "Too many codes were asked for with this number. Try again tomorrow."
    ),
    "PHONE_PASSWORD_FLOOD": (.other, "Too many logins with this number. Try again tomorrow."),
    "PHONE_CODE_INVALID": (.wrongCode, "The code is wrong. Look again at the newest one."),
    "PHONE_CODE_EMPTY": (.wrongCode, "The code is empty."),
    "PHONE_CODE_EXPIRED": (.codeExpired, "The code has expired. Ask for a new one."),
    "PHONE_CODE_HASH_EMPTY": (.codeExpired, "The login was begun anew. Ask for a new code."),
    "PASSWORD_HASH_INVALID": (.wrongPassword, "The password is wrong."),
    "SRP_PASSWORD_CHANGED": (
      .wrongPassword, "The password was changed just now. Enter the new one."
    ),
    "API_ID_INVALID": (
      .wrongApplication,
      "Telegram does not know the application: TELEGRAM_API_ID and TELEGRAM_API_HASH must be the pair "
        + "from my.telegram.org."
    ),
    "API_ID_PUBLISHED_FLOOD": (
      .wrongApplication,
      "TELEGRAM_API_ID is one that was published and cannot be used. Get your own at my.telegram.org."
    ),
    "ACCESS_TOKEN_INVALID": (
      .wrongToken, "The bot's token is wrong. Copy it again from @BotFather."
    ),
    "ACCESS_TOKEN_EXPIRED": (
      .wrongToken, "The bot's token was revoked. Get the new one from @BotFather."
    ),
    "SEND_CODE_UNAVAILABLE": (
      .other, "Telegram offers no other way to send a code now. Wait for the one that was sent."
    ),
    "UPDATE_APP_TO_LOGIN": (
      .other, "Telegram asks for a newer program to log in with. Use a session string instead."
    ),
    "AUTH_RESTART": (.codeExpired, "Telegram asks to begin the login again."),
  ]
}
