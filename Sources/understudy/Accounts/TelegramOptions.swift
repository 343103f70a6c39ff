import ArgumentParser
import Cryptography
import Foundation
import Logging
import Model
import Store
import Telegram

/// Options of the commands that work as one of the home's accounts.
struct TelegramOptions: ParsableArguments {
  @OptionGroup var homeOptions: HomeOptions
  @OptionGroup var serverOptions: ServerOptions

  @Option(
    help: ArgumentHelp(
      "Which account, where the home has several: its id, @name or +phone.", valueName: "account"))
  var account: String?

  /// The server that options or environment put in place of Telegram's; nil: nothing was said.
  var saidServer: OwnServer? {
    get throws { try ServerChoice(serverOptions, homeOptions.settings()).said }
  }

  /// Opens the home's database. Where there is none, only TELEGRAM_SESSION_STRING can fill one.
  ///
  /// - Throws: ``CommandError``: what is wrong with the settings, or that nobody is logged in there.
  func openStore() throws -> Store {
    let home = homeOptions.resolveHome()
    if !home.hasDatabase, try homeOptions.settings().sessionString == nil {
      _ = try configuration()
      throw home.missing
    }
    return try home.openStore()
  }

  /// What a login connects with: the server and the proxy that are said here and now.
  func configuration() throws -> ClientConfiguration {
    let settings = try homeOptions.settings()
    return try configuration(
      settings, server: ServerChoice(serverOptions, settings).said,
      proxy: ProxyChoice(option: serverOptions.proxy, settings).said)
  }

  /// What an account that is logged in connects with: its server and its proxy, unless others are
  /// said here and now.
  func configuration(
    of session: StoredSession, in store: Store
  ) async throws -> ClientConfiguration {
    let settings = try homeOptions.settings()
    return try configuration(
      settings,
      server: try await ServerChoice(serverOptions, settings).server(
        of: session.account, in: store),
      proxy: try await ProxyChoice(option: serverOptions.proxy, settings)
        .proxy(of: session.account, in: store))
  }

  private func configuration(
    _ settings: Settings, server: OwnServer?, proxy: Proxy?
  ) throws -> ClientConfiguration {
    var configuration: ClientConfiguration
    if let server, settings.values["TELEGRAM_API_ID"] == nil {
      // Another server than Telegram's does not know the applications of my.telegram.org.
      configuration = ClientConfiguration(
        apiID: 1, apiHash: Secret(String(repeating: "0", count: 32)), servers: try server.servers)
    } else {
      let application = try settings.application()
      configuration = ClientConfiguration(
        apiID: application.id, apiHash: application.hash,
        servers: try server?.servers ?? .production())
    }
    configuration.proxy = proxy
    configuration.identity.appVersion = Understudy.configuration.version
    // What a command has to say it says in its own words; only `run` logs.
    configuration.logger.logLevel = .critical
    return configuration
  }

  /// The session to work with, and what it connects with: the stored one, or else what
  /// TELEGRAM_SESSION_STRING holds, which then is stored.
  func session(in store: Store) async throws -> (StoredSession, ClientConfiguration) {
    let sessions = try await store.sessions()
    if sessions.isEmpty {
      // Wrong settings are told before it is told that nobody is logged in by them.
      let configuration = try configuration()
      if let string = try homeOptions.settings().sessionString {
        let session = try await SessionImport.run(
          string, into: homeOptions.resolveHome(), store: store, server: saidServer,
          configuration: configuration)
        return (session, configuration)
      }
    }
    let session = try choose(from: sessions)
    return (session, try await configuration(of: session, in: store))
  }

  func choose(from sessions: [StoredSession]) throws -> StoredSession {
    guard let wanted = account else {
      guard let only = sessions.first else {
        throw CommandError(
          .notLoggedIn, "No account is logged in.", remedy: "Run 'understudy login' first.")
      }
      guard sessions.count == 1 else {
        let names = sessions.map { $0.username.map { "@\($0)" } ?? $0.account.description }
        throw CommandError(
          .usage, "Several accounts are logged in: \(names.joined(separator: ", ")).",
          remedy: "Choose one with --account.")
      }
      return only
    }
    let name = wanted.hasPrefix("@") ? String(wanted.dropFirst()) : wanted
    let digits = wanted.filter(\.isNumber)
    let match = sessions.first {
      $0.account.description == wanted || $0.username?.lowercased() == name.lowercased()
        || wanted.hasPrefix("+") && $0.phone?.filter(\.isNumber) == digits
    }
    guard let match else {
      throw CommandError(
        .notLoggedIn, "No account \(wanted) is logged in.",
        remedy: "'understudy status' lists those that are.")
    }
    return match
  }
}
