import ArgumentParser
import Foundation
import Model
import Store
import Telegram

struct LoginCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login",
    abstract: "Log an account in: phone, code, and password if it has one.",
    discussion: """
      On a terminal it asks; from a pipe it reads phone, code and password, a line each. The session \
      is kept in the home, sealed with its key file.

      Examples:
        understudy login
        understudy login --server 127.0.0.1:4430 --server-key server.pem
        understudy login --proxy 'https://t.me/proxy?server=…&port=…&secret=…'

      A proxy is kept with the account, sealed, and used by all commands from then on.

      TELEGRAM_PHONE_NUMBER spares the question for the phone on a terminal.

      Exit status: 10 wrong code, 11 wrong password, 12 no network, 13 the server's key is refused, \
      14 too many attempts, 16 refused for another reason.
      """)

  @OptionGroup var options: TelegramOptions

  func run() async throws {
    let home = options.homeOptions.resolveHome()
    let settings = try options.homeOptions.settings()
    let configuration = try options.configuration()
    let store = try home.openStore()
    // Working as an account and logging it in at the same time would confuse both.
    let lock = try home.lock()
    defer { withExtendedLifetime(lock) {} }
    if !ServerChoice.isForeign(options.serverOptions, settings) { try RiskNotice.acknowledge() }
    // Piped input always begins with the phone, so that its lines mean the same everywhere.
    let known = Terminal.readsFromPerson ? settings.phoneNumber : nil
    let phone = try known.map { try PhoneNumber($0) } ?? Self.askForPhone()
    let client = try TelegramClient(configuration: configuration)
    let stored = try await Connected.run(client) { client in
      let owner = try await Self.logIn(phone, with: LoginFlow(client))
      guard let session = await client.session else {
        throw TelegramError(.closed, "The connection was closed before the session was kept.")
      }
      let stored = StoredSession(
        session, owner: owner, phone: "+\(phone.digits)", isBot: false,
        at: WallClock.system.now)
      try await store.save(stored)
      try await ProxyChoice.keep(configuration.proxy, for: stored.account, in: store)
      return stored
    }
    print("Logged in as \(stored.firstName) (id \(stored.account)). Next: understudy run")
  }

  private static func askForPhone() throws -> PhoneNumber {
    while true {
      do {
        return try PhoneNumber(Terminal.ask("Phone number (with country code):"))
      } catch let error as TelegramError where Terminal.readsFromPerson {
        Terminal.note(error.message)
      }
    }
  }

  /// A person may try a wrong code again; a pipe has one line for it.
  private static func logIn(_ phone: PhoneNumber, with flow: LoginFlow) async throws -> Contact {
    let sent = try await flow.sendCode(to: phone)
    Terminal.note(sent.hint)
    while true {
      do {
        switch try await flow.signIn(sent, code: Terminal.ask("Code:")) {
        case .done(let owner): return owner
        case .passwordNeeded(let hint): return try await enterPassword(hint, with: flow)
        }
      } catch let error as LoginError where error.code == .wrongCode && Terminal.readsFromPerson {
        Terminal.note(error.message)
      }
    }
  }

  private static func enterPassword(
    _ hint: String?, with flow: LoginFlow
  ) async throws -> Contact {
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
