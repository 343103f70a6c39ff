import ArgumentParser
import Model
import Store
import Telegram

/// Sessions of Telethon's kind, in and out.
struct SessionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session",
    abstract: "Take a session over from Telethon, or hand one out.",
    subcommands: [SessionImportCommand.self, SessionExportCommand.self])
}

struct SessionImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Log in with a session string of Telethon.",
    discussion: """
      The string is read from standard input, or asked for; on the command line every user of the \
      machine could read it. Telegram is asked whose it is. Do not go on using it elsewhere: Telegram \
      ends a session that speaks from two addresses at the same time.

      Example:
        understudy session import < session.txt
      """)

  @OptionGroup var options: TelegramOptions

  func run() async throws {
    let home = options.homeOptions.resolveHome()
    let configuration = try options.configuration()
    let store = try home.openStore()
    let lock = try home.lock()
    defer { withExtendedLifetime(lock) {} }
    let server = try options.saidServer
    if server == nil { try RiskNotice.acknowledge() }
    let string = Secret(try Terminal.ask("Session string:", isSecret: true))
    let stored = try await SessionImport.run(
      string, into: home, store: store, server: server, configuration: configuration)
    Terminal.say("Logged in as \(stored.firstName) (id \(stored.account)). Next: understudy run")
  }
}

struct SessionExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the account's session as a string for Telethon.",
    discussion: """
      Whoever has the string is logged in as the account, without a code or a password, until the \
      session is ended. Telegram ends it itself when it is used from two addresses at the same time.

      Example:
        (umask 077; understudy session export > session.txt)
      """)

  @OptionGroup var options: TelegramOptions

  func run() async throws {
    let store = try options.homeOptions.resolveHome().openExistingStore()
    let session = try options.choose(from: await store.sessions())
    let string = try SessionString.format(session.serverSession)
    Terminal.note(
      "understudy: this string logs anybody in as \(session.firstName), without a code or a password. "
        + "Give it to nobody; 'understudy logout' makes it worthless.")
    if Terminal.writesToPerson {
      guard try Terminal.ask("Show it? (yes/no)").lowercased().hasPrefix("y") else {
        throw CommandError(.usage, "Nothing was shown.")
      }
    }
    Terminal.say(string.reveal())
  }
}
