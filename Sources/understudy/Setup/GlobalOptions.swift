import ArgumentParser
import Foundation
import Model

/// Options of every command.
struct HomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with rules, database and key file (default: UNDERSTUDY_HOME, or understudy in "
        + "the XDG data folder).", valueName: "dir"),
    completion: .directory)
  var home: String?

  var environment: [String: String] { ProcessInfo.processInfo.environment }

  func resolveHome() -> Home { Home(option: home, environment: environment) }

  func settings() throws -> Settings {
    try Settings.load(home: resolveHome(), environment: environment)
  }
}

/// Options of the commands that talk to Telegram, or to another server in its place.
struct ServerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Another server in place of Telegram's (default: TELEGRAM_SERVER, or the one that the account "
        + "was logged in at).", valueName: "host:port"))
  var server: String?

  @Option(
    help: ArgumentHelp(
      "That server's RSA public key, a PEM file (default: TELEGRAM_SERVER_KEY).",
      valueName: "file"),
    completion: .file(extensions: ["pem"]))
  var serverKey: String?

  @Option(
    help: ArgumentHelp(
      "The number of its data center (default: TELEGRAM_DC, or 2).", valueName: "n"))
  var dc: Int?

  @Option(
    help: ArgumentHelp(
      "The way there: tg://proxy?…, tg://socks?…, the same under https://t.me/, or "
        + "socks5://user:password@host:port; 'none' for none (default: TELEGRAM_PROXY, or the one "
        + "that the account was logged in through). Others on this machine can see it among the "
        + "processes; in the .env file they cannot.", valueName: "link"))
  var proxy: String?
}
