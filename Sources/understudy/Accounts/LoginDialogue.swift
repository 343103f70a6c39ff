import Model
import Telegram

/// Leads a person, or the lines of a pipe, through a login.
///
/// A person may try again what was wrong; a pipe has one line for each answer.
struct LoginDialogue {
  let flow: LoginFlow

  init(_ client: TelegramClient) { flow = LoginFlow(client) }

  static func askForPhone() throws -> PhoneNumber {
    while true {
      do {
        return try PhoneNumber(Terminal.ask("Phone number (with country code):"))
      } catch let error as TelegramError where Terminal.readsFromPerson {
        Terminal.note(error.message)
      }
    }
  }

  func logIn(_ phone: PhoneNumber) async throws -> Contact {
    var sent = try await flow.sendCode(to: phone)
    Terminal.note(sent.hint)
    let question =
      Terminal.readsFromPerson ? "Code (or \"resend\" for another way to get it):" : "Code:"
    while true {
      let answer = try Terminal.ask(question)
      do {
        if answer.lowercased() == "resend" {
          sent = try await flow.resend(sent)
          Terminal.note(sent.hint)
          continue
        }
        switch try await flow.signIn(sent, code: answer) {
        case .done(let owner): return owner
        case .passwordNeeded(let hint): return try await enterPassword(hint)
        }
      } catch let error as LoginError where error.mayBeTriedAgain && Terminal.readsFromPerson {
        Terminal.note(error.message)
      }
    }
  }

  /// Shows a code to be scanned with Telegram's own app, and a new one whenever it has expired.
  func logInByToken() async throws -> Contact {
    Terminal.note("On your phone: Settings, Devices, Link Desktop Device. Scan this:")
    while true {
      switch try await flow.loginToken() {
      case .done(let owner): return owner
      case .passwordNeeded(let hint): return try await enterPassword(hint)
      case .token(let token):
        if Terminal.isWatched, let code = QRCode(token.link) {
          Terminal.note(code.drawn(withColors: Terminal.hasColors))
        }
        Terminal.note(token.link)
        await flow.wait(for: token)
        try Task.checkCancellation()
      }
    }
  }

  func logInBot(_ token: String?) async throws -> Contact {
    try await flow.signIn(
      botToken: Secret(try token ?? Terminal.ask("Token of the bot:", isSecret: true)))
  }

  private func enterPassword(_ hint: String?) async throws -> Contact {
    let question = hint.map { "Password (hint: \($0)):" } ?? "Password:"
    while true {
      do {
        return try await flow.checkPassword(Secret(Terminal.ask(question, isSecret: true)))
      } catch let error as LoginError
        where error.code == .wrongPassword && Terminal.readsFromPerson
      {
        Terminal.note(error.message)
      }
    }
  }
}

extension LoginError {
  /// With the same code that was sent, or with the wait for it.
  fileprivate var mayBeTriedAgain: Bool {
    code == .wrongCode || serverError?.hasPrefix("SEND_CODE_UNAVAILABLE") == true
  }
}
