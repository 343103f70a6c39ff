internal import MTProto
package import Model
internal import TelegramSchema

/// Logs an account in over a running ``TelegramClient`` (core.telegram.org/api/auth).
package struct LoginFlow: Sendable {
  package enum Step: Sendable {
    /// The account is logged in; the client's session is worth keeping.
    case done(Contact)
    /// The account has two-step verification. `hint` is the owner's own.
    case passwordNeeded(hint: String?)
  }

  let configuration: ClientConfiguration
  let call: APICaller
  /// Given when a token that this client shows was scanned.
  let scanned: Signal
  let move: @Sendable (_ dc: Int) async throws(TelegramError) -> Void

  /// Has a code sent to the owner.
  package func sendCode(to phone: PhoneNumber) async throws(LoginError) -> SentCode {
    let answer = try await translating { () throws(TelegramError) in
      try await call(
        Methods.Auth.SendCode(
          phoneNumber: phone.digits, apiId: configuration.apiID,
          apiHash: configuration.apiHash.reveal(), settings: API.CodeSettings()))
    }
    return try Self.sentCode(answer, phone)
  }

  /// Has a code sent again, in the next way that Telegram has.
  package func resend(_ code: SentCode) async throws(LoginError) -> SentCode {
    let answer = try await translating { () throws(TelegramError) in
      try await call(
        Methods.Auth.ResendCode(phoneNumber: code.phone.digits, phoneCodeHash: code.hash))
    }
    return try Self.sentCode(answer, code.phone)
  }

  /// - Throws: ``LoginError``; `wrongCode` may be followed by another attempt.
  package func signIn(_ sent: SentCode, code: String) async throws(LoginError) -> Step {
    let entered = sent.cleaned(code)
    guard !entered.isEmpty, entered.utf8.count <= 256 else {
      throw LoginError(.wrongCode, "That is no code. Enter the one that Telegram sent.")
    }
    do throws(TelegramError) {
      let answer = try await call(
        Methods.Auth.SignIn(
          phoneNumber: sent.phone.digits, phoneCodeHash: sent.hash, phoneCode: entered))
      return .done(try Self.account(answer))
    } catch {
      guard error.server?.name == "SESSION_PASSWORD_NEEDED" else { throw LoginError(error) }
    }
    return .passwordNeeded(hint: try await passwordHint())
  }

  func passwordHint() async throws(LoginError) -> String? {
    try await translating { () throws(TelegramError) in
      try await call(Methods.Account.GetPassword())
    }.hint
  }

  /// The password of two-step verification, which itself is not sent (core.telegram.org/api/srp).
  ///
  /// - Throws: ``LoginError``; `wrongPassword` may be followed by another attempt.
  package func checkPassword(_ password: Secret<String>) async throws(LoginError) -> Contact {
    do throws(TelegramError) {
      return try await check(password)
    } catch {
      // The server's number was used up meanwhile: once more with a new one.
      guard error.server?.name == "SRP_ID_INVALID" else { throw LoginError(error) }
    }
    return try await translating { () throws(TelegramError) in try await check(password) }
  }

  /// Logs a bot in.
  package func signIn(botToken: Secret<String>) async throws(LoginError) -> Contact {
    try await translating { () throws(TelegramError) in
      try Self.account(
        try await call(
          Methods.Auth.ImportBotAuthorization(
            flags: 0, apiId: configuration.apiID, apiHash: configuration.apiHash.reveal(),
            botAuthToken: botToken.reveal())))
    }
  }

  /// Ends the session on the server; the stored one is of no use afterwards.
  package func logOut() async throws(LoginError) {
    _ = try await translating { () throws(TelegramError) in
      try await call(Methods.Auth.LogOut())
    }
  }

  // MARK: Inside

  private func check(_ password: Secret<String>) async throws(TelegramError) -> Contact {
    let settings = try await call(Methods.Account.GetPassword())
    guard let algorithm = settings.currentAlgo, let serverValue = settings.srpB,
      let id = settings.srpId
    else {
      throw TelegramError(
        .badAnswer, "Telegram asks for a password that the account does not have.")
    }
    guard
      case .passwordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow(let it) = algorithm
    else {
      throw TelegramError(
        .badAnswer, "Telegram checks the password in a way that this program does not know yet.")
    }
    let proof: PasswordProof
    do throws(PasswordError) {
      proof = try PasswordProof(
        password: password.reveal(),
        parameters: PasswordParameters(
          salt1: it.salt1, salt2: it.salt2, generator: it.g, prime: it.p),
        serverValue: serverValue)
    } catch {
      throw TelegramError(.keyRefused, error.message)
    }
    return try Self.account(
      try await call(
        Methods.Auth.CheckPassword(
          password: .inputCheckPasswordSRP(
            .init(srpId: id, a: proof.clientValue, m1: proof.proof)))))
  }

  static func account(
    _ answer: API.Auth.Authorization
  ) throws(TelegramError) -> Contact {
    switch answer {
    case .authorization(let authorization):
      guard let account = Contact(authorization.user) else {
        throw TelegramError(.badAnswer, "Telegram did not say whose account this is.")
      }
      return account
    case .authorizationSignUpRequired:
      throw TelegramError(RPCError(code: 400, text: "PHONE_NUMBER_UNOCCUPIED"), to: "auth.signIn")
    }
  }

  private static func sentCode(
    _ answer: API.Auth.SentCode, _ phone: PhoneNumber
  ) throws(LoginError) -> SentCode {
    switch answer {
    case .sentCode(let code):
      if case .sentCodeTypeSetUpEmailRequired = code.type {
        throw LoginError(
          .other,
          "Telegram sends this account no code before it has an e-mail address for logging in. Set one "
            + "up in Telegram's own app, under Settings, Privacy and Security; then try again.")
      }
      return SentCode(code, phone: phone)
    case .sentCodePaymentRequired:
      throw LoginError(
        .other,
        "Telegram asks for a payment before it sends a code to this number. Log in with Telegram's "
          + "own app first; its code then comes there.")
    case .sentCodeSuccess:
      throw LoginError(.other, "Telegram logged in without a code, which was not asked for.")
    }
  }

  private func translating<Value>(
    _ body: () async throws(TelegramError) -> Value
  ) async throws(LoginError) -> Value {
    do throws(TelegramError) {
      return try await body()
    } catch {
      throw LoginError(error)
    }
  }
}

extension LoginFlow {
  package init(_ client: TelegramClient) {
    self.init(
      configuration: client.configuration, call: client.call, scanned: client.tokenScanned,
      move: { (dc: Int) async throws(TelegramError) in try await client.move(to: dc) })
  }
}
