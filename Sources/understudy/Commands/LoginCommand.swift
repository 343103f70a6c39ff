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
        understudy login --qr
        understudy login --bot
        understudy login --server 127.0.0.1:4430 --server-key server.pem
        understudy login --proxy 'https://t.me/proxy?server=…&port=…&secret=…'

      The server and the proxy (this one sealed) are kept with the account and used by all commands \
      from then on.

      TELEGRAM_PHONE_NUMBER spares the question for the phone on a terminal.

      Exit status: 10 wrong code, 11 wrong password, 12 no network, 13 the server's key is refused, \
      14 too many attempts, 16 refused for another reason.
      """)

  @OptionGroup var options: TelegramOptions

  @Flag(help: "Show a code to scan with Telegram's app on your phone, in place of a phone number.")
  var qr = false

  @Flag(help: "Log a bot in; its token is asked for, or taken from TELEGRAM_BOT_TOKEN.")
  var bot = false

  func validate() throws {
    guard !(qr && bot) else { throw ValidationError("A bot logs in by its token, not by a code.") }
  }

  func run() async throws {
    let home = options.homeOptions.resolveHome()
    let settings = try options.homeOptions.settings()
    let configuration = try options.configuration()
    let store = try home.openStore()
    // Working as an account and logging it in at the same time would confuse both.
    let lock = try home.lock()
    defer { withExtendedLifetime(lock) {} }
    let server = try options.saidServer
    if server == nil { try RiskNotice.acknowledge() }
    let client = try TelegramClient(configuration: configuration)
    let (bot, qr) = (bot, qr)
    // Piped input always begins with the phone, so that its lines mean the same everywhere.
    let known = Terminal.readsFromPerson ? settings.phoneNumber : nil
    let phone =
      bot || qr ? nil : try known.map { try PhoneNumber($0) } ?? LoginDialogue.askForPhone()
    let token = settings.values["TELEGRAM_BOT_TOKEN"]
    let stored = try await Connected.run(client) { client in
      let dialogue = LoginDialogue(client)
      let owner =
        if let phone {
          try await dialogue.logIn(phone)
        } else if bot {
          try await dialogue.logInBot(token)
        } else {
          try await dialogue.logInByToken()
        }
      guard let session = await client.session else {
        throw TelegramError(.closed, "The connection was closed before the session was kept.")
      }
      let stored = StoredSession(
        session, owner: owner, phone: phone.map { "+\($0.digits)" }, isBot: owner.isBot,
        at: WallClock.system.now)
      try await store.save(stored)
      try await ProxyChoice.keep(configuration.proxy, for: stored.account, in: store)
      try await ServerChoice.keep(server, for: stored.account, in: store)
      if !owner.isBot { await Self.fetchChats(of: stored.account, client, store) }
      return stored
    }
    Terminal.say("Logged in as \(stored.firstName) (id \(stored.account)). Next: understudy run")
  }

  /// So that rules can name chats that have been silent since. The login stands without it.
  private static func fetchChats(
    of account: AccountID, _ client: TelegramClient, _ store: Store
  ) async {
    let book = PeerBook(directory: PeerDirectory(store: store, account: account))
    let api = AccountAPI(
      account: account, call: client.call, book: book, files: client.files)
    do {
      _ = try await ChatList.fetch(api, into: store, limit: ChatList.first)
    } catch {
      Terminal.note(
        "understudy: the account's chats could not be listed: \(error) "
          + "'understudy dialogs' does it later.")
    }
  }
}
