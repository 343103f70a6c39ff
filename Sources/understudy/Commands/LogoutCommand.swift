import ArgumentParser
import Store
import Telegram

struct LogoutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout",
    abstract: "End the account's session, on Telegram and in the home.",
    discussion: """
      Messages, decisions and rules stay. With --local only the home forgets the session: for when \
      Telegram cannot be reached or has ended it already.

      Example:
        understudy logout
      """)

  @OptionGroup var options: TelegramOptions

  @Flag(help: "Forget the session in the home only.")
  var local = false

  func run() async throws {
    let home = options.homeOptions.resolveHome()
    let store = try home.openExistingStore()
    let session = try options.choose(from: await store.sessions())
    let lock = try home.lock()
    defer { withExtendedLifetime(lock) {} }
    if !local {
      let configuration = try await options.configuration(of: session, in: store)
      let keyLock = try KeyLock(session.authKey, home: home)
      defer { withExtendedLifetime(keyLock) {} }
      let client = try TelegramClient(
        configuration: configuration, session: session.serverSession)
      do {
        try await Connected.run(client) { client in try await LoginFlow(client).logOut() }
      } catch let error as TelegramError where error.server?.endsSession == true {
        Terminal.note("Telegram had ended this session already.")
      }
    }
    _ = try await store.deleteSession(of: session.account)
    try await ProxyChoice.keep(nil, for: session.account, in: store)
    try await ServerChoice.keep(nil, for: session.account, in: store)
    Terminal.say("Logged out \(session.firstName) (id \(session.account)).")
  }
}
