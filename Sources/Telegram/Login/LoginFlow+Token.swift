internal import MTProto
package import Model
internal import TelegramSchema

extension LoginFlow {
  package enum TokenStep: Sendable {
    /// To be shown; it has to be asked for again once it was scanned or has expired.
    case token(LoginToken)
    case done(Contact)
    case passwordNeeded(hint: String?)
  }

  /// Asks for a token, or for what became of the last one.
  package func loginToken() async throws(LoginError) -> TokenStep {
    do throws(TelegramError) {
      let answer = try await call(
        Methods.Auth.ExportLoginToken(
          apiId: configuration.apiID, apiHash: configuration.apiHash.reveal(), exceptIds: []))
      return try await step(after: answer)
    } catch {
      guard error.server?.name == "SESSION_PASSWORD_NEEDED" else { throw LoginError(error) }
    }
    return .passwordNeeded(hint: try await passwordHint())
  }

  /// Returns once the token was scanned, or has expired.
  package func wait(for token: LoginToken) async {
    await scanned.wait(until: token.expires, on: configuration.waits)
  }

  private func step(after answer: API.Auth.LoginToken) async throws(TelegramError) -> TokenStep {
    switch answer {
    case .loginToken(let it):
      return .token(LoginToken(bytes: it.token, expires: Timestamp(seconds: Int64(it.expires))))
    case .loginTokenSuccess(let it): return .done(try Self.account(it.authorization))
    case .loginTokenMigrateTo(let it):
      try await move(Int(it.dcId))
      let there = try await call(Methods.Auth.ImportLoginToken(token: it.token))
      guard case .loginTokenMigrateTo = there else { return try await step(after: there) }
      throw TelegramError(.badAnswer, "Telegram sends the login from one data center to the next.")
    }
  }
}
